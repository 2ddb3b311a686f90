import SourceText
import Syntax
import Testing

@Suite struct YAMLProblemTests {
  /// What is underlined, what the second place is, and some words of the explanation.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let underlined: String
    let words: String
    let related: String?

    init(_ text: String, _ underlined: String, _ words: String, related: String? = nil) {
      self.text = text
      self.underlined = underlined
      self.words = words
      self.related = related
    }

    var testDescription: String { text.split(separator: "\n").joined(separator: "⏎") }
  }

  @Test(arguments: [
    Case("a:\n\t- b\n", "\t", "indented by a tab"),
    Case("a:\n  b: 1\n\t\tc: 2\n", "\t\t", "indented by a tab"),
    Case("a: |\n  x\n\tfoo\n", "\t", "indented by a tab"),
    Case("a: *\n", "*", "begins with '*' needs quotes"),
    Case("a: **/b\n", "**/b", "begins with '*' needs quotes"),
    Case("a: & b\n", "&", "begins with '&' needs quotes"),
    Case("a: @b\n", "@b", "begins with '@' needs quotes"),
    Case("a: %b\n", "%b", "begins with '%' needs quotes"),
    Case("%b\n", "%b", "begins with '%' needs quotes"),
    Case("a: !<x y\n", "!<x", "begins with '!' needs quotes"),
    Case("a: !x!y z\n", "!x!y", "%TAG"),
    Case("a: > b\n", "> b", "begin a text on the next lines"),
    Case("a: |0\n  b\n", "0", "1 to 9"),
    Case("a: {% $x %}\n", "{%", "expression in {% %} needs quotes"),
    Case("a: \"b\nc: 1\n", "\"b", "the quote that begins here"),
    Case("a: 'don't'\n", "t'", "ends at its closing quote"),
    Case("a: \"b\" + \"c\"\n", "+", "ends at its closing quote"),
    Case("a: \"\\d\"\n", "\\d", "\\d means nothing"),
    Case("a: \"\\😀\"\n", "\\😀", "\\😀 means nothing"),
    Case("a: \"\\x1\"\n", "1", "hexadecimal digits"),
    Case("é: 1\nfoo:bar\nb: 2\n", "foo:bar", "':' and a blank behind it"),
    Case("é: b: c\n", ":", "needs quotes"),
    Case("a: [b:, c]\n", ":", "a blank is expected behind"),
    Case("a: - b\n", "-", "a list begins on a line of its own"),
    Case("a: ? b\n", "?", "begins with it needs quotes"),
    Case("a: ]\n", "]", "a value is expected here"),
    Case("a: b\n}\n", "}", "belongs to no bracket"),
    Case("a:\n   b: 1\n  c: 2\n", "c", "indentation of this line fits no line above", related: "a"),
    Case("a: 1\n- b\n", "-", "a list entry stands where a key is expected", related: "a"),
    Case("- a\nb: 1\n", "b", "indentation of this line fits no line above", related: "-"),
    Case("a: {b: 1\n", "", "the '{' is not closed", related: "{"),
    Case("a: [b, \"c\"\nd: e\n", "d", "',' or ']' is expected here", related: "["),
    Case("a: {b: ${c}, d: e}\n", "${c}", "inside brackets needs quotes", related: "{"),
    Case("a: [b, x${c\n", "${c", "inside brackets needs quotes", related: "["),
    Case("{\"a\": 1} b\n", "b", "the document ends before this"),
    Case("%YAML 1.3\n---\n", "%YAML 1.3", "1.1 or 1.2"),
    Case("%TAG !\n---\n", "%TAG !", "no complete %YAML or %TAG directive"),
    Case("%YAML 1.1\n%YAML 1.1\n---\n", "%YAML 1.1", "has this directive already"),
    Case("{a: b}: c", "{a: b}", "a key must be a text"),
  ])
  func areExplained(_ example: Case) throws {
    let tree = SyntaxTree.yaml(example.text)
    let defect = try #require(tree.defects.first)
    #expect(tree.defects.count == 1)
    #expect(defect.kind == .invalidYAML)
    #expect(tree.source.text(in: defect.range) == example.underlined)
    #expect(defect.related.map { tree.source.text(in: $0) } == example.related)
    #expect(defect.detail?.contains(example.words) == true, "\(defect.detail ?? "")")
  }

  @Test func standAtTheRightOfTwoEqualTexts() {
    #expect(SyntaxTree.yaml("x: 1\nb: x: 2").defects.map(\.range) == [ByteRange(9, 10)])
    #expect(SyntaxTree.yaml("%YAML 1.1\n%YAML 1.1\n---").defects.map(\.range) == [ByteRange(10, 19)])
  }

  @Test(arguments: [
    ("a: 1\nb:\n  c: [2, {d: 3\ne: @", #"{"a":1,"b":{"c":[2,{"d":"3 e"}]}}"#),
    ("a: 1\nb:\n\t", #"{"a":1,"b":?}"#), ("- 1\n- [2\n  , \"x", "[1,[2]]"), ("a: {b", #"{"a":{"b":null}}"#),
    ("{? {a: [b", #"{"{a: [b":?}"#), ("@", "?"), ("a: 1\n---\n@", #"{"a":1}"#),
    ("a: 1\n---\nb: @", #"{"a":1}|{"b":?}"#),
    ("a: &x {<<: [{b: 1}, @", #"{"a":{"b":1}}"#),
  ])
  func leaveWhatStandsBefore(_ text: String, _ expected: String) {
    let tree = SyntaxTree.yaml(text)
    #expect(tree.values.joined(separator: "|") == expected)
    #expect(!tree.defects.isEmpty)
  }

  @Test func ofKeysDoNotHideTheRest() {
    let tree = SyntaxTree.yaml("? [a, &x b]\n: 1\nc: *x\n? - d\n  - &y {e: f}\n: *y\ng: 2\n")
    #expect(tree.values == [#"{"[a, &x b]":1,"c":?,"- d\n  - &y {e: f}":?,"g":2}"#])
    #expect(tree.defects.map(\.kind) == [.invalidYAML, .invalidYAML])
  }

  @Test func ofNestingAreOne() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
      (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ] {
      #expect(SyntaxTree.yaml(text).defects.filter { $0.kind == .nestingTooDeep }.count == 1)
    }
    let allowed = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    #expect(SyntaxTree.yaml(allowed).defects.isEmpty)
  }

  @Test func ofTagDirectivesAreBounded() {
    let text = (0..<50_000).map { "%TAG !a\($0)! x\n" }.joined() + "--- a\n"
    #expect(SyntaxTree.yaml(text).defects.map(\.kind) == [.invalidYAML])
    let few = (0..<100).map { "%TAG !a\($0)! x\n" }.joined() + "--- a\n"
    #expect(SyntaxTree.yaml(few).values == ["\"a\""])
  }
}

@Suite struct YAMLDocumentTests {
  @Test func haveOneRootEach() {
    #expect(
      SyntaxTree.yaml("---\na: 1\n---\n- 2\n...\n---\n---\nx\n").values == [
        #"{"a":1}"#, "[2]", "null", "\"x\"",
      ])
  }

  @Test(arguments: ["", " \n\n", "# c\n", "\u{FEFF}", "\u{FEFF}# c"])
  func mayBeEmpty(_ text: String) {
    let tree = SyntaxTree.yaml(text)
    #expect(tree.defects == [SyntaxDefect(.emptyText, tree.source.range)])
    #expect(tree.values == ["?"])
  }

  @Test func areNotReadFromOtherEncodings() {
    let utf16: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3A, 0]
    #expect(SyntaxTree.yaml(utf16).defects.map(\.kind) == [.utf16])
    #expect(SyntaxTree.yaml([0x61, 0, 0x3A, 0]).defects.map(\.kind) == [.utf16])
    #expect(SyntaxTree.yaml([0x61, 0x3A, 0x20, 0x62, 0, 0, 0]).defects.map(\.kind) == [.binary])
    #expect(SyntaxTree.yaml([0x61, 0x3A, 0x20, 0x62, 0, 0, 0]).values == ["?"])
  }

  @Test func areReadAroundIllFormedBytes() {
    let tree = SyntaxTree.yaml(Array("a: x".utf8) + [0xFF, 0xC3] + Array("\nb: é\n".utf8))
    #expect(tree.defects.map { "\($0.kind) \($0.range)" } == ["invalidUTF8 4..<5"])
    #expect(tree.values == [#"{"a":"x__","b":"é"}"#])
  }

  @Test func areReadAroundCharactersThatYAMLDoesNotAllow() {
    let tree = SyntaxTree.yaml("a: é\u{1}\u{2}x\nb: \u{FEFF}y\u{85}\nc: \"\u{9F}\u{7F}\"\n")
    #expect(
      tree.defects.map { "\($0.range) \($0.detail ?? "")" } == [
        "5..<7 the character U+0001 is not allowed", "12..<15 the character U+FEFF is not allowed",
        "23..<26 the character U+009F is not allowed",
      ])
    #expect(tree.values == [#"{"a":"é__x","b":"___y","c":"___"}"#])
  }
}

