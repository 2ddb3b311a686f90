import Linting

let missingTransitionTarget = Rule(
  "missing-transition-target", .refused, since: "0.1", predicts: "MISSING_TRANSITION_TARGET",
  summary: "StartAt and every transition name a state of the same States object.",
  rationale: """
    A transition to a state that does not exist cannot be taken. Transitions never cross the border of a Parallel \
    branch or an item processor, in either direction: a state there is out of reach even if its name is right.
    """,
  bad: [
    Example(
      """
      { "StartAt": "ValidateOrder", "States": {
        "ValidateOrder": { "Type": "Pass", "Next": «"Chargecard"» },
        "ChargeCard": { "Type": "Succeed" } } }
      """,
      fixed: """
        { "StartAt": "ValidateOrder", "States": {
          "ValidateOrder": { "Type": "Pass", "Next": "ChargeCard" },
          "ChargeCard": { "Type": "Succeed" } } }
        """),
    #"{ "StartAt": «"Begin"», "States": { "Start": { "Type": "Succeed" } } }"#,
    """
    { "StartAt": "Each", "States": {
      "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Check", "States": {
        "Check": { "Type": "Pass", "Next": «"Report"» } } } },
      ‹"Report"›: { "Type": "Succeed" } } }
    """,
    .yaml(
      """
      StartAt: Decide
      States:
        Decide:
          Type: Choice
          Choices:
            - { Variable: $.ok, BooleanEquals: true, Next: «Dnoe» }
          Default: Done
        Done: { Type: Succeed }
      """,
      fixed: """
        StartAt: Decide
        States:
          Decide:
            Type: Choice
            Choices:
              - { Variable: $.ok, BooleanEquals: true, Next: Done }
            Default: Done
          Done: { Type: Succeed }
        """),
  ],
  good: [
    """
    { "StartAt": "ValidateOrder", "States": {
      "ValidateOrder": { "Type": "Pass", "Next": "ChargeCard" },
      "ChargeCard": { "Type": "Succeed" } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "${NextState}" } } }"#,
  ]
)
.scope { scope, subject, report in
  // Without states every name is missing, and that is the fault.
  guard case .missing(let elsewhere) = scope.start, !scope.states.isEmpty,
    let name = subject.machine.value(.startAt, of: scope)
  else { return }
  reportMissing("StartAt", name, elsewhere, in: scope, subject, &report)
}
.transition { transition, subject, report in
  guard case .missing(let elsewhere) = transition.target, isInPlace(transition, subject.machine) else {
    return
  }
  let scope = subject.machine[subject.machine[transition.source].scope]
  let field = transition.kind == .default ? "Default" : "Next"
  reportMissing(field, transition.name, elsewhere, in: scope, subject, &report)
}

/// Whether the state is of a type that has such a transition; else the field itself is what is wrong.
private func isInPlace(_ transition: Transition, _ machine: StateMachine) -> Bool {
  let field: Field =
    switch transition.kind {
    case .next: .next
    case .choice: .choices
    case .default: .default
    case .catch: .catch
    }
  return FieldTable.specification(field, in: ObjectKind(machine[transition.source].type)) != nil
}

private func reportMissing(
  _ field: String, _ name: NodeID, _ elsewhere: StateID?, in scope: Scope, _ subject: Subject,
  _ report: inout Report
) {
  let machine = subject.machine
  let target = subject.tree.text(name)
  if let elsewhere {
    report(
      name, "\"\(field)\" names \(quoted(target)), which is a state of \(place(of: elsewhere, machine)).",
      help: "Transitions stay in their own States object: end this part of the workflow, or move the state.",
      related: [
        RelatedPlace("the state is here, out of reach", at: subject.tree.range(machine[elsewhere].name))
      ])
    return
  }
  let suggestion = closestState(to: target, in: scope, machine)
  report(
    name, "\"\(field)\" names \(quoted(target)), which is not a state of \(whole(scope, machine)).",
    help: didYouMean(suggestion?.name), fix: .respelling(name, as: suggestion, in: subject.tree))
}

private func closestState(to name: String, in scope: Scope, _ machine: StateMachine)
  -> Spelling.Suggestion?
{
  let states = machine.states(of: scope)
  // Far beyond what AWS takes, comparing with every name for every finding would be slow and help nobody.
  guard states.count <= 20_000 else { return nil }
  return Spelling.suggestion(for: name, in: states.lazy.map { machine.name($0.id) })
}

/// The whole that a scope is, as the place where a name is missing.
private func whole(_ scope: Scope, _ machine: StateMachine) -> String {
  switch scope.kind {
  case .machine: "this workflow"
  case .branch: "this branch"
  case .processor: "this item processor"
  }
}

/// Where a state of another scope lives.
private func place(of state: StateID, _ machine: StateMachine) -> String {
  let scope = machine[machine[state].scope]
  guard let owner = scope.owner else { return "the workflow around it" }
  switch scope.kind {
  case .branch(let position): return "branch \(position + 1) of \(machine.quotedName(owner))"
  default: return "the item processor of \(machine.quotedName(owner))"
  }
}
