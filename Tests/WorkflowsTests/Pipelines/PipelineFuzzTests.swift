import SourceText
import Syntax
import TestSupport
import Testing
import Workflows

/// Random texts near valid definitions: the model is there, and keeps its promises.
struct PipelineFuzzTests {
  private static let words = [
    #""Steps""#, #""Name""#, #""Type""#, #""Arguments""#, #""DependsOn""#, #""IfSteps""#, #""ElseSteps""#,
    #""ForEachBody""#, #""Condition""#, #""ForEach""#, #""Lambda""#, #""Conditions""#, #""Not""#, #""Or""#,
    #""Get""#, #""Std:JsonGet""#, #""Std:Join""#, #""Steps.A.B""#, #""A""#, #""${A}""#, #""Parameters""#,
    #""Step""#, #""Trigger""#, #""Resources""#, #""S3""#, #""StepName""#, #""Cleanup""#, #""PropertyFiles""#,
    "{", "}", "[", "]", ":", ",", "null", "1", "${X}", #"{"Get": "Steps.A.B"}"#, #"{"Name": "A"},"#,
  ]

  private static let definition = """
    { "Version": "2020-12-01", "Parameters": [ { "Name": "P", "Type": "String" } ], "Steps": [
      { "Name": "A", "Type": "Condition", "Arguments": { "Conditions": [ { "Type": "Or", "Conditions": [
          { "Type": "Not", "Condition": { "Type": "Equals", "LeftValue": { "Get": "Parameters.P" } } } ] } ],
        "IfSteps": [ { "Name": "B", "Type": "Lambda", "DependsOn": [ { "Step": "C", "Trigger": "Any" } ],
          "Arguments": { "x": { "Std:Join": { "On": "", "Values": [ { "Get": "Steps.C.X" } ] } } } } ],
        "ElseSteps": [ { "Name": "E", "Type": "Condition", "Arguments": { "IfSteps": [] } } ] } },
      { "Name": "C", "Type": "Processing", "PropertyFiles": [ { "PropertyFileName": "f" } ],
        "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING" ] } ], "CacheConfig": { "Enabled": true } },
      { "Name": "D", "Type": "ForEach", "Arguments": { "ForEachBody": [ { "Name": "F", "Type": "Lambda" } ],
        "Selector": { "Pick": "MaxBy", "Field": { "Get": "IterationOutput.F.X" } } } },
      { "Name": "G", "Type": "Cleanup", "Arguments": { "Resources": { "S3": [ { "StepName": "C" } ] } } } ] }
    """

  @Test func keepsItsPromises() {
    var random = SplitMix64(seed: 20_264)
    for _ in 0..<3_000 {
      var text = Array(Self.definition.utf8)
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let index = Int.random(in: 0..<text.count, using: &random)
        let word = Array((Self.words.randomElement(using: &random) ?? "").utf8)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text.insert(contentsOf: word, at: index)
        case 1: text.replaceSubrange(index..<min(index + word.count, text.count), with: word)
        default: text.removeSubrange(index..<min(index + Int.random(in: 1...40, using: &random), text.count))
        }
      }
      let notation: Notation = Bool.random(using: &random) ? .json : .yaml
      let tree = SyntaxTree.read(SourceFile(path: "pipeline", bytes: text), as: notation)
      for root in tree.roots { PipelinePromises.check(Pipeline(tree, root: root)) }
    }
  }

  /// Many of each kind of part: quadratic time would take minutes.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      (#"{"Steps": ["#, #"{"Name": "A", "DependsOn": ["A", "B"]},"#),
      (#"{"Steps": [{"Name": "A", "Type": "Lambda","#, #""x": {"Get": "Steps.A.B"},"#),
      (#"{"Steps": [{"Name": "A", "Type": "Lambda", "Arguments": {"#, #""x": {"Get": "Steps.A.B"},"#),
      (#"{"Steps": [{"Name": "A", "Type": "Condition", "Arguments": {"Conditions": ["#, #"{"Type": "Or"},"#),
      (#"{"Steps": [{"Type": "Condition", "Arguments": {"IfSteps": ["#, #"{"Type": "Fail"},"#),
      (#"{"Steps": [{"x": "#, #"{"Std:JsonGet": "#),
      (#"{"Steps": "#, #"[{"Type": "Condition", "Arguments": {"IfSteps": "#),
      (#"{"Parameters": ["#, #"{"Name": "P"},"#),
    ])
  func timeIsLinear(_ start: String, _ unit: String) {
    let text = start + String(repeating: unit, count: 2_000_000 / unit.utf8.count)
    let tree = SyntaxTree.read(SourceFile(path: "pipeline.json", text: text), as: .json)
    let pipeline = Pipeline(tree, root: tree.roots[0])
    #expect(pipeline.objects.count <= tree.nodes.count)
  }
}
