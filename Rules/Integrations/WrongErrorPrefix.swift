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
  guard !state.retriers.isEmpty || !state.catchers.isEmpty, subject.resource(of: state).callsService else {
    return
  }
  let names = namesOfServices(state, subject)
  guard !names.isEmpty, let errors = ServiceErrors(state, subject), let prefix = errors.prefix else { return }
  var wrong = names.filter { name in
    subject.tree.withText(name.node) { text in
      let written = text[..<name.prefixLength]
      return !prefix.equals(written)
        && (prefix.equalsIgnoringCase(written) || errors.otherPrefix?.equalsIgnoringCase(written) == true)
    }
  }
  guard !wrong.isEmpty else { return }
  // Who lists both spellings has thought of it.
  let listsWithBoth = Set(names.filter { subject.begins($0, with: prefix) }.map(\.list))
  wrong.removeAll { listsWithBoth.contains($0.list) }
  guard let first = wrong.first else { return }
  let text = subject.tree.text(first.node)
  let style = errors.isSDK ? "calls through the AWS SDK" : "this integration"
  report(
    first.node, "\(quoted(text)) never matches: the errors of \(style) begin with \"\(prefix).\".",
    help: "Write \(quoted(rightName(text, prefix, isSDK: errors.isSDK))).",
    related: wrong.dropFirst().prefix(50).map {
      RelatedPlace("nor does this one", at: subject.tree.range($0.node))
    })
}

/// A name in an `ErrorEquals`, as far as it may be an error of a service.
private struct ServiceName {
  let node: NodeID
  let list: NodeID
  let prefixLength: Int
}

private func namesOfServices(_ state: State, _ subject: Subject) -> [ServiceName] {
  var names: [ServiceName] = []
  subject.forEachErrorName(of: state) { node, list in
    guard let name = subject.tree.withText(node, ServiceErrorName.init) else { return }
    names.append(ServiceName(node: node, list: list, prefixLength: name.prefixLength))
  }
  return names
}

extension Subject {
  fileprivate func begins(_ name: ServiceName, with prefix: StaticString) -> Bool {
    tree.withText(name.node) { prefix.equals($0[..<name.prefixLength]) }
  }
}

private func rightName(_ text: String, _ prefix: StaticString, isSDK: Bool) -> String {
  let name = text.drop { $0 != "." }
  return "\(prefix)\(name)" + (isSDK && !name.hasSuffix("Exception") ? "Exception" : "")
}
