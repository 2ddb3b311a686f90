import Linting

let unreachableTimeout = Rule(
  "unreachable-timeout", .advice, since: "0.1",
  summary: "The timeout of a Task is shorter than what ends it anyway.",
  rationale: """
    A call of an HTTP endpoint fails after 60 seconds, an Express workflow ends after five minutes, and a state \
    machine with TimeoutSeconds when these are over. A longer TimeoutSeconds of a Task suggests a time that it never \
    gets, and no Catch for States.Timeout runs.
    """,
  bad: [
    """
    { "StartAt": "Get", "States": { "Get": {
      "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": «120», "End": true,
      "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET",
        "InvocationConfig": { "ConnectionArn": "c" } } } } }
    """,
    """
    { "TimeoutSeconds": ‹60›, "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": «90»,
      "End": true } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Get", "States": { "Get": {
      "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 30, "End": true,
      "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET",
        "InvocationConfig": { "ConnectionArn": "c" } } } } }
    """,
    """
    { "TimeoutSeconds": 60, "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": 20,
      "End": true } } }
    """,
  ]
).state(.task) { state, subject, report in
  guard let node = subject.machine.value(.timeoutSeconds, of: state), let timeout = subject.tree.number(node)
  else {
    return
  }
  let written = subject.tree.text(node)
  if timeout > httpLimit, subject.resource(of: state).integration?.belongs(to: "http") == true {
    report(
      node, "\"TimeoutSeconds\" is \(written), but a call of an HTTP endpoint fails after 60 seconds.",
      help: "Choose less, and let a worker make calls that take longer.")
  } else if let limit = ExecutionLimit(of: state.scope, subject), timeout > limit.seconds {
    report(
      node, "\"TimeoutSeconds\" is \(written), but the execution ends after \(limit.phrase).",
      help: "Choose less, so that the Task can fail while the workflow still runs.",
      related: limit.places(subject))
  }
}

/// In seconds (Developer Guide, "Quotas").
private let httpLimit = 60.0
