import Expressions
import SourceText
import Syntax
import Testing
import Workflows

struct PipelineTests {
  private func pipeline(_ text: String, _ notation: Notation = .json) -> Pipeline {
    let tree = SyntaxTree.read(SourceFile(path: "pipeline", text: text), as: notation)
    return Pipeline(tree, root: tree.roots[0])
  }

  private static let nested = """
    { "Version": "2020-12-01", "Steps": [
      { "Name": "A", "Type": "Condition", "Arguments": { "Conditions": [],
        "IfSteps": [ { "Name": "B", "Type": "Condition", "Arguments": { "Conditions": [],
          "ElseSteps": [ { "Name": "C", "Type": "Fail", "Arguments": {} } ] } } ],
        "ElseSteps": [ { "Name": "D", "Type": "Lambda", "FunctionArn": "x" } ] } },
      { "Name": "E", "Type": "ForEach", "Arguments": { "IterableItems": [], "MaxConcurrency": 1,
        "ForEachBody": [ { "Name": "F", "Type": "Lambda", "FunctionArn": "x" } ] } } ] }
    """

  @Test func keepsTheStepsOfAListTogether() {
    let pipeline = pipeline(Self.nested)
    let lists = pipeline.lists.map { list in
      (
        list.kind, list.owner.flatMap { pipeline.name($0) },
        pipeline.steps(of: list).map { pipeline.name($0.id) }
      )
    }
    #expect(lists.map(\.0) == [.pipeline, .ifBranch, .elseBranch, .body, .elseBranch])
    #expect(lists.map(\.1) == [nil, "A", "A", "E", "B"])
    #expect(lists.map(\.2) == [["A", "E"], ["B"], ["D"], ["F"], ["C"]])
    #expect(pipeline.lists(around: StepID(5)).map(\.kind) == [.elseBranch, .ifBranch, .pipeline])
    #expect(pipeline.steps.map(\.type) == [.condition, .forEach, .condition, .lambda, .lambda, .fail])
  }

