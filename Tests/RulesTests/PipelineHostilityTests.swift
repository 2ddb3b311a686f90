import Discovery
import Linting
import Rules
import TestSupport
import Testing

/// Pipelines as nobody writes them: the rules come to an end, soon.
struct PipelineHostilityTests {
  /// Many of each kind of fault: quadratic time would take minutes.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      (#"{ "Name": "#, #", "DependsOn": [ "Nowhere", "A0" ] },"#),
      (#"{ "Type": "Lambda", "Arguments": { "a": { "Get": "Steps.Nowhere.X" } }, "Name": "#, "},"),
      (#"{ "Type": "Lambda", "Arguments": { "a": { "Get": "Parameters.X" } }, "Name": "#, "},"),
      (
        #"{ "Type": "Lambda", "Arguments": { "a": { "Get": "Steps.A0.OutputParameters['x']" } }, "Name": "#,
        "},"
      ),
      (#"{ "Type": "Fail", "DependsOn": [ "A0", "A1", "A2" ], "Name": "#, "},"),
      (#"{ "Type": "Trainingg", "Argument": 1, "RetryPolicies": [ 1, {} ], "Name": "#, "},"),
      (#"{ "Type": "Condition", "Arguments": { "IfSteps": [ { "Name": "A0" } ] }, "Name": "#, "},"),
      (#"{ "Type": "Training", "Arguments": { "RoleARN": [], "InputDataConfig": {} }, "Name": "#, "},"),
      (
        #"{ "Type": "Training", "Arguments": { "RoleArn": { "Get": "Steps.A0.ModelArtifact.X" } }, "Name": "#,
        "},"
      ),
    ])
  func timeIsLinear(_ start: String, _ end: String) throws {
    let steps = (0..<15_000).map { "\(start)\"A\($0)\"\(end)" }.joined(separator: "\n")
    let text = #"{ "Version": "2020-12-01", "Parameters": [ { "Name": "P" } ], "Steps": [ \#(steps) {} ] }"#
    let document = try #require(Discovery().document(SourceFile(path: "a.json", text: text), origin: .named))
    let outcome = Linter(rules: catalog).lint(document)
    #expect(!outcome.diagnostics.isEmpty)
  }

  /// One step whose arguments hold as much as others hold steps.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      ("{", #""Tagz"#, #"": 1,"#, #""x": 1 }"#), (#"{ "Tags": ["#, #"{ "Kei"#, #"": 1 },"#, "{} ] }"),
      (#"{ "Environment": {"#, #""K"#, #"": [],"#, #""x": {} } }"#),
      (#"{ "InputDataConfig": ["#, #"{ "InputMode": "P"#, #"" },"#, "{} ] }"),
    ])
  func timeIsLinearInOneStep(_ start: String, _ left: String, _ right: String, _ end: String) throws {
    let parts = (0..<50_000).map { "\(left)\($0)\(right)" }.joined(separator: "\n")
    let text = """
      { "Version": "2020-12-01", "Steps": [ { "Name": "T", "Type": "Training", "Arguments":
        \(start) \(parts) \(end) } ] }
      """
    let document = try #require(Discovery().document(SourceFile(path: "a.json", text: text), origin: .named))
    let findings = Linter(rules: catalog).lint(document).diagnostics
    #expect(findings.contains { $0.rule.hasSuffix("step-argument") || $0.rule.hasSuffix("argument-value") })
  }

  @Test func deepNestingIsSurvived() throws {
    let depth = 20_000
    let start = #"{ "Name": "C", "Type": "Condition", "Arguments": { "IfSteps": [ "#
    let text =
      #"{ "Version": "2020-12-01", "Steps": [ "# + String(repeating: start, count: depth)
      + String(repeating: "] } }", count: depth) + "] }"
    let document = try #require(Discovery().document(SourceFile(path: "a.json", text: text), origin: .named))
    #expect(!Linter(rules: catalog).lint(document).diagnostics.isEmpty)
  }

  /// Texts near a valid one, cut and mixed: every finding lies in the text.
  @Test func findingsLieInTheText() throws {
    var random = SplitMix64(seed: 20_265)
    let examples = catalog.flatMap { $0.bad + $0.good }.filter(\.isPipeline)
    #expect(examples.count > 60)
    for _ in 0..<1_500 {
      var text = Array((examples.randomElement(using: &random)?.text ?? "").utf8)
      for _ in 0..<Int.random(in: 1...5, using: &random) where !text.isEmpty {
        let index = Int.random(in: 0..<text.count, using: &random)
        let other = Array((examples.randomElement(using: &random)?.text ?? "").utf8)
        let first = Int.random(in: 0..<other.count, using: &random)
        let piece = other[first..<min(first + Int.random(in: 1...60, using: &random), other.count)]
        let end = min(index + Int.random(in: 0...30, using: &random), text.count)
        text.replaceSubrange(index..<end, with: piece)
      }
      let source = SourceFile(path: "pipeline.json", bytes: text)
      guard let document = Discovery().document(source, origin: .named) else { continue }
      for finding in Linter(rules: catalog).lint(document).diagnostics {
        #expect(Int(finding.range.end) <= text.count)
        #expect(finding.related.allSatisfy { Int($0.range.end) <= text.count })
        #expect(!finding.message.isEmpty)
      }
    }
  }
}
