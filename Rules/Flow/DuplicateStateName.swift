import Linting

let duplicateStateName = Rule(
  "duplicate-state-name", .refused, since: "0.1", predicts: "DUPLICATE_STATE_NAME",
  summary: "A state's name is unique in the whole definition.",
  rationale: """
    Step Functions demands unique names across the machine, all branches and all item processors, although \
    transitions never leave their own part: the name is how the execution history tells the states apart.
    """,
  bad: [
    """
    { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
      { "StartAt": "Work", "States": { ‹"Work"›: { "Type": "Succeed" } } },
      { "StartAt": "Work", "States": { «"Work"»: { "Type": "Succeed" } } } ] } } }
    """
  ],
  good: [
    """
    { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
      { "StartAt": "Work", "States": { "Work": { "Type": "Succeed" } } },
      { "StartAt": "work", "States": { "work": { "Type": "Succeed" } } } ] } } }
    """,
    // Two names in one object are a duplicate key.
    #"{ "StartAt": "A", "States": { "A": { "Type": "Fail" }, "A": { "Type": "Succeed" } } }"#,
  ]
).state { state, subject, report in
  let machine = subject.machine
  guard let first = state.firstOfSameName, machine[first].scope != state.scope else { return }
  report(
    state.name, "Another state is called \(machine.quotedName(state.id)) as well.",
    help: "Rename one of them: names are unique across all branches and item processors.",
    related: [RelatedPlace("first defined here", at: subject.tree.range(machine[first].name))])
}