  @Test func aReferenceBelongsToTheInnermostStep() {
    let pipeline = pipeline(
      """
      { "PipelineExperimentConfig": { "ExperimentName": { "Get": "Execution.PipelineName" } },
        "Steps": [ { "Name": "C", "Type": "Condition", "Arguments": {
          "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Parameters.P" }, "RightValue": 1 } ],
          "IfSteps": [ { "Name": "I", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
            "Get": { "Get": "Steps.C.Outcome" } } } ] } } ] }
      """)
    #expect(pipeline.references.map(\.step) == [nil, StepID(0), StepID(1)])
    #expect(
      pipeline.references.map(\.target) == [.execution(.pipelineName), .missing, .step(StepID(0))])
    #expect(pipeline.references(of: pipeline.steps[1]).count == 1)
  }

  @Test func tellsWhereAReferenceStands() {
    let pipeline = pipeline(
      """
      { "Steps": [ { "Name": "A", "Type": "Processing" }, { "Name": "B", "Type": "Training", "Arguments": {
        "a": { "Std:JsonGet": { "PropertyFile": { "Get": "Steps.A.PropertyFiles.f" }, "Path": "x" } },
        "b": { "Std:JsonGet": { "S3Uri": { "Std:Join": { "Values": [ { "Get": "Steps.A.X" } ] } } } },
        "c": [ { "Get": "Steps.A.X" }, { "Get": 1 }, { "Get": "Steps.A.X", "Other": 1 } ] } } ] }
      """)
    #expect(pipeline.references.map(\.place) == [.propertyFile, .jsonGetURI, .value, .value])
    #expect(pipeline.references.map { $0.reference == nil } == [false, false, false, true])
    #expect(pipeline.jsonGets.count == 2)
    let kinds = pipeline.objects.filter { $0.step == StepID(1) }.map(\.kind)
    #expect(kinds.filter { $0 == .jsonGet || $0 == .join || $0 == .get }.count == 7)
  }

  @Test func readsDependenciesOfBothForms() {
    let pipeline = pipeline(
      """
      { "Steps": [ { "Name": "A", "DependsOn": [ "B", { "Step": "B", "Trigger": "Failed" }, { "Step": "X" },
        { "Trigger": "Soon" }, 1, "${Name}" ] }, { "Name": "B" } ] }
      """)
    #expect(
      pipeline.dependencies.map(\.trigger) == [
        .completed, .failed, .completed, .unknown, .completed, .completed,
      ])
    let target = StepTarget.step(StepID(1))
    #expect(pipeline.dependencies.map(\.target) == [target, target, .missing, .unknown, .unknown, .unknown])
    #expect(pipeline.defects.map(\.kind) == [.notAnObject])
  }

  @Test func readsConditionsOfAnyDepth() {
    let pipeline = pipeline(
      """
      { "Steps": [ { "Name": "C", "Type": "Condition", "Arguments": { "Conditions": [
        { "Type": "Or", "Conditions": [ { "Type": "Not", "Condition": { "Type": "In" } }, { "Type": "Like" } ] },
        { "Type": "Equals" } ] } } ] }
      """)
    #expect(pipeline.conditions.map(\.type) == [.or, .not, .in, .unknown, .equals])
    #expect(pipeline.conditions.map(\.depth) == [0, 1, 2, 1, 0])
    #expect(pipeline.conditions.map(\.position) == [0, 0, 0, 1, 1])
    #expect(pipeline.defects.map(\.kind) == [.unknownConditionType])
  }

  /// A name that cannot be known may be the one that seems to be missing.
  @Test(arguments: [
    #"[ { "Name": "${Prefix}-prep" } ]"#, #"[ { "Fn::If": [] } ]"#, #"[ { "Type": "Fail" } ]"#, "{}",
  ])
  func namesAreNotMissingWhereSomeCannotBeKnown(_ list: String) {
    let reference = #"{ "ExperimentName": { "Get": "Parameters.P" }, "TrialName": { "Get": "Steps.S.X" } }"#
    let steps = pipeline(#"{ "PipelineExperimentConfig": \#(reference), "Steps": \#(list) }"#)
    #expect(steps.references.map(\.target) == [.missing, .unknown])
    let parameters = pipeline(
      #"{ "PipelineExperimentConfig": \#(reference), "Parameters": \#(list), "Steps": [] }"#)
    #expect(parameters.references.map(\.target) == [.unknown, .missing])
  }

  @Test func knowsWhichNameRepeatsWhich() {
    let pipeline = pipeline(
      """
      { "Parameters": [ { "Name": "P" }, { "Name": "Q" }, { "Name": "P" } ], "Steps": [
        { "Name": "A", "Type": "Condition", "Arguments": { "IfSteps": [ { "Name": "B" } ] } }, { "Name": "B" },
        { "Name": "A", "DependsOn": [ "B" ] } ] }
      """)
    #expect(pipeline.parameters.map(\.firstOfSameName) == [nil, nil, ParameterID(0)])
    #expect(pipeline.steps.map(\.firstOfSameName) == [nil, nil, StepID(0), StepID(1)])
    #expect(pipeline.dependencies.map(\.target) == [.step(StepID(1))])
  }

  @Test func readsYAML() {
    let pipeline = pipeline(
      """
      Version: 2020-12-01
      Steps:
        - Name: A
          Type: Lambda
          FunctionArn: !Sub "${Function}"
          Arguments: { x: { Get: Parameters.P } }
      """, .yaml)
    #expect(pipeline.name(StepID(0)) == "A")
    #expect(pipeline.references.map(\.target) == [.missing])
  }

  @Test(arguments: [
    "", "null", "[]", "{}", "[[{}]]", #"{"Steps": {}}"#, #"{"Steps": [null, 1, [], {"Name": []}]}"#,
    #"{"Parameters": {"A": 1}, "Steps": [{"Type": "Condition", "Arguments": []}]}"#,
    #"{"Steps": [{"Type": "Condition", "Arguments": {"Conditions": {}, "IfSteps": [[]], "ElseSteps": 1}}]}"#,
    #"{"Steps": [{"Type": "ForEach", "Arguments": {"ForEachBody": {"Get": {"Get": 1}}}}]}"#,
    #"{"Steps": [{"DependsOn": {}, "RetryPolicies": [1], "CacheConfig": [], "PropertyFiles": [2]}]}"#,
    #"{"Steps": [{"Type": "Cleanup", "Arguments": {"Resources": {"S3": [1, {"StepName": 1}]}}}]}"#,
    #"{"Steps": [{"Arguments": {"Std:JsonGet": {"Std:JsonGet": {"Std:Join": [{"Get": ""}]}}}}]}"#,
  ])
  func isBuiltFromAnything(_ text: String) {
    PipelinePromises.check(pipeline(text))
  }
}
