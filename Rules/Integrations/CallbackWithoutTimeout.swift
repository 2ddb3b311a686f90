import Linting

let callbackWithoutTimeout = Rule(
  "callback-without-timeout", .risky, since: "0.1",
  summary: "A Task that waits for an answer from outside does not wait for ever.",
  rationale: """
    A Task with .waitForTaskToken, or an activity, ends when somebody answers. If the message is lost, or the worker \
    dies, nobody does, and the execution stays as it is for up to a year. TimeoutSeconds bounds the whole wait; \
    HeartbeatSeconds bounds the silence between two signs of life.
    """,
  bad: [
    """
    { "StartAt": "Ask", "States": { «"Ask"»: {
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Parameters": { "QueueUrl": "q", "MessageBody": { "Token.$": "$$.Task.Token" } }, "Next": "Pack" },
      ‹"Pack"›: {
      "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:pack", "End": true } } }
    """
  ],
  good: [
    """
    { "StartAt": "Ask", "States": { "Ask": {
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 86400,
      "Parameters": { "QueueUrl": "q", "MessageBody": { "Token.$": "$$.Task.Token" } }, "End": true } } }
    """,
    """
    { "StartAt": "Pack", "TimeoutSeconds": 86400, "States": { "Pack": {
      "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:pack", "End": true } } }
    """,
  ]
).workflow { subject, report in
  // In an Express workflow the wait itself is the fault.
  guard subject.machineType == .standard else { return }
  let machine = subject.machine
  let waiting = machine.states.filter { state in
    guard state.type == .task else { return false }
    let arn = subject.resource(of: state)
    return (arn.waitsForToken || arn.kind == .activity) && !subject.hasTimeout(state)
      && subject.flow.live.contains(state.id)
  }
  guard let first = waiting.first else { return }
  let more = waiting.count == 1 ? "" : ", nor how long \(otherStatesDo(waiting.count - 1))"
  report(
    first.name,
    "Nothing bounds how long state \(machine.quotedName(first.id)) waits for an answer\(more).",
    help: "Give it TimeoutSeconds, or HeartbeatSeconds if whoever answers shows signs of life.",
    related: waiting.dropFirst().prefix(50).map {
      RelatedPlace("nor how long this one does", at: subject.tree.range($0.name))
    })
}
