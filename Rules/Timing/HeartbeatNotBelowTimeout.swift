import Linting

let heartbeatNotBelowTimeout = Rule(
  "heartbeat-not-below-timeout", .risky, since: "0.1",
  summary: "HeartbeatSeconds is less than TimeoutSeconds.",
  rationale: """
    A task fails when it is silent for HeartbeatSeconds, and when TimeoutSeconds are over. If the first are not fewer, \
    a worker that has died is noticed only at the timeout. The States Language demands that they are fewer.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:pack",
      "TimeoutSeconds": ‹60›, "HeartbeatSeconds": «60», "End": true } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:pack",
      "TimeoutSeconds": 600, "HeartbeatSeconds": 60, "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:pack",
      "TimeoutSecondsPath": "$.limit", "HeartbeatSeconds": 60, "End": true } } }
    """,
  ]
).state(.task) { state, subject, report in
  guard let heartbeat = subject.machine.value(.heartbeatSeconds, of: state),
    let timeout = subject.machine.value(.timeoutSeconds, of: state),
    let silence = subject.tree.number(heartbeat), let limit = subject.tree.number(timeout), silence >= limit
  else { return }
  report(
    heartbeat,
    "\"HeartbeatSeconds\" is \(subject.tree.text(heartbeat)), which is not less than \"TimeoutSeconds\": "
      + "the task is over before its silence is noticed.",
    help: "Choose a value below \(subject.tree.text(timeout)).",
    related: [RelatedPlace("the timeout", at: subject.tree.range(timeout))])
}
