import Linting

let wrongErrorPrefix = Rule(
  "wrong-error-prefix", .risky, since: "0.1",
  summary: "Error names begin as the integration of the Task spells its service.",
  rationale: """
    The same error has two names: DynamoDB.ThrottlingException from an integration such as dynamodb:putItem, and \
    DynamoDb.ThrottlingException from the AWS SDK, as in aws-sdk:dynamodb:query. Likewise SQS and Sqs, SNS and Sns, \
    ECS and Ecs, StepFunctions and Sfn. Names match letter by letter, so that a handler for the other name never runs.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "End": true,
      "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } } },
      "Retry": [ { "ErrorEquals": [ «"DynamoDb.ThrottlingException"», ‹"DynamoDb.RequestLimitExceeded"› ] } ] } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution", "End": true,
      "Parameters": { "ExecutionArn.$": "$.arn" },
      "Retry": [ { "ErrorEquals": [ «"StepFunctions.ExecutionDoesNotExist"» ] } ] } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "End": true,
      "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } } },
      "Retry": [ { "ErrorEquals": [ "DynamoDB.ThrottlingException", "DynamoDb.ThrottlingException" ] } ] } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "End": true,
      "Parameters": { "TableName": "t" },
      "Retry": [ { "ErrorEquals": [ "DynamoDb.ThrottlingException", "DynamoDBThrottled" ] } ] } } }
    """,
  ]
).state(.task) { state, subject, report in
  guard !state.retriers.isEmpty || !state.catchers.isEmpty, let errors = ServiceErrors(state, subject),
    let prefix = errors.prefix
  else { return }
  var wrong: [(name: NodeID, list: NodeID)] = []
  // Who lists both spellings has thought of it.
  var listsWithRightNames: Set<NodeID> = []
  subject.forEachErrorName(of: state) { name, list in
    subject.tree.withText(name) { text in
      guard let parts = ServiceErrorName(text) else { return }
      let written = text[..<parts.prefixLength]
      if prefix.equals(written) {
        listsWithRightNames.insert(list)
      } else if prefix.equalsIgnoringCase(written) || errors.otherPrefix?.equalsIgnoringCase(written) == true
      {
        wrong.append((name, list))
      }
    }
  }
  if !wrong.isEmpty { wrong.removeAll { listsWithRightNames.contains($0.list) } }
  guard let first = wrong.first else { return }
  let text = subject.tree.text(first.name)
  let style = errors.isSDK ? "calls through the AWS SDK" : "this integration"
  report(
    first.name, "\(quoted(text)) never matches: the errors of \(style) begin with \"\(prefix).\".",
    help: "Write \(quoted(rightName(text, prefix, isSDK: errors.isSDK))).",
    related: wrong.dropFirst().map { RelatedPlace("nor does this one", at: subject.tree.range($0.name)) })
}

private func rightName(_ text: String, _ prefix: StaticString, isSDK: Bool) -> String {
  let name = text.drop { $0 != "." }
  return "\(prefix)\(name)" + (isSDK && !name.hasSuffix("Exception") ? "Exception" : "")
}
