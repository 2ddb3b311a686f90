import Configuration
import Diagnostics
import Linting
import SourceText
import Testing

@Suite struct ConfigurationReaderTests {
  private static let rules = [
    Rule("alpha", .refused, since: "0.1", summary: "", rationale: "", bad: [], good: []),
    Rule("beta", .risky, since: "0.1", summary: "", rationale: "", bad: [], good: [], aliases: ["old-beta"]),
    Rule("gamma", .risky, since: "0.1", summary: "", rationale: "", bad: [], good: []),
  ]

  private func read(_ text: String, path: String = "stateline.yaml") -> Configuration {
    ConfigurationReader(rules: Self.rules, topics: ["flow": ["alpha", "gamma"]])
      .read(SourceFile(path: path, text: text))
  }

  /// The levels of all rules in a file.
  private func levels(_ configuration: Configuration, in path: String? = "a.json") -> [RuleLevel] {
    let settings = configuration.settings(for: path)
    return Self.rules.map { configuration.level(of: $0, in: settings) }
  }

  // MARK: Levels

  @Test(
    arguments: [
      ("", [.default, .default, .default]), ("# nothing\n", [.default, .default, .default]),
      ("rules:\n", [.default, .default, .default]),
      ("rules: { alpha: off, beta: note, gamma: error }", [.off, .note, .error]),
      ("rules: { alpha: false, beta: 'off', gamma: default }", [.off, .off, .default]),
      ("rules: { old-beta: error }", [.default, .error, .default]),
      ("rules: { risky: error }", [.default, .error, .error]),
      ("rules: { flow: note }", [.note, .default, .note]),
      // The more exact name goes first, wherever it stands.
      ("rules: { gamma: warning, flow: note, risky: error }", [.note, .error, .warning]),
      ("rules: { risky: error, flow: note, gamma: warning }", [.note, .error, .warning]),
      ("rules: { risky: off, gamma: default }", [.default, .off, .default]),
    ] as [(String, [RuleLevel])])
  func readsLevels(_ text: String, _ expected: [RuleLevel]) {
    let configuration = read(text)
    #expect(configuration.diagnostics.map(\.message) == [])
    #expect(levels(configuration) == expected)
  }

  @Test func readsJSON() {
    let text = #"{ "rules": { "alpha": "off", "beta": false }, "fail-on": "note" }"#
    let configuration = read(text, path: "x/stateline.json")
    #expect(configuration.diagnostics.isEmpty)
    #expect(levels(configuration) == [.off, .off, .default])
    #expect(configuration.failOn == .note)
  }

  @Test func laterOverridesGoFirst() {
    let configuration = read(
      """
      rules: { alpha: error, beta: error }
      overrides:
        - files: "legacy/"
          rules: { refused: note, beta: warning }
        - files: [ "*.yaml", legacy/b.json ]
          rules: { beta: off }
      """)
    #expect(configuration.diagnostics.isEmpty)
    #expect(levels(configuration, in: "a.json") == [.error, .error, .default])
    #expect(levels(configuration, in: "legacy/a.json") == [.note, .warning, .default])
    #expect(levels(configuration, in: "legacy/b.json") == [.note, .off, .default])
    #expect(levels(configuration, in: "deep/down/c.yaml") == [.error, .off, .default])
    // What is outside of the configuration's folder matches nothing.
    #expect(levels(configuration, in: nil) == [.error, .error, .default])
    #expect(configuration.settings(for: "a.json") == .ofAnyFile)
    #expect(configuration.settings(for: "x/legacy/b.yaml") == configuration.settings(for: "legacy/b.yaml"))
  }

  @Test func readsMachineTypes() {
    let configuration = read(
      """
      machine-types:
        "*.json": standard
        express/**: express
      overrides:
        - files: express/slow.json
          machine-type: standard
      """)
    #expect(configuration.diagnostics.isEmpty)
    #expect(configuration.settings(for: "a.json").machineType == .standard)
    #expect(configuration.settings(for: "express/a.json").machineType == .express)
    #expect(configuration.settings(for: "express/slow.json").machineType == .standard)
    #expect(configuration.settings(for: "a.yaml").machineType == nil)
  }

