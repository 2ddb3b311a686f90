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
).state(.task, .parallel, .map) { state, subject, report in
  let machine = subject.machine
  check(machine.retriers(of: state), "retrier", subject, &report)
  check(machine.catchers(of: state), "catcher", subject, &report)
}

private func check(
  _ entries: ArraySlice<some ErrorHandler>, _ noun: String, _ subject: Subject, _ report: inout Report
) {
  let machine = subject.machine
  for (index, entry) in entries.enumerated() {
    guard let list = machine.value(.errorEquals, of: entry), subject.tree.kind(list) == .array else {
      continue
    }
    guard let name = catchAll(in: list, subject.tree) else { continue }
    if subject.tree.count(list) > 1 {
      report(
        name, "\"States.ALL\" stands beside other names in this \(noun).",
        help: "It matches every error: give it a \(noun) of its own, the last one.")
    } else if let next = entries.dropFirst(index + 1).first {
      report(
        name, "\"States.ALL\" stands before another \(noun), which could never be reached.",
        help: "Move it to the last \(noun).",
        related: [RelatedPlace("this \(noun) comes behind it", at: subject.tree.head(of: next.node))])
    }
  }
}

private func catchAll(in list: NodeID, _ tree: SyntaxTree) -> NodeID? {
  var result: NodeID?
  tree.forEachElement(list) { name in
    if result == nil, tree.text(name, is: "States.ALL") { result = name }
  }
  return result
}
