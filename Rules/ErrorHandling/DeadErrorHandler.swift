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

private func reportDead(
  _ entries: ArraySlice<some ErrorHandler>, _ noun: String, _ subject: Subject, _ report: inout Report
) {
  guard entries.count > 1 else { return }
  let names = subject.errorNames(of: entries)
  var seen: [String: ErrorName] = [:]
  for name in names {
    let taken = seen[name.text] ?? (name.isPartOfTaskFailed ? seen[ErrorGroup.taskFailed] : nil)
    if let taken, taken.entry < name.entry {
      report(
        name.node, "\(quoted(name.text)) never gets here: an earlier \(noun) takes it.",
        help: "Remove it, or move this \(noun) before the other.",
        related: [RelatedPlace("taken here", at: subject.tree.range(taken.node))])
    }
    if seen[name.text] == nil { seen[name.text] = name }
  }
}

extension ErrorName {
  /// Whether `States.TaskFailed` surely matches the error. Of the names that begin with `States.` some are no failures
  /// of a task, and the guide and recorded executions disagree about others: they are left alone.
  fileprivate var isPartOfTaskFailed: Bool { !text.hasPrefix("States.") }
}
