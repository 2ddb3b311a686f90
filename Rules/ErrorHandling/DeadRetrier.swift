import Linting

let deadRetrier = Rule(
  "dead-retrier", .risky, since: "0.1",
  summary: "No retrier waits for errors that an earlier one takes.",
  rationale: """
    Retriers are tried in order and the first that matches decides, even when its attempts are used up. A name that \
    stands again in a later retrier never counts, nor does a specific name behind States.TaskFailed.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [
        { "ErrorEquals": [ ‹"Busy"› ], "MaxAttempts": 2 },
        { "ErrorEquals": [ «"Busy"», "Slow" ], "MaxAttempts": 9 } ] } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [
        { "ErrorEquals": [ ‹"States.TaskFailed"› ], "MaxAttempts": 2 },
        { "ErrorEquals": [ «"Lambda.ServiceException"» ], "MaxAttempts": 9 } ] } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [
        { "ErrorEquals": [ "Lambda.ServiceException" ], "MaxAttempts": 9 },
        { "ErrorEquals": [ "States.TaskFailed" ], "MaxAttempts": 2 },
        { "ErrorEquals": [ "States.Timeout" ], "MaxAttempts": 1 },
        { "ErrorEquals": [ "States.ALL" ], "MaxAttempts": 1 } ] } } }
    """
  ]
).state(.task, .parallel, .map) { state, subject, report in
  reportDead(subject.machine.retriers(of: state), "retrier", subject, &report)
}
