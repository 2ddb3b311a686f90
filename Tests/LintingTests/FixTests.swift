import Diagnostics
import Discovery
import Linting
import SourceText
import Syntax
import Testing

@Suite struct FixedTextTests {
  private func fix(_ edits: (Range<UInt32>, String)...) -> Fix {
    Fix("", isSafe: true, edits: edits.map { TextEdit(ByteRange($0.lowerBound, $0.upperBound), $1) })
  }

  private func fixed(_ text: String, _ fixes: [Fix]) -> (text: String, count: Int) {
    let fixed = FixedText(SourceFile(path: "", text: text), making: fixes)
    return (String(decoding: fixed.source.bytes, as: UTF8.self), fixed.fixCount)
  }

  @Test func makesFixesInOrderOfPlace() {
    #expect(fixed("abcdef", [fix((4..<5, "E")), fix((0..<1, "")), fix((2..<3, "long"))]) == ("blongdEf", 3))
    #expect(fixed("abc", []) == ("abc", 0))
  }

  @Test func leavesOutWhatConflicts() {
    #expect(fixed("abcdef", [fix((1..<4, "X")), fix((0..<2, "Y"))]) == ("Ycdef", 1))
    #expect(fixed("abcdef", [fix((1..<2, "X")), fix((2..<3, "Y"))]) == ("aXcdef", 1))
    #expect(fixed("abc", [fix((1..<1, "X")), fix((1..<1, "Y"))]) == ("aXbc", 1))
  }

  /// All edits of a fix are made, or none.
  @Test func makesFixesWhole() {
    #expect(fixed("abcdef", [fix((0..<1, "A"), (4..<5, "E")), fix((2..<3, "C"))]) == ("AbcdEf", 1))
    #expect(fixed("abcdef", [fix((0..<3, "X"), (2..<4, "Y"))]) == ("abcdef", 0))
  }

  @Test func ignoresWhatIsOutOfTheText() {
    #expect(fixed("abc", [fix((2..<9, "X"))]) == ("abc", 0))
  }
}

@Suite struct NodeEditsTests {
  private func apply(_ edit: TextEdit?, to text: String) -> String? {
    guard let edit else { return nil }
    let fix = Fix("", isSafe: true, edits: [edit])
    let source = FixedText(SourceFile(path: "", text: text), making: [fix]).source
    return String(decoding: source.bytes, as: UTF8.self)
  }

  /// Writes another text in place of the value of `k`.
  private func replacing(_ text: String, _ notation: Notation, with new: String) -> String? {
    let tree = SyntaxTree.read(SourceFile(path: "", text: text), as: notation)
    return tree.value(tree.roots[0], "k").flatMap { apply(tree.replacement(of: $0, with: new), to: text) }
  }

  @Test func keepsTheStyleOfStrings() {
    #expect(replacing(#"{"k": "a"}"#, .json, with: "b\"\\\u{1}é") == #"{"k": "b\"\\\u0001é"}"#)
    #expect(replacing("k: a # c", .yaml, with: "b") == "k: b # c")
    #expect(replacing("k: \"a\"", .yaml, with: "b") == "k: \"b\"")
    #expect(replacing("k: 'a'", .yaml, with: "it's") == "k: 'it''s'")
    #expect(replacing("k: 'a'", .yaml, with: "a\nb") == nil)
  }

  @Test(arguments: ["yes", "12", "a: b", "a,b", "[a", " a", "a ", "", "é", "-", "null"])
  func quotesWhatYAMLWouldReadOtherwise(_ text: String) throws {
    let result = try #require(replacing("k: a", .yaml, with: text))
    let tree = SyntaxTree.read(SourceFile(path: "", text: result), as: .yaml)
    let value = try #require(tree.value(tree.roots[0], "k"))
    #expect(tree.kind(value) == .string && tree.text(value) == text)
    #expect(result.hasPrefix("k: \""))
  }

