import DeclaredRules
import Discovery
import Linting
import TestSupport
import Testing

/// Declarations with a mistake: what is underlined, and what is said.
@Suite struct ProblemTests {
  @Test(arguments: [
    ("«givn»: state\nthen: { casing: PascalCase }", "Did you mean \"given\"?"),
    ("given: «taks»\nthen: { casing: PascalCase }", "Did you mean \"task\"?"),
    ("given: «elephant»\nthen: { casing: PascalCase }", "There are workflow, state,"),
    ("given: [ state ]\nthen: { casing: PascalCase }".replacing("[", with: "«[»"), "not a list"),
    ("given: state\nthen: { casing: «Pascal» }", "no value of \"casing\""),
    ("given: state\nthen: { «matchs»: a }", "Did you mean \"matches\"?"),
    ("given: state\nthen: { matches: «(»a }", "is not closed"),
    ("given: state\nthen: { matches: 'a«**»' }", "only one of"),
    ("given: state\nthen: { notMatches: 'x«(?=»a)' }", "look ahead"),
    ("given: state\nthen: { matches: «5» }", "a text, not a number"),
    ("given: state\nthen: { min: «big», field: TimeoutSeconds }", "a number, not a text"),
    ("given: state\nthen: { length: «-1» }", "whole number"),
    ("given: state\nthen: { length: «{» min: 3, max: 2 } }", "at least 3"),
    ("given: state\nthen: { length: «{» } }", "neither"),
    ("given: state\nthen: { oneOf: «[» ] }", "list of values"),
    ("given: state\nthen: { exists: «yeah», field: Next }", "true or false"),
    ("given: state\nthen: «{» exists: true }", "what has to be there"),
    ("given: state\nthen: «{» }", "demands nothing"), ("given: state\nthen: «[» ]", "demands nothing"),
    ("given: state\nthen: «{» field: Next }", "demands nothing"),
    ("given: state\nthen: «casing»", "a mapping, not a text"),
    ("given: state\nthen: { field: «TimeOutSeconds», exists: true }", "Did you mean \"TimeoutSeconds\"?"),
    ("given: step\nthen: { field: «RetryPolices», exists: true }", "Did you mean \"RetryPolicies\"?"),
    ("given: state\nthen: { field: 'A[?«x»]', exists: true }", "no path"),
    ("given: state\nthen: { field: 'A«[-1]»', exists: true }", "cannot choose"),
    ("given: task\nthen: { field: Parameters.FunctionName«.$», exists: true }", "Leave out"),
    ("given: state\nthen: { field: «[» ], exists: true }", "empty list"),
    ("given: state\nthen: { field: «target», exists: true }", "have no \"target\""),
    ("given: path:$.a«.»\nthen: { absent: true }", "no path"),
    ("given: catcher\nthen: «{» casing: PascalCase }", "which field"),
    ("given: retrier\nthen: { followedBy: «{» type: Wait } }", "cannot be asked of retriers"),
    ("given: step\nthen: { caughtBy: «X» }", "cannot be asked of steps"),
    ("given: state\nthen: { followedBy: «Wait» }", "a mapping such as"),
    ("given: state\nthen: { followedBy: «{» eventually: true } }", "what it looks for"),
    ("given: state\nthen: { followedBy: { type: «Chioce» } }", "Did you mean \"Choice\"?"),
    ("given: step\nthen: { followedBy: { type: «Conditon» } }", "Did you mean \"Condition\"?"),
    ("given: state\nwhere: { type: «Taks» }\nthen: { casing: PascalCase }", "Did you mean \"Task\"?"),
    ("given: state\nwhere: { «typ»: Task }\nthen: { casing: PascalCase }", "Did you mean \"type\"?"),
    ("given: state\nwhere: { «kind»: next }\nthen: { casing: PascalCase }", "says nothing about states"),
    ("given: transition\nwhere: { kind: «nxt» }\nthen: { absent: true }", "Did you mean \"next\"?"),
    ("given: state\nwhere: { Seconds: «{» } }\nthen: { casing: PascalCase }", "has no check"),
    ("given: state\nwhere: «Task»\nthen: { casing: PascalCase }", "a mapping of fields"),
    ("given: state\nthen: { casing: PascalCase }\nmessage: Rename «{nam}» to it", "Did you mean {name}?"),
    ("given: state\nthen: { casing: PascalCase }\nhelp: \"\\u00e9 «{color}»\"", "{{ and }} stand for braces"),
    ("given: state\nthen: { casing: PascalCase }\nseverity: «warn»", "no value of \"severity\""),
    ("given: state\nthen: { casing: PascalCase }\nseverity: note\ncategory: «advice»", "Keep one of them"),
    ("given: state\nthen: { casing: PascalCase }\ncategory: «advise»", "Did you mean \"advice\"?"),
    ("given: state\nthen: { casing: PascalCase }\nbad: [ «1» ]", "a text, not a number"),
  ])
  func saysWhatIsWrongAndWhere(_ declaration: String, words: String) throws {
    let prefix = "rules:\n  own-rule:\n    "
    let marked = MarkedText(prefix + declaration.replacing("\n", with: "\n    ") + "\n")
    let tree = SyntaxTree.read(SourceFile(path: "stateline.yaml", text: marked.text), as: .yaml)
    let rule = try #require(DeclaredRule.all(in: tree, besides: { _ in false }).first)
    #expect(rule.rule == nil)
    // A misspelt name leaves something out as well, which is said at the rule's own name.
    let problems = rule.problems.filter { $0.range != tree.range(rule.key) }
    let shown = problems.map { "\(tree.source.text(in: $0.range)): \($0.message) \($0.help ?? "")" }
    #expect(problems.map(\.range) == marked.marked, "\(shown)")
    #expect(shown.contains { $0.contains(words) }, "\(shown)")
  }

