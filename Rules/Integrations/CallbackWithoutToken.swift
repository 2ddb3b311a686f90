import Linting

let callbackWithoutToken = Rule(
  "callback-without-token", .fails, since: "0.1",
  summary: "A Task that waits for its token sends the token to somebody.",
  rationale: """
    A Task whose Resource ends in .waitForTaskToken ends only when somebody gives its token back, and nobody can who \
    has not got it: the execution waits until a timeout, or for a year. In JSONPath the token is \
    "Name.$": "$$.Task.Token", where the ".$" matters; in JSONata it is "{% $states.context.Task.Token %}".
    """,
  bad: [
    """
    { "StartAt": "Ask", "States": { "Ask": {
      "Type": "Task", "Resource": «"arn:aws:states:::sqs:sendMessage.waitForTaskToken"»,
      "Parameters": { "QueueUrl": "q", "MessageBody": { "Order.$": "$.order" } }, "End": true } } }
    """,
    """
    { "StartAt": "Ask", "States": { "Ask": {
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Parameters": { "QueueUrl": "q", "MessageBody": { "Token": «"$$.Task.Token"» } }, "End": true } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Ask", "States": { "Ask": {
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Parameters": { "QueueUrl": "q", "MessageBody": { "Token.$": "$$.Task.Token" } }, "End": true } } }
    """,
    """
    { "StartAt": "Ask", "States": { "Ask": {
      "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
      "Parameters": { "FunctionName": "f", "Payload.$": "$$" }, "End": true } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "Ask", "States": { "Ask": {
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Arguments": { "QueueUrl": "q", "MessageBody": "{% 'token: ' & $states.context.Task.Token %}" },
      "End": true } } }
    """,
    """
    { "StartAt": "Ask", "States": { "Ask": {
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Parameters": { "QueueUrl": "q", "MessageBody": "${Message}" }, "End": true } } }
    """,
  ]
).state(.task) { state, subject, report in
  let arn = subject.resource(of: state)
  guard arn.waitsForToken, let payload = subject.payload(of: state),
    let resource = subject.resourceNode(of: state), subject.tree.kind(payload) == .object
  else { return }
  // With a timeout the wait may be meant as a pause.
  let certainty: Certainty = subject.hasTimeout(state) ? .likely : .certain
  switch subject.tokenMention(in: payload, of: state) {
  case .inExpression, .unknown: return
  case .nowhere:
    report(
      resource,
      "\(quoted(subject.tree.text(resource))) waits for a token that this Task sends to nobody.",
      help:
        "Send \(tokenExpression(state.language)) to whoever has to answer, or remove \".waitForTaskToken\".",
      certainty: certainty)
  case .asText(let text):
    report(
      text,
      "\(quoted(subject.tree.text(text))) is sent as this text: nobody gets the token that the Task waits for.",
      help: state.language == .jsonata
        ? "Write \(tokenExpression(state.language))." : "End the name of this field with \".$\".",
      certainty: certainty)
  }
}

private func tokenExpression(_ language: QueryLanguage) -> String {
  switch language {
  case .jsonPath: "\"TaskToken.$\": \"$$.Task.Token\""
  case .jsonata: "\"{% $states.context.Task.Token %}\""
  }
}

extension Subject {
  /// Whether something ends a Task, or the whole execution, that waits too long.
  func hasTimeout(_ task: State) -> Bool {
    let timeouts: FieldSet = [.timeoutSeconds, .timeoutSecondsPath, .heartbeatSeconds, .heartbeatSecondsPath]
    return !task.fields.present.intersection(timeouts).isEmpty
      || machine.scopes.first?.fields.present.contains(.timeoutSeconds) == true
  }
}
