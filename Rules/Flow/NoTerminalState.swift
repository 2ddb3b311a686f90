import Linting

let noTerminalState = Rule(
  "no-terminal-state", .refused, since: "0.1", predicts: "MISSING_END_STATE",
  summary: "A workflow has a state that ends it.",
  rationale: """
    Without a Succeed or Fail state, or one with "End": true, an execution could never finish. Step Functions \
    demands one at the top level; branches and item processors are checked by endless-loop.
    """,
  bad: [
    """
    { "StartAt": "A", «"States"»: {
      "A": { "Type": "Pass", "Next": "B" },
      "B": { "Type": "Wait", "Seconds": 60, "Next": "A" } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Pass", "Next": "B" },
      "B": { "Type": "Wait", "Seconds": 60, "End": true } } }
    """
  ]
).workflow { subject, report in
  let machine = subject.machine
  let top = machine.scopes[0]
  let states = machine.states(of: top)
  guard !states.isEmpty, let row = machine.row(.states, of: top) else { return }
  let mayEnd = states.contains { state in
    state.isTerminal || state.type == .unknown || hasNoWayOn(state, machine)
  }
  guard !mayEnd else { return }
  report(
    row.key, "No state ends this workflow.",
    help: "Add \"End\": true to the last state, or let it lead to a Succeed or Fail state.")
}

/// A state that lacks its Next and End altogether has a finding of its own.
private func hasNoWayOn(_ state: State, _ machine: StateMachine) -> Bool {
  state.transitions.isEmpty || machine.transitions(of: state).contains { $0.target.state == nil }
}
