import DeclaredRules
import Discovery
import Linting
import Rules
import TestSupport
import Testing

/// The rules that come with the samples.
@Suite struct HouseRulesTests {
  private static let folder = #filePath.replacing(
    "Tests/DeclaredRulesTests/HouseRulesTests.swift", with: "Samples/house-rules/")

  private func rules() throws -> [DeclaredRule] {
    let source = SourceFile(path: "stateline.yaml", bytes: try TestFiles.read(Self.folder + "stateline.yaml"))
    let tree = SyntaxTree.read(source, as: .yaml)
    #expect(tree.defects.isEmpty)
    return DeclaredRule.all(in: tree, besides: { _ in false })
  }

  @Test func areSoundAndUseful() throws {
    let rules = try rules()
    #expect(rules.count == 6)
    for declared in rules {
      #expect(declared.problems.map(\.message) == [])
      let rule = try #require(declared.rule)
      #expect(!rule.bad.isEmpty && !rule.good.isEmpty)
      #expect(rule.summary.hasSuffix(".") && rule.rationale.hasSuffix("."))
    }
  }

  @Test func examplesShowWhatTheyShould() throws {
    for declared in try rules() {
      let rule = try #require(declared.rule)
      for run in declared.examples.map({ ExampleRun(rule, $0) }) {
        #expect(run.isPassed, "\(rule.id): \(run.missing) \(run.unexpected) \(run.fault ?? "")")
      }
    }
  }

  /// The careless ones break every rule of the house, and none of Stateline's.
  @Test(arguments: [
    ("payment.asl.json", [String]()),
    (
      "careless-payment.asl.json",
      [
        "state-name-casing", "unchecked-approval", "uncaught-charge", "function-without-timeout",
        "unversioned-function",
      ]
    ), ("careless-training.json", ["careless-training", "careless-training"]),
  ])
  func workflowsKeepOrBreakThem(_ name: String, _ expected: [String]) throws {
    let source = SourceFile(path: name, bytes: try TestFiles.read(Self.folder + name))
    let document = try #require(Discovery().document(source, origin: .named))
    let own = try rules().compactMap(\.rule)
    let found = Linter(rules: catalog + own).lint(document).diagnostics
    #expect(found.map(\.rule).sorted() == expected.sorted(), "\(found.map(\.message))")
  }
}

@Suite struct ExampleRunTests {
  @Test(
    arguments: [
      ("bad: [ '{ \"StartAt\": \"a\", \"States\": { «\"a\"»: { \"Type\": \"Succeed\" } } }' ]", true, nil),
      ("bad: [ '{ \"StartAt\": \"A\", \"States\": { «\"A\"»: { \"Type\": \"Succeed\" } } }' ]", false, nil),
      (
        "bad: [ '{ \"StartAt\": \"a\", \"States\": { \"a\": { \"Type\": \"Succeed\" } } }' ]", false,
        "marks what is found"
      ),
      ("good: [ '{ \"StartAt\": \"a\", \"States\": { \"a\": { \"Type\": \"Succeed\" } } }' ]", false, nil),
      (
        "good: [ '{ \"StartAt\": \"A\", \"States\": { «\"A\"»: { \"Type\": \"Succeed\" } } }' ]", false,
        "no marks"
      ),
      ("good: [ '{ \"StartAt\": \"A\", \"States\": ' ]", false, "cannot be read from its line 1"),
      ("good: [ '' ]", false, "cannot be read"),
      ("good: [ 'StartAt: A' ]", true, nil),
    ] as [(String, Bool, String?)])
  func tellsWhatAnExampleShows(_ examples: String, _ isPassed: Bool, _ fault: String?) throws {
    let (declared, _) = try declared("given: state\nthen: { casing: PascalCase }\n\(examples)")
    let rule = try #require(declared.rule)
    let run = ExampleRun(rule, try #require(declared.examples.first))
    #expect(run.isPassed == isPassed)
    #expect(fault.map { run.fault?.contains($0) == true } ?? (run.fault == nil), "\(run.fault ?? "")")
  }
}
