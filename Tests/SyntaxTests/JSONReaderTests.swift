import SourceText
import Syntax
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) -> SyntaxTree {
    SyntaxTree.read(SourceFile(path: "test.json", text: text), as: .json)
  }

  private func places(_ text: String) -> [String] {
    let tree = read(text)
    return tree.defects.map { "\($0.kind) \(tree.source.text(in: $0.range))" }
  }

  @Test func readsEveryKindOfValue() {
    let tree = read(#"{"a": [1, -2.5e3, "x\u00e9\ud83d\ude00", true, false, null, ${X}]}"#)
    #expect(tree.defects.isEmpty)
    let elements = tree.elements(NodeID(2))
    #expect(elements.map(tree.kind) == [.number, .number, .string, .boolean, .boolean, .null, .placeholder])
    #expect(tree.integer(elements[0]) == 1)
    #expect(tree.number(elements[1]) == -2500)
    #expect(tree.text(elements[2]) == "xé😀")
    #expect(elements[3...4].map(tree.boolean) == [true, false])
    #expect(tree.text(elements[6]) == "${X}")
  }

  @Test func keepsTheExactRangeOfKeysAndValues() {
    let tree = read(##"{ "name" : "va\"lue" , "n":[ ] }"##)
    let members = tree.members(NodeID(0))
    #expect(members.map { tree.source.text(in: tree.range($0.key)) } == [##""name""##, ##""n""##])
    #expect(members.map { tree.source.text(in: tree.range($0.value)) } == [##""va\"lue""##, "[ ]"])
    #expect(tree.count(members[1].value) == 0)
  }

  @Test func goesOnBehindAnError() {
    #expect(places(#"{"a": 1 "b": 2}"#) == ["missingComma "])
    #expect(places(#"{"a" 1, "b": 2,}"#) == ["missingColon ", "extraComma ,"])
    #expect(places(#"{"a": True, b: 'x'}"#) == ["unknownWord True", "missingKey b", "singleQuotes 'x'"])
    #expect(places("{\"a\": \"x\n \"b\": 1}") == ["unterminatedString \"x", "missingComma "])
    #expect(places("{\"a\": 1 // why\n}") == ["comment // why"])
    #expect(read(#"{"a": 1 "b": 2}"#).members(NodeID(0)).count == 2)
    #expect(read("{\"a\": \"x\n \"b\": 1}").members(NodeID(0)).count == 2)
  }

  @Test func reportsEveryRepeatedKey() {
    let many = (0..<20).map { #""k\#($0 % 19)": 0"# }.joined(separator: ", ")
    #expect(places("{\(many)}") == [#"duplicateKey "k0""#])
    #expect(places(#"{"a": 1, "\u0061": 2}"#) == [#"duplicateKey "\u0061""#])
  }

  @Test func namesTheLanguageOfATemplate() {
    #expect(read(#"{"a": {{ x }}, "b": [}"#).defects.map(\.detail) == ["Jinja"])
    #expect(read(#"{"a": 1 %{ if x }, "b": 2 %{ endif } }"#).defects.map(\.detail) == ["Terraform"])
  }

  @Test func refusesDeepNestingWithoutRunningOutOfStack() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(read(deep).defects.first?.kind == .nestingTooDeep)
    #expect(read(String(repeating: #"{"a":"#, count: 100_000)).defects.first?.kind == .nestingTooDeep)
  }

  @Test func survivesEveryPrefixOfAText() {
    let text = #"{"a": [1, {"b": "c\n\u00e9", "d": ${X}, "e": tru}], 'f': -0.1e+5 /* x */}"#
    for length in 0...text.utf8.count {
      let tree = SyntaxTree.read(SourceFile(path: "t", bytes: Array(text.utf8.prefix(length))), as: .json)
      #expect(tree.nodes.allSatisfy { Int($0.end) <= length })
      #expect(Int(tree.nodes[0].next) == tree.nodes.count)
    }
  }

  @Test func pointsToNodes() {
    let tree = read(#"{"a/b": [0, {"c~": true}]}"#)
    let inner = tree.elements(NodeID(2))[1]
    #expect(tree.pointer(to: tree.members(inner)[0].value, from: NodeID(0)) == "/a~1b/1/c~0")
    #expect(tree.pointer(to: tree.members(inner)[0].key, from: NodeID(0)) == "/a~1b/1/c~0")
  }
}
