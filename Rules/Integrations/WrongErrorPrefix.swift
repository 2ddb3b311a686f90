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
    Example(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "End": true,
        "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } } },
        "Retry": [ { "ErrorEquals": [ «"DynamoDb.ThrottlingException"», ‹"DynamoDb.RequestLimitExceeded"› ] } ] } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": {
          "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "End": true,
          "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } } },
          "Retry": [ { "ErrorEquals": [ "DynamoDB.ThrottlingException", "DynamoDB.RequestLimitExceeded" ] } ] } } }
        """),
    Example(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution", "End": true,
        "Parameters": { "ExecutionArn.$": "$.arn" },
        "Retry": [ { "ErrorEquals": [ «"StepFunctions.ExecutionDoesNotExist"» ] } ] } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": {
          "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution", "End": true,
          "Parameters": { "ExecutionArn.$": "$.arn" },
          "Retry": [ { "ErrorEquals": [ "Sfn.ExecutionDoesNotExistException" ] } ] } } }
        """),
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
).workflow { subject, report in
  var wrongNames: [StateID: [ErrorNameRow]] = [:]
  var last: (state: StateID, errors: ServiceErrors?)?
  for name in subject.errorNames where name.kind == .ofService {
    let state = subject.machine[name.state]
    guard subject.resource(of: state).callsService else { continue }
    let errors = last.flatMap { $0.state == name.state ? $0.errors : nil } ?? ServiceErrors(state, subject)
    last = (name.state, errors)
    if let errors, isWrong(name, errors, subject) { wrongNames[name.state, default: []].append(name) }
  }
  for (state, names) in wrongNames.sorted(by: { $0.key < $1.key }) {
    if let errors = ServiceErrors(subject.machine[state], subject) {
      reportWrong(names, errors, subject, &report)
    }
  }
}

private func isWrong(_ name: ErrorNameRow, _ errors: ServiceErrors, _ subject: Subject) -> Bool {
  guard let prefix = errors.prefix else { return false }
  return subject.tree.withText(name.node) { text in
    let written = text[..<Int(name.prefixLength)]
    return !prefix.equals(written)
      && (prefix.equalsIgnoringCase(written) || errors.otherPrefix?.equalsIgnoringCase(written) == true)
  }
}

/// Reports the wrong names of one state as one finding.
private func reportWrong(
  _ names: [ErrorNameRow], _ errors: ServiceErrors, _ subject: Subject, _ report: inout Report
) {
  guard let prefix = errors.prefix else { return }
  // Who lists both spellings has thought of it.
  let listsWithBoth = Set(names.map(\.list)).filter { list in
    subject.tree.elements(list).contains { subject.tree.withText($0) { begins($0, with: prefix) } }
  }
  let wrong = names.filter { !listsWithBoth.contains($0.list) }
  guard let first = wrong.first else { return }
  let text = subject.tree.text(first.node)
  let style = errors.isSDK ? "calls through the AWS SDK" : "this integration"
  report(
    first.node, "\(quoted(text)) never matches: the errors of \(style) begin with \"\(prefix).\".",
    help: "Write \(quoted(rightName(text, prefix, isSDK: errors.isSDK))).",
    related: wrong.dropFirst().prefix(50).map {
      RelatedPlace("nor does this one", at: subject.tree.range($0.node))
    }, fix: fix(wrong.map(\.node), prefix, isSDK: errors.isSDK, subject.tree))
}

private func fix(_ names: [NodeID], _ prefix: StaticString, isSDK: Bool, _ tree: SyntaxTree) -> Fix? {
  let edits = names.compactMap { name in
    tree.replacement(of: name, with: rightName(tree.text(name), prefix, isSDK: isSDK))
  }
  guard edits.count == names.count else { return nil }
  return Fix("Begin with \"\(prefix).\"", isSafe: true, edits: edits)
}

/// Whether a name is an error of the service that spells its errors so.
private func begins(_ name: UnsafeBufferPointer<UInt8>, with prefix: StaticString) -> Bool {
  name.begins(with: prefix) && name.count > prefix.utf8CodeUnitCount
    && name[prefix.utf8CodeUnitCount] == UInt8(ascii: ".")
}

private func rightName(_ text: String, _ prefix: StaticString, isSDK: Bool) -> String {
  let name = text.drop { $0 != "." }
  return "\(prefix)\(name)" + (isSDK && !name.hasSuffix("Exception") ? "Exception" : "")
}
