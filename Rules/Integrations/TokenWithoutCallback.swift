import Linting

let tokenWithoutCallback = Rule(
  "token-without-callback", .risky, since: "0.1",
  summary: "Only a Task that waits for its token sends it.",
  rationale: """
    A Task whose Resource has no suffix ends as soon as its call is answered. The context object has no Task.Token for \
    it, so that an expression which reads one fails; and nothing would wait for whoever sends it back.
    """,
  bad: [
    """
    { "StartAt": "Ask", "States": { "Ask": {
      "Type": "Task", "Resource": «"arn:aws:states:::sqs:sendMessage"»,
      "Parameters": { "QueueUrl": "q", "MessageBody": { "Token.$": ‹"$$.Task.Token"› } }, "End": true } } }
    """,
    """
    { "StartAt": "Keep", "QueryLanguage": "JSONata", "States": { "Keep": {
      "Type": "Pass", "Assign": { "token": "{% $states.context.«Task.Token» %}" }, "End": true } } }
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
      "Type": "Task", "Resource": "${SendMessage}",
      "Parameters": { "QueueUrl": "q", "MessageBody": { "Token.$": "$$.Task.Token" } }, "End": true } } }
    """,
    // A recorded execution shows that a Task with .sync has a token.
    """
    { "StartAt": "Run", "States": { "Run": {
      "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync",
      "Parameters": { "StateMachineArn": "m", "Input": { "Token.$": "$$.Task.Token" } }, "End": true } } }
    """,
  ]
).workflow { subject, report in
  // Few definitions read the context object, and this is quick to see.
  guard subject.expressionSites.contains(where: { $0.traits.contains(.mayReadContext) }) else { return }
  for state in subject.machine.states where state.type == .task {
    let arn = subject.resource(of: state)
    guard arn.pattern == .requestResponse, arn.callsService || arn.kind == .lambdaFunction,
      let payload = subject.payload(of: state), let resource = subject.resourceNode(of: state),
      case .inExpression(let token) = subject.tokenMention(in: payload, of: state),
      subject.tree.withText(token, namesToken)
    else { continue }
    report(
      resource,
      "\(quoted(subject.tree.text(resource))) does not wait for a token, so that there is none to send.",
      help: arn.kind == .lambdaFunction
        ? "Call \"arn:aws:states:::lambda:invoke.waitForTaskToken\"."
        : "End the Resource with \".waitForTaskToken\", or send no token.",
      related: [RelatedPlace("the token is read here", at: subject.tree.range(token))])
  }
}
.workflow { subject, report in
  let machine = subject.machine
  for read in subject.contextReads where read.steps.prefix(2).map(\.name) == ["Task", "Token"] {
    guard machine[read.state].type.isOtherThanTask else { continue }
    let range = read.steps[0].range.union(read.steps[1].range)
    report(
      read.site.value, at: subject.tree.sourceRange(read.site.value, range),
      "There is no Task.Token here: \(machine.quotedName(read.state)) is"
        + " \(ObjectKind(machine[read.state].type).phrase).",
      help: "Read it in the call of a Task whose Resource ends in \".waitForTaskToken\".")
  }
}

extension StateType {
  fileprivate var isOtherThanTask: Bool { self != .task && self != .unknown }
}
