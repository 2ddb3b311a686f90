import Linting

let endlessLoop = Rule(
  "endless-loop", .fails, since: "0.1",
  summary: "Every loop has a way out.",
  rationale: """
    States that only lead to each other run until something from outside stops the execution: a task that fails, \
    a timeout, or the limit of 25,000 events in its history. Step Functions does not check this.
    """,
  bad: [
    """
    { "StartAt": "Decide", "States": {
      "Decide": { "Type": "Choice", "Default": "Poll",
        "Choices": [ { "Variable": "$.done", "BooleanEquals": true, "Next": "Done" } ] },
      «"Poll"»: { "Type": "Pass", "Next": "Sleep" },
      ‹"Sleep"›: { "Type": "Wait", "Seconds": 30, "Next": "Poll" },
      "Done": { "Type": "Succeed" } } }
    """,
    """
    { "StartAt": "Both", "States": {
      "Both": { "Type": "Parallel", "End": true, "Branches": [ { "StartAt": "Spin", "States": {
        «"Spin"»: { "Type": "Pass", "Next": "Spin" } } } ] } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Decide", "States": {
      "Decide": { "Type": "Choice", "Default": "Poll",
        "Choices": [ { "Variable": "$.done", "BooleanEquals": true, "Next": "Done" } ] },
      "Poll": { "Type": "Pass", "Next": "Sleep" },
      "Sleep": { "Type": "Wait", "Seconds": 30, "Next": "Decide" },
      "Done": { "Type": "Succeed" } } }
    """,
    """
    { "StartAt": "Poll", "States": {
      "Poll": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:poll", "Next": "Poll",
        "Catch": [ { "ErrorEquals": [ "Done" ], "Next": "Done" } ] },
      "Done": { "Type": "Succeed" } } }
    """,
  ]
).workflow { subject, report in
  let machine = subject.machine
  let flow = subject.flow
  guard machine.states.contains(where: { flow.live.contains($0.id) && !flow.reachesEnd.contains($0.id) })
  else {
    return
  }
  for loop in flow.components.members where flow.isLoop(loop) {
    guard let first = loop.first, flow.live.contains(first), !flow.reachesEnd.contains(first) else {
      continue
    }
    // A machine that no state of ends has its own finding.
    let scope = machine[machine[first].scope]
    if scope.id == .machine, !machine.states(of: scope).contains(where: \.isTerminal) { continue }
    guard flow.staysInside(loop) else { continue }
    report(
      machine[first].name, "Nothing leads out of this loop: \(route(loop, machine)).",
      help: "Let one of its states end, or lead to a state outside of the loop.",
      related: loop.dropFirst().prefix(10).map {
        RelatedPlace("in the loop", at: subject.tree.range(machine[$0].name))
      })
  }
}

private func route(_ loop: [StateID], _ machine: StateMachine) -> String {
  let shown = loop.prefix(4).map { machine.quotedName($0) }
  return listed(loop.count > 4 ? shown + ["\(loop.count - 4) more"] : shown)
}