  @Test func leavesOtherStylesAlone() {
    #expect(replacing("k: |\n  a\n", .yaml, with: "b") == nil)
    #expect(replacing("j: &x a\nk: *x\n", .yaml, with: "b") == nil)
    #expect(replacing("k: a\n  b\n", .yaml, with: "b") == nil)
    #expect(replacing(#"{"k": 1}"#, .json, with: "b") == nil)
    #expect(replacing(#"{"k": 'a'}"#, .json, with: "b") == nil)
  }

  /// Takes the member `k` away.
  private func removing(_ text: String, _ notation: Notation) -> String? {
    let tree = SyntaxTree.read(SourceFile(path: "", text: text), as: notation)
    let root = tree.roots[0]
    return tree.member(root, "k").flatMap { apply(tree.removal(of: $0.key, from: root), to: text) }
  }

  @Test func removesMembersWithWhatPartsThem() {
    #expect(removing(#"{ "a": 1, "k": 2 }"#, .json) == #"{ "a": 1 }"#)
    #expect(removing(#"{ "k": 2, "a": 1 }"#, .json) == #"{ "a": 1 }"#)
    #expect(removing("{\n  \"a\": 1,\n  \"k\": 2,\n  \"b\": 3\n}", .json) == "{\n  \"a\": 1,\n  \"b\": 3\n}")
    #expect(removing("{\n  \"a\": 1,\n  \"k\": 2\n}", .json) == "{\n  \"a\": 1\n}")
    #expect(removing("{ a: 1, k: 2 }", .yaml) == "{ a: 1 }")
    #expect(removing("a: 1\nk: 2\nb: 3\n", .yaml) == "a: 1\nb: 3\n")
    #expect(removing("a: { c: 1 }\nk: 2\n", .yaml) == "a: { c: 1 }\n")
    #expect(removing("k: 2\nb: 3\n", .yaml) == "b: 3\n")
  }

  @Test func removesNothingThatOthersNeed() {
    #expect(removing(#"{ "k": 2 }"#, .json) == nil)
    #expect(removing("a: 1\nk: 2 # why\nb: 3\n", .yaml) == nil)
    #expect(removing("a: 1 # why\nk: 2\n", .yaml) == nil)
    #expect(removing("{ \"a\": 1 /* why */, \"k\": 2 }", .json) == nil)
    #expect(removing("b: &x { k: 2, c: 1 }\n<<: *x\n", .yaml) == nil)
  }
}

@Suite struct FixingTests {
  /// Turns each `"Comment": "n"` into `n - 1`, down to 0.
  private let countdown = Rule(
    "countdown", .advice, since: "0", summary: "", rationale: "", bad: [], good: []
  ).object { object, subject, report in
    guard let value = subject.machine.value(.comment, of: object), let number = Int(subject.tree.text(value)),
      number != 0
    else { return }
    let edit = number < 0 ? TextEdit(subject.tree.range(value), "\"") : nil
    report(
      value, "",
      fix: Fix(
        "", isSafe: true, edit ?? subject.tree.replacement(of: value, with: String(number - 1))))
  }

  private func fix(_ comment: String) throws -> (text: String, fixed: FixedDocument) {
    let text = #"{ "Comment": "\#(comment)", "StartAt": "A", "States": { "A": { "Type": "Fail" } } }"#
    let discovery = Discovery()
    let source = SourceFile(path: "a.asl.json", text: text)
    let document = try #require(discovery.document(source, origin: .named))
    let fixed = Linter(rules: [countdown]).fix(document, discovery)
    return (fixed.document.source.text(in: fixed.document.source.range), fixed)
  }

  @Test func goesOnUntilNothingIsLeft() throws {
    let (text, fixed) = try fix("3")
    #expect(text.contains("\"0\"") && fixed.fixCount == 3)
    #expect(fixed.outcome.diagnostics.isEmpty && !fixed.isIncomplete)
  }

  @Test func comesToAnEnd() throws {
    let (_, fixed) = try fix("1000000")
    #expect(fixed.fixCount == 10 && fixed.outcome.diagnostics.count == 1)
  }

  @Test func keepsTheLastReadableText() throws {
    let (text, fixed) = try fix("-1")
    #expect(text.contains("\"-1\"") && fixed.fixCount == 0 && fixed.isIncomplete)
    #expect(fixed.outcome.diagnostics.count == 1)
  }
}
