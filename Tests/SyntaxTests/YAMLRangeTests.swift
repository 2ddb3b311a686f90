import SourceText
import Syntax
import Testing

/// Ranges are checked by the bytes that they cover.
@Suite struct YAMLRangeTests {
  @Test func coverKeysAndValues() {
    let tree = SyntaxTree.yaml("key : value  # why\n'k 2':   \"a\\tb\"\nlist: [ 1, {x: y} ]\n")
    #expect(
      tree.spans == [
        "object key : value  # why\n'k 2':   \"a\\tb\"\nlist: [ 1, {x: y} ]",
        "key key", "string value", "key 'k 2'", #"string "a\tb""#,
        "key list", "array [ 1, {x: y} ]", "number 1", "object {x: y}", "key x", "string y",
      ])
  }

  /// libyaml counts characters, and a carriage return is one of them.
  @Test func countBytes() {
    let text = "é: 😀\r\n\"日本\":\r\n  - 'ü\u{2028} v'\r\n  - x\r\n"
    #expect(
      SyntaxTree.yaml(text).spans == [
        "object é: 😀\r\n\"日本\":\r\n  - 'ü\u{2028} v'\r\n  - x", "key é", "string 😀", "key \"日本\"",
        "array - 'ü\u{2028} v'\r\n  - x", "string 'ü\u{2028} v'", "string x",
      ])
  }

  @Test func countAByteOrderMark() {
    let tree = SyntaxTree.yaml("\u{FEFF}é: b")
    #expect(tree.spans == ["object é: b", "key é", "string b"])
    #expect(tree.nodes.map(\.start) == [3, 3, 7])
    #expect(SyntaxTree.yaml("\u{FEFF}a: [").defects.map(\.range) == [ByteRange(7, 7)])
  }

  @Test func endBlockCollectionsWithTheirLastEntry() {
    let text = "a:\n  b:\n  - c   \n\n  # d\n\ne:\n- f\n- g:\n    h\n\n\n"
    #expect(
      SyntaxTree.yaml(text).spans.filter { $0.hasPrefix("array") || $0.hasPrefix("object") } == [
        "object a:\n  b:\n  - c   \n\n  # d\n\ne:\n- f\n- g:\n    h", "object b:\n  - c", "array - c",
        "array - f\n- g:\n    h", "object g:\n    h",
      ])
  }

  @Test(arguments: [
    ("|", "|\n  x\n  y", "x\ny\n"), ("|-", "|-\n  x\n  y", "x\ny"), ("|+", "|+\n  x\n  y", "x\ny\n\n\n"),
    (">", ">\n  x\n  y", "x y\n"), (">2", ">2\n  x\n  y", "x y\n"), ("|1", "|1\n  x\n  y", " x\n y\n"),
    ("| # why", "| # why\n  x\n  y", "x\ny\n"),
  ])
  func endBlockScalarsWithTheirLastLine(_ header: String, _ span: String, _ text: String) {
    let tree = SyntaxTree.yaml("a: \(header)\n  x\n  y\n\n\nb: c\n")
    #expect(tree.spans[1...2] == ["key a", "string \(span)"])
    #expect(tree.text(NodeID(2)) == text)
    #expect(tree.spans[3...] == ["key b", "string c"])
  }

  @Test func coverScalarsOfSeveralLines() {
    let tree = SyntaxTree.yaml("a: one\n  two  \n\n  three\nb: \"x\n\n  y\\\n  z\" # c\n")
    #expect(tree.spans[2] == "string one\n  two  \n\n  three")
    #expect(tree.text(NodeID(2)) == "one two\nthree")
    #expect(tree.spans[4] == "string \"x\n\n  y\\\n  z\"")
    #expect(tree.text(NodeID(4)) == "x\nyz")
  }

  @Test func leaveOutAnchorsAndTags() {
    let text = """
      a: !Sub &x "q"
      b: &y !If  # why
        - !Ref z
      c: &z [ d ]
      e: !!map
        f: !T
      """
    #expect(
      SyntaxTree.yaml(text).spans[1...] == [
        "key a", #"string "q""#, "key b", "array - !Ref z", "string z", "key c", "array [ d ]", "string d",
        "key e", "object f: !T", "key f", "string ",
      ])
  }

  @Test func placeWhatIsNotThere() {
    let tree = SyntaxTree.yaml("a:   # c\n? b\n? c\nd:\n- \n- x\n-\n")
    let empty = tree.nodes.filter { $0.kind == .null }
    #expect(empty.map(\.range) == [2, 12, 16, 21, 28].map { ByteRange(at: $0) })
    #expect(SyntaxTree.yaml("{ a , b: , ? c }").nodes.filter { $0.kind == .null }.map(\.end) == [3, 8, 14])
  }

  @Test func coverPairsInLists() {
    #expect(
      SyntaxTree.yaml("[a: b, ? c : d, {e}: f, {g: h}]").spans.filter { $0.hasPrefix("object") } == [
        "object a: b", "object ? c : d", "object {e}: f", "object {g: h}",
      ])
  }

  @Test func coverNestedDashes() {
    #expect(
      SyntaxTree.yaml("- - a\n  - b\n-\n  - c: d\n    e: f\n").spans == [
        "array - - a\n  - b\n-\n  - c: d\n    e: f", "array - a\n  - b", "string a", "string b",
        "array - c: d\n    e: f", "object c: d\n    e: f", "key c", "string d", "key e", "string f",
      ])
  }
}
