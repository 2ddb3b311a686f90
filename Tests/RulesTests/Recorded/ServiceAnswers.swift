import Linting

/// Sections 1.9, 5 and 6: Maps, Express workflows and what Tasks call.
let serviceAnswers: [RecordedAnswer] =
  [
    RecordedAnswer(
      "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
      rule: "express-unsupported", words: ["DISTRIBUTED", "Express"], on: .express,
      refused: map("", processor: distributed), accepted: map("")),
    RecordedAnswer(
      "Field 'ExecutionType' is not supported", rule: "invalid-processor-config", words: ["ExecutionType"],
      refused: map("", processor: #""ProcessorConfig": { "Mode": "INLINE", "ExecutionType": "STANDARD" }"#),
      accepted: map("", processor: distributed)),
    RecordedAnswer(
      "These fields are required: [ExecutionType]", rule: "invalid-processor-config",
      words: ["ExecutionType"],
      refused: map("", processor: #""ProcessorConfig": { "Mode": "DISTRIBUTED" }"#),
      accepted: map("", processor: distributed)),
    RecordedAnswer(
      "The field 'Resource' does not match any of the allowed values", rule: "invalid-item-reader",
      words: ["Resource"], refused: reader(#""Resource": "arn:aws:states:::s3:putObject""#),
      accepted: reader(#""Resource": "arn:aws:states:::s3:getObject""#)),
    RecordedAnswer(
      "INVALID_LABEL_NAME", code: "INVALID_LABEL_NAME", rule: "invalid-label", words: ["a b"],
      refused: map(#""Label": "a b""#, processor: distributed),
      accepted: map(#""Label": "a-b""#, processor: distributed)),
    RecordedAnswer(
      "INVALID_LABEL_NAME (length)", code: "INVALID_LABEL_NAME", rule: "invalid-label", words: ["40"],
      refused: map(#""Label": "\#(String(repeating: "l", count: 41))""#, processor: distributed),
      accepted: map(#""Label": "\#(String(repeating: "l", count: 40))""#, processor: distributed)),
    RecordedAnswer(
      "DUPLICATE_LABEL_NAME", code: "DUPLICATE_LABEL_NAME", rule: "duplicate-label", words: ["l"],
      refused: twoMaps("l", "l"), accepted: twoMaps("l", "m")),
    RecordedAnswer(
      "Express state machine does not support '.sync' service integration", rule: "express-unsupported",
      words: [".sync", "Express"], on: .express, refused: call("glue:startJobRun.sync", #""JobName": "j""#),
      accepted: call("glue:startJobRun", #""JobName": "j""#)),
    RecordedAnswer(
      "Express state machine does not support '.waitForTaskToken' service integration ",
      rule: "express-unsupported", words: [".waitForTaskToken", "Express"], on: .express,
      refused: call(
        "sqs:sendMessage.waitForTaskToken", #""QueueUrl": "q", "MessageBody.$": "$$.Task.Token""#),
      accepted: call("sqs:sendMessage", #""QueueUrl": "q", "MessageBody": "m""#)),
    RecordedAnswer(
      "Express state machine does not support Activity ARN", rule: "express-unsupported",
      words: ["activity", "Express"], on: .express,
      refused: single("Task", #""Resource": "arn:aws:states:eu-west-1:123456789012:activity:a""#),
      accepted: single("Task", #""Resource": "\#(lambda)""#)),
    RecordedAnswer(
      "The resource provided arn:aws:states:::dynamodb:query is not recognized. …", rule: "invalid-resource",
      words: ["dynamodb:query"], refused: call("dynamodb:query", #""TableName": "t""#),
      accepted: call("dynamodb:getItem", #""TableName": "t", "Key": {}"#)),
    RecordedAnswer(
      "Parameters field is required for resource ARN: arn:aws:states:::lambda:invoke",
      rule: "missing-parameters",
      words: ["Parameters", "lambda:invoke"],
      refused: single("Task", #""Resource": "arn:aws:states:::lambda:invoke""#),
      accepted: call("lambda:invoke", #""FunctionName": "f""#)),
  ] + requiredParameters + refusedPatterns

/// Parameters whose absence AWS notices when a state machine is created.
private let requiredParameters: [RecordedAnswer] = [
  parameter("FunctionName", "lambda:invoke", #""Qualifier": "1""#),
  parameter("StateMachineArn", "states:startExecution", #""Name": "n""#),
  parameter("TableName", "dynamodb:getItem", #""Key": {}"#),
  parameter("Key", "dynamodb:getItem", #""TableName": "t""#),
  parameter("Item", "dynamodb:putItem", #""TableName": "t""#),
  parameter("QueueUrl", "sqs:sendMessage", #""MessageBody": "m""#),
  parameter("MessageBody", "sqs:sendMessage", #""QueueUrl": "q""#),
  parameter("Message", "sns:publish", #""TopicArn": "t""#),
  parameter("Entries", "events:putEvents", #""EndpointId": "e""#),
  parameter("TaskDefinition", "ecs:runTask", #""Cluster": "c""#),
  parameter("JobName", "glue:startJobRun", #""Timeout": 5"#),
]

private func parameter(_ name: String, _ integration: String, _ others: String) -> RecordedAnswer {
  RecordedAnswer(
    "The field '\(name)' is required but was missing (\(integration))", rule: "missing-parameters",
    words: [name],
    refused: call(integration, others), accepted: call(integration, "\(others), \"\(name)\": {}"))
}

/// Patterns that a service never has.
private let refusedPatterns: [RecordedAnswer] =
  [
    "lambda:invoke", "sns:publish", "sqs:sendMessage", "dynamodb:getItem", "events:putEvents",
    "apigateway:invoke",
  ].map { pattern(".sync", $0) }
  + [
    "athena:startQueryExecution", "batch:submitJob", "codebuild:startBuild", "elasticmapreduce:addStep",
    "emr-containers:startJobRun", "emr-serverless:startJobRun", "glue:startJobRun", "databrew:startJobRun",
    "mediaconvert:createJob", "sagemaker:createTrainingJob", "dynamodb:getItem",
  ].map { pattern(".waitForTaskToken", $0) }

private func pattern(_ suffix: String, _ integration: String) -> RecordedAnswer {
  RecordedAnswer(
    "The resource provided arn:aws:states:::\(integration)\(suffix) is not recognized. …",
    rule: "unsupported-integration-pattern", words: [suffix],
    refused: call(integration + suffix, parameters(of: integration)),
    accepted: call(integration, parameters(of: integration)))
}

private func call(_ integration: String, _ parameters: String) -> String {
  single("Task", #""Resource": "arn:aws:states:::\#(integration)", "Parameters": { \#(parameters) }"#)
}

private func reader(_ resource: String) -> String {
  map(
    #""ItemReader": { \#(resource), "Parameters": { "Bucket": "b", "Key": "k" }, "ReaderConfig": { "InputType": "JSON" } }"#,
    processor: distributed)
}

private func twoMaps(_ first: String, _ second: String) -> String {
  machine(
    [("A", first, #""Next": "B""#), ("B", second, #""End": true"#)].map { name, label, wayOn in
      let inner = #""StartAt": "\#(name)1", "States": { "\#(name)1": { "Type": "Succeed" } }"#
      return
        #""\#(name)": { "Type": "Map", "Label": "\#(label)", "ItemProcessor": { \#(distributed), \#(inner) }, \#(wayOn) }"#
    }.joined(separator: ", "))
}

/// All that an integration needs to have, with values that say nothing.
private func parameters(of integration: String) -> String {
  let required = Integration.all.first { $0.name == integration }?.api.required ?? []
  return required.compactMap(\.names.first).map { "\"\($0)\": {}" }.joined(separator: ", ")
}
