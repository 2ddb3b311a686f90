import Configuration
import Diagnostics
import Linting
import SourceText
import Testing

/// What is said of configurations that are wrong, and where: the marked places are underlined.
@Suite struct ConfigurationProblemTests {
  private static let rules = [
    Rule(
      "alpha", .refused, since: "0.1", summary: "", rationale: "", bad: [], good: [], aliases: ["old-alpha"]),
    Rule("broken-text", .refused, since: "0.1", summary: "", rationale: "", bad: [], good: [])
      .syntaxDefect(.invalidYAML, .duplicateKey, .unexpectedEnd) { defect, _, report in
        report(range: defect.range, "broken: \(defect.kind)")
      },
  ]

  private func diagnostics(_ text: String, path: String = "stateline.yaml") -> [Diagnostic] {
    ConfigurationReader(rules: Self.rules).read(SourceFile(path: path, text: text)).diagnostics
  }

  @Test(
    arguments: [
      ("«rule»: { alpha: off }", "\"rule\" is no setting of a configuration.", "Did you mean \"rules\"?"),
      (
        "«xyz»: 1", "\"xyz\" is no setting of a configuration.",
        "Write rules, paths, exclude, overrides, machine-types, fail-on or ignore."
      ),
      ("«- rules»", "A configuration is a mapping of names to values, not a list.", nil),
      (
        "rules: { «aplha»: off }", "There is no rule, category or topic \"aplha\".", "Did you mean \"alpha\"?"
      ),
      (
        "rules: { «refusd»: off }", "There is no rule, category or topic \"refusd\".",
        "Did you mean \"refused\"?"
      ),
      ("rules: { alpha: «of» }", "\"of\" is not a level.", "Did you mean \"off\"?"),
      (
        "rules: { alpha: «true» }", "\"alpha\" takes a level, not true.",
        "Write off, note, warning, error or default."
      ),
      (
        "rules: { alpha: «2» }", "\"alpha\" takes a level, not a number.",
        "Write off, note, warning, error or default."
      ),
      (
        "rules: { alpha: «{» severity: error } }",
        "\"alpha\" is a name that Stateline has; it takes a level, not a mapping.",
        "Give a rule of your own another name."
      ),
      (
        "rules: { alpha: off, «old-alpha»: note }",
        "\"old-alpha\" and \"alpha\" are names of one rule.", "Keep \"alpha\"."
      ),
      ("rules: «[»alpha]", "The value of \"rules\" is a mapping of names to values, not a list.", nil),
      (
        "paths: «flows/*.json»", "\"flows/*.json\" is a pattern; \"paths\" takes files and folders.",
        "Name the folder."
      ),
      (
        "paths: [«7»]", "\"paths\" takes a path, not a number.",
        "Write it in quotes if it is meant as a text."
      ),
      ("paths: «{» a: b }", "\"paths\" takes a path or a list of them, not a mapping.", nil),
      ("exclude: «''»", "\"\" matches no file: it is empty.", nil),
      (
        "exclude: [ «'a['» ]", "\"a[\" matches no file: it is malformed, as by a \"[\" that nothing closes.",
        nil
      ),
      ("exclude: «./a»", "\"./a\" matches no file: no path holds a \".\".", nil),
      (
        "exclude: «../a»",
        "\"../a\" matches no file: patterns start from the folder of the configuration and cannot leave it.",
        nil
      ),
      (
        "overrides: [ { «fils»: a, rules: {} } ]", "\"fils\" is no setting of an entry of \"overrides\".",
        "Did you mean \"files\"?"
      ),
      (
        "overrides: [ «{» rules: {} } ]", "\"files\" is missing from an entry of \"overrides\".",
        "Which files it is about, in the notation of .gitignore."
      ),
      (
        "overrides: [ { files: «[»] } ]", "\"files\" is an empty list.", "Write a pattern, or leave it out."
      ),
      (
        "overrides: «{» files: a }", "\"overrides\" takes a list of entries, not a mapping.",
        "Write \"- \" before the first name of each entry."
      ),
      ("machine-types: { a: «Express» }", "\"Express\" is no value of \"a\".", "Did you mean \"express\"?"),
      (
        "machine-types: { «'['»: express }",
        "\"[\" matches no file: it is malformed, as by a \"[\" that nothing closes.", nil
      ),
      ("fail-on: «errors»", "\"errors\" is no value of \"fail-on\".", "Did you mean \"error\"?"),
      ("fail-on: «[»error]", "\"fail-on\" takes one of error, warning, note, never, not a list.", nil),
      ("ignore: [ { rule: «aplha» } ]", "There is no rule \"aplha\".", "Did you mean \"alpha\"?"),
      (
        "ignore: [ { rule: «refused» } ]", "There is no rule \"refused\".",
        "\"stateline rules\" lists them all."
      ),
      (
        "ignore: [ { rule: alpha, at: «States/A» } ]", "\"States/A\" is no JSON pointer.",
        "A pointer begins with a slash: \"/States/Charge\"."
      ),
      (
        "ignore: [ { rule: alpha, until: «2026-02-30» } ]", "\"2026-02-30\" is no day.",
        "A day looks like this: 2026-12-31."
      ),
      (
        "ignore: [ { rule: «!Ref a» } ]",
        "\"rule\" takes the id of a rule or a list of them, not what !Ref makes of it.", nil
      ),
      ("rules: { alpha: off, «alpha»: note }", "broken: duplicateKey", nil),
      ("rules: {}\n---\n«rules»: {}", "A second document begins here; a configuration is one document.", nil),
    ] as [(String, String, String?)])
  func saysWhatIsWrong(_ text: String, _ message: String, _ help: String?) throws {
    let marked = MarkedText(text)
    let diagnostics = diagnostics(marked.text)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.help) == [help])
    #expect(diagnostics.map(\.severity) == [.error])
    let first = try #require(diagnostics.first)
    // Of a mapping or list in block style the first name is underlined.
    #expect(first.range == marked.marked.first || marked.marked.first?.contains(first.range) == true)
  }

  @Test func saysWhatIsWrongWithTheText() {
    #expect(diagnostics("rules: [\n").contains { $0.message == "broken: invalidYAML" })
    #expect(
      diagnostics("{ \"rules\": {", path: "stateline.json").contains { $0.message == "broken: unexpectedEnd" }
    )
  }

  @Test func staysShort() {
    let text = "rules:\n" + (0..<50_000).map { "  name-\($0): off\n" }.joined()
    let duration = ContinuousClock().measure { #expect(diagnostics(text).count == 100) }
    #expect(duration < .seconds(5))
  }
}
