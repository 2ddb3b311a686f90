import Linting

let unreachableState = Rule(
  "unreachable-state", .refused, since: "0.1", predicts: "MISSING_TRANSITION_TARGET",
  summary: "Every state can be reached from StartAt.",
  rationale: """
    A state that no way from StartAt leads to never runs: dead weight, or the sign of a Next that names the wrong \
    state. Step Functions walks the graph, so states that only lead to each other are refused as well.
    """,
  bad: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Succeed" },
      «"B"»: { "Type": "Succeed" } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Succeed" },
      «"Ping"»: { "Type": "Pass", "Next": "Pong" },
      «"Pong"»: { "Type": "Pass", "Next": "Ping" } } }
    """,
    """
    { "StartAt": "Each", "States": {
      "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "A", "States": {
        "A": { "Type": "Succeed" },
        «"Loop"»: { "Type": "Wait", "Seconds": 1, "Next": "Loop" } } } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Pass", "Next": "B" },
      "B": { "Type": "Succeed" } } }
    """,
    // Where a transition leads nowhere, what it cuts off is not a second fault.
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Pass", "Next": "Bee" },
      "B": { "Type": "Succeed" } } }
    """,
  ]
).scope { scope, subject, report in
  let machine = subject.machine
  // AWS does not walk a machine without a terminal state, and an unknown target may be any state.
  let reachable = subject.flow.reachable
  let unreached = machine.states(of: scope).lazy.filter { !reachable.contains($0.id) && !$0.isOverridden }
  guard unreached.first != nil, scope.start.state != nil, !hasUnknownTarget(scope, subject) else { return }
  for state in unreached {
    let onlyFromUnreachable = subject.flow.hasPredecessors(state.id)
    report(
      state.name,
      onlyFromUnreachable
        ? "State \(machine.quotedName(state.id)) is only reached from states that nothing reaches."
        : "No transition leads to state \(machine.quotedName(state.id)).",
      help: "Let a transition lead to it, or remove it.")
  }
}

/// Whether a reachable state of the scope leads to a place that is missing or cannot be known.
private func hasUnknownTarget(_ scope: Scope, _ subject: Subject) -> Bool {
  let machine = subject.machine
  return machine.states(of: scope).contains { state in
    subject.flow.reachable.contains(state.id)
      && (state.type == .unknown || !machine.leadsToKnownPlaces(state) || misspellsWayOut(state, subject))
  }
}

private func misspellsWayOut(_ state: State, _ subject: Subject) -> Bool {
  subject.misspelling(of: [.next, .default, .choices, .catch], in: state) != nil
}
