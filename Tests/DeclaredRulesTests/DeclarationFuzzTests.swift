import DeclaredRules
import Discovery
import Linting
import TestSupport
import Testing

/// Declarations that are broken at random: each is a rule or has problems inside the text, and the rules that are left
/// find things inside the workflows.
@Suite struct DeclarationFuzzTests {
  private static let house = #filePath.replacing(
    "Tests/DeclaredRulesTests/DeclarationFuzzTests.swift", with: "Samples/house-rules/")

  private static let pieces: [String] = [
    "given: ", "state", "task", "step", "parameter", "catcher", "retrier", "transition", "workflow",
    "path:$..*",
    "path:$.States", "where: { name: \"*\" }\n    ", "then: { ",
    "followedBy: { type: Choice, eventually: true }",
    "reachableFrom: { name: \"C*\" }", "caughtBy: States.ALL", "retriedFor: X", "matches: \"(a|b)*c\"", "[*]",
    "..",
    "absent: true", "exists: true", "field: ", "[", "]", "{", "}", ", ", ": ", "\n    ", "- ", "\"", "'",
    "{name}", "«",
    "»", "&a ", "*a", "!t ", "0", "-1", "null", "é😀", "\\", "length: { min: 1 }", "casing: snake_case",
  ]

  @Test(arguments: 0..<12)
  func brokenDeclarationsAreRead(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let text = Array(try TestFiles.read(Self.house + "stateline.yaml"))
    let workflows = try ["payment.asl.json", "careless-payment.asl.json", "careless-training.json"].map {
      name in
      let source = SourceFile(path: name, bytes: try TestFiles.read(Self.house + name))
      return try #require(Discovery().document(source, origin: .named))
    }
    var ruleCount = 0
    for _ in 0..<60 {
      let broken = Self.broken(text, &random)
      let tree = SyntaxTree.read(SourceFile(path: "stateline.yaml", bytes: broken), as: .yaml)
      for declared in DeclaredRule.all(in: tree, besides: { _ in false }) {
        #expect((declared.rule == nil) == !declared.problems.isEmpty)
        for problem in declared.problems {
          #expect(Int(problem.range.end) <= broken.count && !problem.message.isEmpty)
        }
        guard let rule = declared.rule else { continue }
        ruleCount += 1
        for run in declared.examples.map({ ExampleRun(rule, $0) }) {
          #expect(run.unexpected.allSatisfy { Int($0.range.end) <= run.source.bytes.count })
        }
        for document in workflows {
          let found = Linter(rules: [rule]).lint(document).diagnostics
          #expect(
            found.allSatisfy { Int($0.range.end) <= document.source.bytes.count && !$0.message.isEmpty })
        }
      }
    }
    // Else nothing was tried.
    #expect(ruleCount > 60)
  }

  private static func broken(_ text: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let start = Int.random(in: 0..<text.count, using: &random)
      let end = min(text.count, start + Int.random(in: 0...12, using: &random))
      text.replaceSubrange(start..<end, with: (pieces.randomElement(using: &random) ?? "").utf8)
    }
    return text
  }

  /// Costs grow with the size of what is inspected, whatever the rule.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "given: path:$..*..*..*..*\nthen: { matches: \"^(a|a)*$\" }",
      "given: path:$..a..a..a..a..a\nthen: { absent: true }",
      "given: state\nthen: { followedBy: { name: \"*x*y*z*\", eventually: true } }",
      "given: state\nthen: { reachableFrom: { name: \"*1\" } }",
      "given: transition\nthen: { followedBy: { type: Task } }",
      "given: state\nthen: { matches: \"^(([a-z0-9])+.)+[A-Z]([a-z])+$\" }",
      "given: task\nthen: { caughtBy: X }",
      "given: state\nthen: { field: \"Parameters..a..a\", absent: true }",
    ])
  func hostileRulesEnd(_ declaration: String) throws {
    let deep = String(repeating: "{\"a\":", count: 400) + "1" + String(repeating: "}", count: 400)
    let states = (0..<5_000).map { index in
      "\"s\(index)\": { \"Type\": \"Pass\", \"Parameters\": \(index % 50 == 0 ? deep : "{}"), \"Next\": \"s\(index + 1)\" },"
    }
    let text =
      "{ \"StartAt\": \"s0\", \"States\": { \(states.joined()) \"s5000\": { \"Type\": \"Succeed\" } } }"
    _ = try findings(declaration, in: text)
  }
}