  @Test(arguments: [
    ("then: { casing: PascalCase }", "what it is about"), ("given: state", "what it demands"),
  ])
  func saysWhatIsMissing(_ declaration: String, words: String) throws {
    let (rule, tree) = try declared(declaration)
    #expect(rule.rule == nil)
    #expect(rule.problems.map(\.range) == [tree.range(rule.key)])
    #expect(rule.problems.allSatisfy { $0.message.contains(words) })
  }

  @Test(arguments: ["Own_Rule", "ownRule", "own rule", "-own", "own--rule"])
  func namesAreInKebabCase(_ id: String) throws {
    let (rule, _) = try declared("given: state\nthen: { absent: true }", id: id)
    #expect(rule.problems.count == 1 && rule.problems.allSatisfy { $0.message.contains("kebab-case") })
  }

  @Test func aSoundRuleIsLikeThoseOfStateline() throws {
    let (declared, _) = try declared(
      """
      summary: States wait.
      rationale: Haste makes waste.
      severity: error
      given: state
      then: { field: Type, equals: Wait }
      message: "{name} of {file} has {field} {value}, not {{Wait}}"
      help: Wait.
      bad: [ '{ "StartAt": "A", "States": { "A": { "Type": «"Pass"», "End": true } } }' ]
      good: "StartAt: A\\nStates: { A: { Type: Wait } }"
      """)
    #expect(declared.problems.map(\.message) == [])
    let rule = try #require(declared.rule)
    #expect(rule.id == "own-rule" && rule.summary == "States wait." && rule.rationale == "Haste makes waste.")
    #expect(rule.category.severity == .error && rule.declaredIn == "stateline.yaml" && rule.since == nil)
    #expect(rule.bad.map(\.notation) == [.json] && rule.good.map(\.notation) == [.yaml])
    let found = try findings(of: rule, in: "StartAt: A\nStates: { A: { Type: Pass, End: true } }")
    #expect(found.map(\.message) == ["A of flow.asl.yaml has Type Pass, not {Wait}"])
    #expect(found.map(\.help) == ["Wait."] && found.map(\.severity) == [.error])
    #expect(found.map(\.pointer) == ["/States/A/Type"] && found.map(\.state) == ["A"])
  }

  @Test func levelsFollowFromSeverityAndCategory() throws {
    for (text, severity) in [
      ("severity: error", Severity.error), ("severity: warning", .warning), ("severity: note", .note),
      ("category: refused", .error), ("category: risky", .warning), ("# nothing", .warning),
    ] {
      let rule = try declared("given: state\nthen: { absent: true }\n\(text)").rule.rule
      #expect(rule?.category.severity == severity)
    }
  }

  /// Each check has words of its own when the rule has none.
  @Test(arguments: [
    ("casing: PascalCase", "The name \"a b\" is not in PascalCase"),
    ("field: TimeoutSeconds, exists: true", "\"a b\" has no \"TimeoutSeconds\""),
    ("field: Resource, absent: true", "\"a b\" has \"Resource\""),
    ("field: Resource, matches: x", "\"Resource\" of \"a b\" is \"r\", which does not match x"),
    ("absent: true", "\"a b\" should not be there"),
    ("caughtBy: States.ALL", "Nothing catches States.ALL of \"a b\""),
    (
      "followedBy: { type: Wait, name: W }",
      "\"a b\" does not lead to a state with type \"Wait\" and name \"W\""
    ),
    (
      "followedBy: { type: Wait, eventually: true }",
      "From \"a b\" the workflow can end without a state with type \"Wait\""
    ),
    (
      "reachableFrom: { type: [Wait, Map] }",
      "No way leads from a state with type \"Wait\" or \"Map\" to \"a b\""
    ),
    ("retriedFor: X", "\"a b\" is not tried again after X"),
  ])
  func hasAMessageOfItsOwn(_ check: String, _ message: String) throws {
    let text = "StartAt: a b\nStates: { a b: { Type: Task, Resource: r, End: true } }"
    let found = try findings("given: task\nthen: { \(check) }", in: text)
    let finding = try #require(found.first)
    #expect(finding.message.hasPrefix(message) && finding.message.hasSuffix("."), "\(finding.message)")
  }
}
