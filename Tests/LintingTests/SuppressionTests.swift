import Diagnostics
import Discovery
import Linting
import SourceText
import TestSupport
import Testing

@Suite struct SuppressionTests {
  /// Finds every state and step, and what suppressions are wrong.
  private static let rules = [
    Rule(
      "any-state", .risky, since: "0.1", summary: "", rationale: "", bad: [], good: [], aliases: ["old-state"]
    )
    .state { state, subject, report in report(state.name, subject.tree.text(state.name)) }
    .step { step, subject, report in report(step.node, subject.pipeline.name(step.id) ?? "") },
    Rule("defect", .advice, since: "0.1", summary: "", rationale: "", bad: [], good: [])
      .suppressionDefect(.unused, .unknownRule, .withoutRule, .misplaced, .withoutReason) { defect, report in
        let name = defect.name + (defect.detail.map { " (\($0)?)" } ?? "")
        report(range: defect.range, "\(defect.kind)\(name.isEmpty ? "" : " \(name)")")
      },
  ]

  private func lint(_ text: String, _ path: String) -> Linter.Outcome {
    let linter = Linter(rules: Self.rules) { RuleNames(Self.rules) }
    guard let document = Discovery().document(SourceFile(path: path, text: text), origin: .named) else {
      Issue.record("no workflow")
      return linter.lint(Document.empty)
    }
    return linter.lint(document)
  }

  private func yaml(_ states: String) -> Linter.Outcome {
    lint("StartAt: A\nStates:\n" + states, "a.asl.yaml")
  }

