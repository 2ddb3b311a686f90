import Linting

let waitOutlastsExecution = Rule(
  "wait-outlasts-execution", .fails, since: "0.1",
  summary: "No Wait is as long as its execution may run.",
  rationale: """
    An execution ends with States.Timeout when the TimeoutSeconds of its state machine are over, and an Express \
    workflow after five minutes. A Wait that takes as long is never left.
    """,
  bad: [
    """
    { "TimeoutSeconds": ‹60›, "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": «90», "Next": "B" },
      "B": { "Type": "Succeed" } } }
    """,
    .express(
      """
      { "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": «300», "Next": "B" },
        "B": { "Type": "Succeed" } } }
      """),
  ],
  good: [
    """
    { "TimeoutSeconds": 60, "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 50, "Next": "B" },
      "B": { "Type": "Succeed" } } }
    """,
    """
    { "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 86400, "Next": "B" },
      "B": { "Type": "Succeed" } } }
    """,
  ]
).state(.wait) { state, subject, report in
  guard let node = subject.machine.value(.seconds, of: state), let seconds = subject.tree.number(node),
    FieldTable.range(.seconds, in: .wait)?.contains(seconds) == true,
    let limit = ExecutionLimit(of: state.scope, subject), seconds >= limit.seconds,
    subject.flow.live.contains(state.id)
  else { return }
  report(
    node,
    "State \(subject.machine.quotedName(state.id)) waits for \(subject.tree.text(node)) seconds, but its execution "
      + "ends after \(limit.phrase).",
    help: limit.node == nil
      ? "Wait less, or make the state machine a Standard workflow." : "Wait less, or raise the limit.",
    related: limit.places(subject))
}
