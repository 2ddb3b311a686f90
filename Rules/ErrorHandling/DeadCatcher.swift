import Linting

let deadCatcher = Rule(
  "dead-catcher", .risky, since: "0.1",
  summary: "No catcher waits for errors that an earlier one takes.",
  rationale: """
    Catchers are tried in order and the first that matches decides where to go on. A name that stands again in a \
    later catcher never counts, nor does a specific name behind States.TaskFailed.
    """,
  bad: [
    """
    { "StartAt": "A", "States": {
      "A": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
        "Catch": [
          { "ErrorEquals": [ ‹"NoStock"› ], "Next": "B" },
          { "ErrorEquals": [ «"NoStock"» ], "Next": "C" } ] },
      "B": { "Type": "Fail" }, "C": { "Type": "Fail" } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
        "Catch": [
          { "ErrorEquals": [ "NoStock" ], "Next": "B" },
          { "ErrorEquals": [ "States.TaskFailed" ], "Next": "C" } ] },
      "B": { "Type": "Fail" }, "C": { "Type": "Fail" } } }
    """
  ]
).state(.task, .parallel, .map) { state, subject, report in
  reportDead(subject.machine.catchers(of: state), "catcher", subject, &report)
}
