import Linting

let invalidCredentials = Rule(
  "invalid-credentials", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Credentials name a role, on a Task that can take one.",
  rationale: """
    Credentials make a Task act with another role, for calls across accounts, and RoleArn is all that they hold. An \
    activity is polled by its workers, so that there is no call that could be made with a role, and a call of an HTTP \
    endpoint authenticates with its connection.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
      "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET",
        "InvocationConfig": { "ConnectionArn": "c" } },
      «"Credentials"»: { "RoleArn": "arn:aws:iam::123456789012:role/r" } } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:pack",
      «"Credentials"»: { "RoleArn": "arn:aws:iam::123456789012:role/r" }, "TimeoutSeconds": 60, "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
      «"Credentials"»: { "Role": "arn:aws:iam::123456789012:role/r" }, "End": true } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
      "Credentials": { "RoleArn.$": "$.role" }, "End": true } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
      "Credentials": "{% { 'RoleArn': $states.input.role } %}", "End": true } } }
    """,
  ]
).state(.task) { state, subject, report in
  guard let row = subject.machine.row(.credentials, of: state) else { return }
  if subject.resource(of: state).kind == .activity {
    report(
      row.key, "An activity takes no Credentials.",
      help: "Remove them: the workers that poll the activity bring their own.")
    return
  }
  if subject.resource(of: state).integration?.belongs(to: "http") == true {
    report(
      row.key, "A call of an HTTP endpoint takes no Credentials.",
      help: "Remove them: its connection holds what it authenticates with.", certainty: .likely)
    return
  }
  guard subject.tree.kind(row.value) == .object, !subject.machine.isUnknown(row.value) else { return }
  let members = PayloadMembers(row.value, subject)
  guard !members.isOpen, !members.names.contains("RoleArn") else { return }
  report(row.key, "These Credentials have no \"RoleArn\".", help: "Name the role that the call is made with.")
}