  private func json(_ comment: String) -> Linter.Outcome {
    lint(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Comment": "\#(comment)" } } }"#, "a.asl.json")
  }

  // MARK: Directives

  @Test(
    arguments: [
      ("stateline:ignore any-state -- it is  so ", "it is so", []),
      ("Fails. stateline:ignore any-state", nil, ["withoutReason"]),
      ("stateline:ignore any-state--because", nil, ["unknownRule any-state--because"]),
      ("stateline:ignore any-state --because", "because", []),
      ("stateline:ignore  any-state , old-state\\t-- why", "why", []),
      ("stateline:ignore any-state -- a stateline:ignore any-state -- b", "a", []),
      ("stateline:ignore any-state -- first\\nstateline:ignore old-state -- second", "first", []),
      ("stateline:ignore any-state because", nil, ["withoutReason"]),
      ("stateline:ignore any-state, -- why", "why", []),
      ("stateline:ignore any-state --", nil, ["withoutReason"]),
      ("stateline:ignore any\\u002dstate -- escaped", "escaped", []),
    ] as [(String, String?, [String])])
  func readsDirectives(_ text: String, _ reason: String?, _ defects: [String]) {
    let outcome = json(text)
    let expected = defects.first?.hasPrefix("unknownRule") == true ? ["A"] : []
    #expect(outcome.diagnostics.map(\.message).filter { $0 == "A" } == expected)
    #expect(
      outcome.suppressed.map(\.suppression)
        == (expected.isEmpty ? [Suppression(.source, reason: reason)] : []))
    let found = outcome.diagnostics.map(\.message).filter { $0 != "A" && !expected.contains("A") }
    if expected.isEmpty { #expect(found == defects) }
  }

  @Test(arguments: [
    ("stateline:ignore -- why", "withoutRule"), ("stateline:ignore", "withoutRule"),
    ("stateline:ignore any-stat -- why", "unknownRule any-stat (any-state?)"),
    ("stateline:ignore-file any-state -- why", "misplaced"),
  ])
  func saysWhatSuppressesNothing(_ text: String, _ defect: String) {
    let outcome = json(text)
    #expect(outcome.diagnostics.map(\.message).contains(defect))
    #expect(outcome.suppressed.isEmpty)
  }

  @Test(arguments: ["stateline:ignored any-state", "stateline: ignore any-state", "stateline:ignore-files a"])
  func otherWordsAreNone(_ text: String) {
    #expect(json(text).diagnostics.map(\.message) == ["A"])
  }

  // MARK: Comments of YAML

  @Test(arguments: [
    // On the line, above it, above it with other comments and blank lines between.
    ("  A: # stateline:ignore any-state -- x\n    Type: Fail\n", true),
    ("  # stateline:ignore any-state -- x\n  A:\n    Type: Fail\n", true),
    ("  # stateline:ignore any-state -- x\n  # more\n\n  A:\n    Type: Fail\n", true),
    ("  A: # stateline:ignore any-state -- x\r\n    Type: Fail\r\n", true),
    ("# stateline:ignore any-state -- x\r\n  A:\r\n    Type: Fail\r\n", true),
    // Below it, two lines above it, behind something else on the line above it.
    ("  A:\n    # stateline:ignore any-state -- x\n    Type: Fail\n", false),
    ("  # stateline:ignore any-state -- x\n  B: { Type: Fail }\n  A:\n    Type: Fail\n", false),
    ("  B: { Type: Fail } # stateline:ignore any-state -- x\n  A:\n    Type: Fail\n", false),
    // In texts.
    ("  A:\n    Type: Fail\n    Cause: 'x # stateline:ignore any-state -- x'\n", false),
    ("  A: { Type: Fail, Cause: \"# stateline:ignore any-state -- x\" }\n", false),
    ("  A: { Type: Fail, Cause: a#stateline:ignore any-state -- x }\n", false),
    ("  A: { Type: Fail, Cause: '#' } # stateline:ignore any-state -- x\n", true),
    ("  A:\n    Type: Fail\n    Cause: |\n      # stateline:ignore any-state -- x\n", false),
  ])
  func commentsAreAboutLines(_ states: String, _ isSuppressed: Bool) {
    #expect(yaml(states).suppressed.map(\.diagnostic.message).contains("A") == isSuppressed)
  }

  @Test func fileIsIgnoredFromItsTop() {
    let text = "StartAt: A\nStates:\n  A: { Type: Fail }\n"
    let atTop = lint("# stateline:ignore-file any-state -- x\n---\n" + text, "a.asl.yaml")
    #expect(atTop.suppressed.count == 1 && atTop.diagnostics.isEmpty)
    let below = lint(text + "# stateline:ignore-file any-state -- x\n", "a.asl.yaml")
    #expect(below.suppressed.isEmpty && below.diagnostics.map(\.message) == ["A", "misplaced"])
  }

  // MARK: Definitions

  @Test func commentIsAboutWhatIsAroundIt() {
    let outcome = lint(
      #"""
      { "StartAt": "P", "States": {
        "P": { "Type": "Parallel", "End": true, "Branches": [
          { "Comment": "stateline:ignore any-state -- x", "StartAt": "A", "States": { "A": { "Type": "Fail" } } },
          { "StartAt": "B", "States": { "B": { "Type": "Fail" } } } ] },
        "C": { "Type": "Map", "Comment": "stateline:ignore any-state -- y", "End": true, "ItemProcessor":
          { "StartAt": "D", "States": { "D": { "Type": "Fail" } } } } } }
      """#, "a.asl.json")
    #expect(outcome.diagnostics.map(\.message) == ["P", "B"])
    #expect(outcome.suppressed.map(\.diagnostic.message) == ["A", "C", "D"])
    #expect(outcome.suppressed.map(\.suppression.reason) == ["x", "y", "y"])
  }

  @Test func pipelinesSuppressInWhatDescribesThem() {
    func pipeline(_ metadata: String, _ name: String) -> Linter.Outcome {
      lint(
        #"""
        { "Version": "2020-12-01", "Metadata": { "note": ["\#(metadata)"] }, "Steps": [
          { "Name": "A", "DisplayName": "\#(name)", "Type": "Fail", "Arguments": { "ErrorMessage": "x" } },
          { "Name": "B", "Type": "Fail", "Arguments": { "ErrorMessage": "x" } } ] }
        """#, "pipeline.json")
    }
    let ignore = "stateline:ignore any-state -- x"
    #expect(pipeline(ignore, "").suppressed.map(\.diagnostic.message) == ["A", "B"])
    #expect(pipeline("", ignore).suppressed.map(\.diagnostic.message) == ["A"])
    #expect(pipeline("", "").suppressed.isEmpty)
  }

  // MARK: Other rules than those that are checked

  @Test func rulesThatAreNotCheckedAreNotUnused() {
    let text =
      #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Comment": "stateline:ignore gone -- x" } } }"#
    let gone = Rule("gone", .risky, since: "0.1", summary: "", rationale: "", bad: [], good: [])
    let document = Discovery().document(SourceFile(path: "a.asl.json", text: text), origin: .named)
    func messages(_ names: [Rule]?) -> [String] {
      let names = names.map { rules -> @Sendable () -> RuleNames in { RuleNames(rules) } }
      return Linter(rules: Self.rules, names: names).lint(document ?? .empty).diagnostics.map(\.message)
    }
    #expect(messages(Self.rules + [gone]) == ["A"])
    #expect(messages(nil) == ["A"])
    #expect(messages(Self.rules) == ["A", "unknownRule gone"])
  }

  @Test func otherSuppressionsComeSecond() {
    let text =
      #"{ "StartAt": "A", "States": { "A": { "Type": "Fail" }, "B": { "Type": "Fail", "Comment": "stateline:ignore any-state -- x" } } }"#
    let document = Discovery().document(SourceFile(path: "a.asl.json", text: text), origin: .named)
    let linter = Linter(rules: Self.rules, suppressing: { _ in Suppression(.elsewhere, reason: "known") })
    let outcome = linter.lint(document ?? .empty)
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.suppressed.map(\.suppression.reason) == ["known", "x"])
  }

  // MARK: Hostile files

  /// Places stay in the file, and no number of comments takes long.
  @Test(arguments: 0..<8)
  func brokenTextsAreRead(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "# stateline:ignore any-state -- x\n", "stateline:ignore", "  A: { Type: Fail }\n", "'", "\"", "#",
      "\n", "\r", "- ",
      "any-state", ", ", "--", "é", "Comment: ", "|\n", "stateline:ignore-file ", "  ", "\\u0041",
    ]
    for _ in 0..<200 {
      var text = "StartAt: A\nStates:\n"
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let source = SourceFile(path: "a.asl.yaml", text: text)
      let outcome = lint(text, "a.asl.yaml")
      for diagnostic in outcome.diagnostics + outcome.suppressed.map(\.diagnostic) {
        #expect(source.range.contains(diagnostic.range), "\(text)")
      }
    }
  }

  @Test(arguments: [
    "# stateline:ignore any-state\n", " # stateline:ignore", "  # x stateline:ignore-file a, b -- c\r\n",
  ])
  func manyCommentsAreReadInTime(_ comment: String) {
    let text = "StartAt: A\nStates: {}\n" + String(repeating: comment, count: 200_000)
    let duration = ContinuousClock().measure { #expect(lint(text, "a.asl.yaml").suppressed.isEmpty) }
    #expect(duration < .seconds(10))
  }
}

extension Document {
  /// A document without workflows, for tests that failed before.
  fileprivate static var empty: Document {
    let source = SourceFile(path: "a.asl.json", text: "{}")
    guard let document = Discovery().document(source, origin: .named) else { preconditionFailure() }
    return document
  }
}