@Suite struct YAMLTemplateTests {
  @Test(arguments: [
    ("a: {{ b }}\n", "Jinja", 3), ("{{ a }}: b\n", "Jinja", 0),
    ("{% if a %}\nb: c\n{% endif %}\n", "Jinja", 0),
    ("a: \"x\"\nb:\n  - {{ c }}\n", "Jinja", 14), ("a: 1\n{%- for b in c %}\n  d: {{ b }}\n", "Jinja", 5),
    ("a: x{{ b }}\nc: [\n", "Jinja", 4), ("a: [\n%{ for b in c ~}\n", "Terraform", 5),
    ("<% a %>\nb: [\n", "ERB or EJS", 0),
  ])
  func areNoted(_ text: String, _ language: String, _ place: UInt32) {
    let tree = SyntaxTree.yaml(text)
    #expect(tree.defects == [SyntaxDefect(.foreignTemplate, ByteRange(place, place + 2), detail: language)])
    #expect(tree.values == ["?"])
  }

  /// Each of these cannot be read for another reason, and holds the characters of a template.
  @Test(arguments: [
    "a: '{{ b }}'\nc: [\n", "a: 1 # {{ b }}\nc: [\n", "# {% if a %}\nc: [\n",
    "a: |\n  {{ b }}\n\n  {{ c }}\nd: [\n",
    "- a: >-\n    {% if %}\n  b: [\n", "a: {% $states.input %}\n", "a: {{resolve:ssm:b}}\n",
    "a: {{ b }\nc: d\n",
    "a: \"{{ b\\\" }}\"\nc: [\n", "a: 50%{ 1\nb: [\n", "a: %{Host}i\n",
    "a: [\"{{ b }}\", {\"c\":\"{{ d }}\"}\n",
  ])
  func areNotSeenWhereTheyAreText(_ text: String) {
    let kinds = SyntaxTree.yaml(text).defects.map(\.kind)
    #expect(!kinds.isEmpty && kinds.allSatisfy { $0 == .invalidYAML })
  }

  @Test func areNotSoughtInWhatCanBeRead() {
    #expect(SyntaxTree.yaml("a: '{{ b }}'\nb: x{{ c }}\n").defects.isEmpty)
    #expect(SyntaxTree.yaml("a: ${Name}\nb: ${c}-${d}\n").values == [#"{"a":"${Name}","b":"${c}-${d}"}"#])
  }
}