  @Test func readsPaths() {
    let configuration = read("paths: flows\nexclude: [ 'vendor/', '*.bak.json', '!keep.bak.json' ]\n")
    #expect(configuration.diagnostics.isEmpty)
    #expect(configuration.paths == ["flows"])
    #expect(configuration.exclude?.match("vendor", isFolder: true) == true)
    #expect(configuration.exclude?.match("vendor", isFolder: false) == false)
    #expect(configuration.exclude?.contain("a/vendor/b/c.json") == true)
    #expect(configuration.exclude?.match("a/vendor/b/c.json", isFolder: false) == false)
    #expect(configuration.exclude?.contain("a/x.bak.json") == true)
    #expect(configuration.exclude?.contain("a/keep.bak.json") == false)
    #expect(read("paths: []\nexclude: []\n").diagnostics.isEmpty)
  }

  // MARK: What to ignore

  private func diagnostic(_ rule: String, _ pointer: String?) -> Diagnostic {
    Diagnostic(
      rule: rule, category: .risky, message: "", source: SourceFile(path: "", text: ""),
      range: ByteRange(0, 0), pointer: pointer)
  }

  @Test func readsWhatToIgnore() throws {
    let configuration = read(
      """
      ignore:
        - { rule: [alpha, old-beta], path: "flows/", at: /States/A, reason: because, until: 2026-12-31 }
        - { rule: gamma, at: "", reason: " " }
      """)
    #expect(configuration.diagnostics.isEmpty)
    let (first, second) = (configuration.ignores[0], configuration.ignores[1])
    #expect(first.rules == ["alpha", "beta"] && first.reason == "because")
    #expect(!first.isExpired(on: try #require(CalendarDate("2026-12-31"))))
    #expect(first.isExpired(on: try #require(CalendarDate("2027-01-01"))))
    #expect(second.reason == nil && !second.isExpired(on: .today))
    for (pointer, isCovered) in [
      ("/States/A", true), ("/States/A/Next", true), ("/States/AB", false), ("/States", false), (nil, false),
    ] {
      #expect(first.covers(diagnostic("beta", pointer), at: "flows/a.json") == isCovered)
    }
    #expect(!first.covers(diagnostic("gamma", "/States/A"), at: "flows/a.json"))
    #expect(!first.covers(diagnostic("beta", "/States/A"), at: "a.json"))
    #expect(!first.covers(diagnostic("beta", "/States/A"), at: nil))
    #expect(second.covers(diagnostic("gamma", "/a"), at: nil))
  }

  // MARK: Own rules

  @Test func handsOnWhatItDoesNotKnow() {
    let own = Rule("mine", .advice, since: "1", summary: "", rationale: "", bad: [], good: [])
    let reader = ConfigurationReader(rules: Self.rules) { tree, key, value in
      guard tree.text(key) == "mine" else {
        let problem = Diagnostic(
          rule: "x", category: .refused, message: "bad", source: tree.source, range: tree.range(value))
        return (nil, [problem])
      }
      return (own, [])
    }
    let text = """
      rules:
        alpha: off
        mine: { given: state }
        broken: { given: nothing }
        mien: error
        beta: { given: state }
      overrides: [ { files: a, rules: { mine: error, broken: note } } ]
      """
    let configuration = reader.read(SourceFile(path: "stateline.yaml", text: text))
    #expect(configuration.ownRules.map(\.id) == ["mine"])
    #expect(configuration.level(of: own, in: configuration.settings(for: "a")) == .error)
    #expect(configuration.level(of: own, in: .ofAnyFile) == .default)
    #expect(
      configuration.diagnostics.map(\.message) == [
        "bad", "There is no rule, category or topic \"mien\".",
        "\"beta\" is a name that Stateline has; it takes a level, not a mapping.",
      ])
  }
}
