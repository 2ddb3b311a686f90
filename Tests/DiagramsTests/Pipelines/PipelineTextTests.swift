import Syntax
import Testing
import Workflows

@testable import Diagrams

/// What values, references and conditions of pipelines read like.
@Suite struct PipelineTextTests {
  @Test(arguments: [
    ("Parameters.Limit", "Limit"), ("Execution.PipelineName", "PipelineName"), ("Steps.A", "A"),
    ("Steps.A.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri", "train"),
    ("Steps.A.ProcessingOutputConfig.Outputs[0].S3Output.S3Uri", "Outputs[0]"),
    ("Steps.A.ModelArtifacts.S3ModelArtifacts", "model artifacts"), ("Steps.A.ModelName", "ModelName"),
    ("Steps.A.FinalMetricDataList['val:acc'].Value", "val:acc"), ("Steps.A.OutputParameters['x.y']", "x.y"),
    ("Steps.A.TrainingJobSummaries[3].TrainingJobName", "TrainingJobName"), ("Steps.A[1][2]", "[1][2]"),
    ("Steps.A.BestTrainingJob.FinalHyperParameterTuningJobObjectiveMetric.Value", "objective metric"),
    ("ForEach.CurrentItem", "item"), ("ForEach.CurrentItem.region[0]", "item.region[0]"),
    ("IterationOutput.A.OutputParameters['score']", "score"), ("Odd thing", "Odd thing"), ("", ""),
  ])
  func referencesGoByTheirLastTellingPart(_ reference: String, _ expected: String) {
    let pipeline = PipelineSamples.pipeline(#"{ "Steps": [], "x": { "Get": "\#(reference)" } }"#)
    let value = pipeline.tree.value(pipeline.root, "x")
    #expect(value.flatMap(ValueText(pipeline: pipeline).text) == expected)
  }

  @Test(arguments: [
    (#"{ "Type": "Equals", "LeftValue": "a", "RightValue": 1.5 }"#, #""a" = 1.5"#),
    (
      #"{ "Type": "GreaterThanOrEqualTo", "LeftValue": { "Get": "Parameters.P" }, "RightValue": true }"#,
      "P ≥ true"
    ),
    (#"{ "Type": "In", "QueryValue": { "Get": "Parameters.P" }, "Values": [ "x", 2 ] }"#, #"P in "x", 2"#),
    (#"{ "Type": "NotIn", "Value": 1, "In": [ 2 ] }"#, "1 not in 2"),
    (
      #"{ "Type": "Not", "Condition": { "Type": "LessThan", "LeftValue": 1, "RightValue": 2 } }"#,
      "not (1 < 2)"
    ),
    (
      """
      { "Type": "LessThan", "RightValue": 0, "LeftValue": { "Std:JsonGet": {
        "PropertyFile": { "Get": "Steps.A.PropertyFiles.R" }, "Path": "deep.classification_metrics['auc'].value" } } }
      """, "…auc.value < 0"
    ),
    (#"{ "Type": "Or", "Conditions": [] }"#, "?"), ("{}", "?"),
    (#"{ "Type": "Equals" }"#, "? = ?"),
  ])
  func conditionsReadLikeSentences(_ condition: String, _ expected: String) {
    #expect(text(of: condition) == expected)
  }

  @Test func anOrInsideAnAndHasParentheses() {
    let one = #"{ "Type": "Equals", "LeftValue": 1, "RightValue": 1 }"#
    let either = #"{ "Type": "Or", "Conditions": [ \#(one), \#(one) ] }"#
    #expect(text(of: either) == "1 = 1 or 1 = 1")
    #expect(text(of: "\(one), \(either)") == "1 = 1 and (1 = 1 or 1 = 1)")
  }

  @Test func longConditionsAreCut() {
    let one = #"{ "Type": "Equals", "LeftValue": "abcdefghijklmnopqrstuvwxyz", "RightValue": 1 }"#
    let text = text(of: Array(repeating: one, count: 5_000).joined(separator: ",")) ?? ""
    #expect(text.hasSuffix("…") && text.count < 2 * ConditionText.longestText)
  }

  private func text(of conditions: String) -> String? {
    let pipeline = PipelineSamples.pipeline(
      PipelineSamples.text(
        #"{ "Name": "C", "Type": "Condition", "Arguments": { "Conditions": [ \#(conditions) ] } }"#))
    return PipelineConditionText.text(of: pipeline.steps[0], in: pipeline)
  }

  @Test(arguments: [
    ("PT1H", "1h"), ("P30D", "30d"), ("P1M", "1mo"), ("PT1M", "1min"), ("30dT5h", "30d 5h"),
    ("T16m", "16min"),
    ("P1Y2M10DT2H30M", "1y 2mo 10d 2h 30min"),
  ])
  func periodsAreShort(_ period: String, _ expected: String) {
    #expect(Wording.cachePeriod(period) == expected)
  }

  @Test func everyTypeOfStepHasAFace() {
    let kinds = StepType.allCases.map { StepFace($0).kind }
    #expect(Set(kinds).count == kinds.count)
    #expect(kinds.allSatisfy { Font.detail.width(of: $0) < 200 })
  }
}
