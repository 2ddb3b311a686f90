import Linting

let missingCatch = Rule(
  "missing-catch", .risky, since: "0.1",
  summary: "A failure of a task is caught, by the task itself or by a container around it.",
  rationale: """
    When a Task, Parallel or Map fails and nothing catches it, the whole execution fails at that place. What ran \
    before is not undone, nobody is told, and only the execution's history, or whoever waits for the execution, \
    shows the failure. A catcher can compensate, notify, or end in a Fail state that says what happened. A Catch \
    on the container around some states covers all of them. Whether a Catch names every error, or only some, is left \
    to the author.
    """,
  bad: [
    """
    { "StartAt": "Reserve", "States": {
      «"Reserve"»: {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:reserve", "Next": "Charge" },
      ‹"Charge"›: {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge", "End": true } } }
    """
  ],
  good: [
    """
    { "StartAt": "Reserve", "States": {
      "Reserve": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:reserve", "End": true,
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Failed" } ] },
      "Failed": { "Type": "Fail", "Error": "NotReserved" } } }
    """,
    """
    { "StartAt": "All", "States": {
      "All": { "Type": "Parallel", "End": true,
        "Branches": [ { "StartAt": "Reserve", "States": { "Reserve": {
          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:reserve", "End": true } } } ],
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Failed" } ] },
      "Failed": { "Type": "Fail", "Error": "NotReserved" } } }
    """,
    // What only runs when something has failed already is a handler itself.
    """
    { "StartAt": "Reserve", "States": {
      "Reserve": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:reserve", "End": true,
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Tell" } ] },
      "Tell": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell", "End": true } } }
    """,
  ]
).workflow { subject, report in
  let machine = subject.machine
  let uncaught = UncaughtStates(subject).states
  guard let first = uncaught.first else { return }
  let names = uncaught.prefix(3).map { machine.quotedName($0) }
  let others = uncaught.count > 3 ? ["any of \(counted(uncaught.count - 3, "other"))"] : []
  report(
    machine[first].name,
    "If \(listed(names + others, "or")) fails, the whole execution fails there, and only its history shows it.",
    help: "Add a Catch that compensates or notifies, to \(uncaught.count == 1 ? "it" : "each")"
      + " or to a Parallel state around \(uncaught.count == 1 ? "it" : "them").",
    related: uncaught.dropFirst().prefix(50).map { id in
      RelatedPlace("nothing catches a failure here either", at: subject.tree.range(machine[id].name))
    })
}

/// The states that can fail with nothing to catch it; of nested ones only the outermost, where one Catch helps all.
private struct UncaughtStates {
  private(set) var states: [StateID] = []

  init(_ subject: Subject) {
    let machine = subject.machine
    // By scope: whether a failure inside it is dealt with outside of it, by a Catch or by the container's own finding.
    var isSettled: [Bool] = []
    for scope in machine.scopes {
      guard let owner = scope.owner, let parent = scope.parent else {
        isSettled.append(false)
        continue
      }
      isSettled.append(isSettled[Int(parent.index)] || canFail(machine[owner]))
    }
    for state in machine.states where canFail(state) && subject.flow.liveWithoutErrors.contains(state.id) {
      if !isSettled[Int(state.scope.index)], catches(state, machine) == false { states.append(state.id) }
    }
  }

  private func canFail(_ state: State) -> Bool {
    state.type == .task || state.type == .parallel || state.type == .map
  }

  /// Whether the state has a Catch with an entry; nil if that cannot be known.
  private func catches(_ state: State, _ machine: StateMachine) -> Bool? {
    guard let value = machine.value(.catch, of: state) else { return false }
    if machine.isUnknown(value) { return nil }
    return machine.tree.count(value) > 0
  }
}
