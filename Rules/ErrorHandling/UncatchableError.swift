import Linting

let uncatchableError = Rule(
  "uncatchable-error", .risky, since: "0.1",
  summary: "No retrier or catcher waits for an error that cannot be handled.",
  rationale: """
    States.Runtime is what Step Functions raises for a fault of the definition itself, such as a path that leads \
    nowhere. It always ends the execution: nothing retries or catches it, not even States.ALL. What the handler was \
    meant for has to be prevented instead.
    """,
  bad: [
    """
    { "StartAt": "A", "States": {
      "A": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
        "Catch": [ { "ErrorEquals": [ «"States.Runtime"» ], "Next": "B" } ] },
      "B": { "Type": "Fail" } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
        "Catch": [ { "ErrorEquals": [ "Runtime", "States.DataLimitExceeded" ], "Next": "B" } ] },
      "B": { "Type": "Fail", "Error": "States.Runtime" } } }
    """
  ]
).errorName(.ofStates) { name, subject, report in
  guard subject.tree.text(name.node, is: "States.Runtime") else { return }
  report(
    name.node, "\"States.Runtime\" can be neither retried nor caught: it always ends the execution.",
    help: "Remove it, and check before this state what may be missing from its input.")
}
