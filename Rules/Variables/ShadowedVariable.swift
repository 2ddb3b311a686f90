import Linting

let shadowedVariable = Rule(
  "shadowed-variable", .refused, since: "0.1",
  summary: "What a state around them assigns, inner states do not assign again.",
  rationale: """
    The states of a branch or an item processor can read the variables of the states around them, but have variables \
    of their own, which are gone when they end. So that nobody takes the one for the other, Step Functions refuses to \
    have two of the same name. A catcher around them may assign it: that has been seen to be accepted.
    """,
  bad: [
    """
    { "StartAt": "Start", "States": {
      "Start": { "Type": "Pass", "Assign": { ‹"count"›: 0 }, "Next": "Each" },
      "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Count", "States": {
        "Count": { "Type": "Pass", "Assign": { «"count.$"»: "States.MathAdd($count, 1)" }, "End": true } } } } } }
    """
  ],
  good: [
    """
    { "StartAt": "Start", "States": {
      "Start": { "Type": "Pass", "Assign": { "count": 0 }, "Next": "Each" },
      "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Count", "States": {
        "Count": { "Type": "Pass", "Assign": { "next.$": "States.MathAdd($count, 1)" }, "End": true } } } } } }
    """,
    // Branches do not see each other.
    """
    { "StartAt": "Both", "States": {
      "Both": { "Type": "Parallel", "Next": "End", "Assign": { "done": true },
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Assign": { "side": "none" }, "Next": "End" } ],
        "Branches": [
          { "StartAt": "Left", "States": { "Left": { "Type": "Pass", "Assign": { "side": "left" }, "End": true } } },
          { "StartAt": "Right", "States": { "Right": { "Type": "Pass", "Assign": { "side": "right" }, "End": true } } }
        ] },
      "End": { "Type": "Succeed" } } }
    """,
    // A Distributed Map's states see nothing of what is around them.
    """
    { "StartAt": "Start", "States": {
      "Start": { "Type": "Pass", "Assign": { "count": 0 }, "Next": "Each" },
      "Each": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Count", "States": { "Count": { "Type": "Pass", "Assign": { "count": 1 }, "End": true } } } } } }
    """,
  ]
).workflow { subject, report in
  let machine = subject.machine
  // Most have no branches, or no variables.
  guard machine.scopes.count > 1 else { return }
  let assignments = subject.assignments
  // AWS ran a Parallel whose catcher assigns what a branch assigns (recorded 2024-11-13).
  let places = AssignmentPlaces(assignments, machine) { assignments.clauses[$0.clause].owner != .catcher }
  var reported: Set<AssignmentPlaces.Place> = []
  for row in assignments.rows where places.contains(row.variable) {
    let clause = assignments.clauses[row.clause]
    let scope = machine[clause.state].scope
    let outer = machine.outerScopes(of: scope).scopes.lazy.compactMap { places.first(row.variable, in: $0) }
      .first
    guard let outer, reported.insert(AssignmentPlaces.Place(variable: row.variable, scope: scope)).inserted
    else {
      continue
    }
    let other = assignments.state(of: outer)
    // What was recorded leaves open how the Assign of the container itself is looked at.
    let isContainer = machine.container(of: clause.state, in: machine[other].scope) == other
    report(
      row.key,
      "The variable \(quoted(assignments.names[row.variable])) is one of the states around this already:"
        + " \(machine.quotedName(other)) assigns it.",
      help: "Give it another name: inner states can read an outer variable, but not assign it.",
      related: [RelatedPlace("assigned here, too", at: subject.tree.range(outer.key))],
      certainty: isContainer || clause.owner == .catcher ? .likely : .certain)
  }
}
