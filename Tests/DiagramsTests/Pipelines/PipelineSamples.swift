import SourceText
import Syntax
import Workflows

@testable import Diagrams

/// Definitions of pipelines that the tests draw.
enum PipelineSamples {
  static func pipeline(_ text: String) -> Pipeline {
    let tree = SyntaxTree.read(SourceFile(path: "test.json", text: text), as: .json)
    return Pipeline(tree, root: tree.roots[0])
  }

  static func diagram(_ text: String, engine: DrawingEngine = .automatic) -> Diagram {
    Diagram(pipeline: pipeline(text), title: "Test", engine: engine)
  }

  /// A definition with these steps.
  static func text(_ steps: String...) -> String {
    #"{ "Version": "2020-12-01", "Steps": [ \#(steps.joined(separator: ",\n")) ] }"#
  }

  /// What waits for data, for a value in a file, for nothing but another step; branches; a name that is missing.
  static let training = text(
    """
    { "Name": "Prepare", "Type": "Processing", "CacheConfig": { "Enabled": true, "ExpireAfter": "P1DT2H" },
      "Arguments": {
        "ProcessingResources": { "ClusterConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 2 } },
        "AppSpecification": { "ImageUri": "1.dkr.ecr.eu-west-1.amazonaws.com/sklearn:1.2",
          "ContainerEntrypoint": [ "python3", "/opt/ml/code/prepare.py" ] } } }
    """,
    """
    { "Name": "Train", "Type": "Training",
      "RetryPolicies": [ { "ExceptionType": [ "SageMaker.CAPACITY_ERROR" ], "MaxAttempts": 3 } ],
      "Arguments": { "EnableManagedSpotTraining": true,
        "ResourceConfig": { "InstanceType": { "Get": "Parameters.Kind" } },
        "InputDataConfig": [
          { "Uri": { "Get": "Steps.Prepare.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri" } },
          { "Uri": { "Get": "Steps.Prepare.ProcessingOutputConfig.Outputs['test'].S3Output.S3Uri" } } ] } }
    """,
    """
    { "Name": "Evaluate", "Type": "Processing", "DependsOn": [ "Train" ], "Arguments": {
      "Model": { "Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts" } } }
    """,
    #"{ "Name": "Check", "Type": "QualityCheck", "CheckType": "DATA_QUALITY", "DependsOn": [ "Prepare" ] }"#,
    """
    { "Name": "Good", "Type": "Condition", "DependsOn": [ "Check", "Gone" ], "Arguments": {
      "Conditions": [ { "Type": "LessThan", "RightValue": { "Get": "Parameters.Limit" }, "LeftValue": {
        "Std:JsonGet": { "Path": "$.mse",
          "PropertyFile": { "Get": "Steps.Evaluate.PropertyFiles.Report" } } } } ],
      "IfSteps": [
        { "Name": "Register", "Type": "RegisterModel", "Arguments": { "ModelPackageGroupName": "Fleet",
          "ModelApprovalStatus": "PendingManualApproval",
          "Model": { "Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts" } } },
        { "Name": "Tell", "Type": "Lambda", "FunctionArn": "arn:aws:lambda:eu-west-1:1:function:tell",
          "Arguments": { "arn": { "Get": "Steps.Register.ModelPackageArn" } } } ],
      "ElseSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {
        "ErrorMessage": { "Std:Join": { "On": " ",
          "Values": [ "Above", { "Get": "Parameters.Limit" } ] } } } } ] } }
    """)

  /// A loop whose body waits for what is outside, and what waits for the loop; what runs only after a failure.
  static let loop = text(
    #"{ "Name": "List", "Type": "Lambda", "FunctionArn": "arn:aws:lambda:eu-west-1:1:function:list" }"#,
    """
    { "Name": "Each", "Type": "ForEach", "Arguments": { "MaxConcurrency": 5,
      "IterableItems": { "Get": "Steps.List.OutputParameters['regions']" },
      "Selector": { "Pick": "MaxBy", "Field": { "Get": "IterationOutput.Score.OutputParameters['score']" } },
      "ForEachBody": [
        { "Name": "Score", "Type": "Lambda", "DependsOn": [ "List" ],
          "Arguments": { "region": { "Get": "ForEach.CurrentItem" } } },
        { "Name": "Note", "Type": "Lambda", "Arguments": {
          "score": { "Get": "Steps.Score.OutputParameters['score']" } } } ] } }
    """,
    #"{ "Name": "Report", "Type": "Lambda", "Arguments": { "n": { "Get": "Steps.Each.FailedStepCount" } } }"#,
    """
    { "Name": "Alarm", "Type": "Callback", "SqsQueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/alarms",
      "DependsOn": [ { "Step": "Each", "Trigger": "Failed" } ] }
    """,
    """
    { "Name": "Sweep", "Type": "Cleanup", "DependsOn": [ "Report" ],
      "Arguments": { "Resources": { "S3": [ { "StepName": "Report" } ] } } }
    """)

  static let hostile = [
    "{}", text(), text("7", "{}", #"{ "Name": "" }"#, #"{ "Name": 7, "Type": [] }"#),
    text(#"{ "Name": "A", "Type": "Lambda", "DependsOn": [ "A" ] }"#),
    text(
      #"{ "Name": "A", "Type": "Lambda", "DependsOn": [ "B" ] }"#,
      #"{ "Name": "B", "Type": "Model", "Arguments": { "x": { "Get": "Steps.A.ModelName" } } }"#),
    text(
      #"{ "Name": "A", "Type": "Odd" }"#, #"{ "Name": "A", "Type": "Lambda", "DependsOn": [ "A", "", {} ] }"#),
    text(#"{ "Name": "a\u0001<\"'&]]>🙂", "Type": "Fail", "Arguments": { "ErrorMessage": "\u0000<&" } }"#),
    text(#"{ "Name": "L", "Type": "ForEach", "DependsOn": [ "In" ], "Arguments": { "ForEachBody": [] } }"#),
    text(
      """
      { "Name": "L", "Type": "ForEach", "Arguments": { "ForEachBody": [ { "Name": "M", "Type": "ForEach",
        "Arguments": { "ForEachBody": [
          { "Name": "In", "Type": "Lambda", "DependsOn": [ "Out", "L" ] } ] } } ] } }
      """, #"{ "Name": "Out", "Type": "Lambda", "DependsOn": [ "In" ] }"#),
    text(
      #"{ "Name": "C", "Type": "Condition", "Arguments": { "Conditions": [ {}, 7, { "Type": "Or" } ] } }"#),
    text(
      #"{ "Name": "T", "Type": "Training", "Arguments": { "a": { "Get": "Steps.X" }, "b": { "Get": "Steps.[" } } }"#
    ),
  ]

  static let all = [training, loop] + hostile
}
