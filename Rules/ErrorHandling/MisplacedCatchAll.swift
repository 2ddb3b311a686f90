import Linting

let misplacedCatchAll = Rule(
  "misplaced-catch-all", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "States.ALL stands alone in the last retrier or catcher.",
  rationale: """
    States.ALL matches everything, so a name beside it or an entry behind it could never matter. Step Functions \
    refuses the definition: "States.ALL must appear alone and at end of list".
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": [ «"States.ALL"», "States.Timeout" ] } ] } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
        "Catch": [
          { "ErrorEquals": [ «"States.ALL"» ], "Next": "B" },
          ‹{› "ErrorEquals": [ "NoStock" ], "Next": "B" } ] },
      "B": { "Type": "Fail" } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
        "Catch": [
          { "ErrorEquals": [ "NoStock" ], "Next": "B" },
          { "ErrorEquals": [ "States.ALL" ], "Next": "B" } ] },
      "B": { "Type": "Fail" } } }
    """
  ]
).workflow { subject, report in
  var last: NodeID?
  // The names of one list stand together.
  for name in subject.errorNames where name.kind == .catchAll && name.list != last {
    last = name.list
    check(name, subject, &report)
  }
}

private func check(_ name: ErrorNameRow, _ subject: Subject, _ report: inout Report) {
  let noun = name.isCaught ? "catcher" : "retrier"
  if subject.tree.count(name.list) > 1 {
    report(
      name.node, "\"States.ALL\" stands beside other names in this \(noun).",
      help: "It matches every error: give it a \(noun) of its own, the last one.")
  } else if let next = entry(behind: name, subject.machine) {
    report(
      name.node, "\"States.ALL\" stands before another \(noun), which could never be reached.",
      help: "Move it to the last \(noun).",
      related: [RelatedPlace("this \(noun) comes behind it", at: subject.tree.head(of: next))])
  }
}

/// The next retrier or catcher of the same state.
private func entry(behind name: ErrorNameRow, _ machine: StateMachine) -> NodeID? {
  let state = machine[name.state]
  return name.isCaught
    ? machine.catchers(of: state).first { $0.position > name.position }?.node
    : machine.retriers(of: state).first { $0.position > name.position }?.node
}
