import Linting

let nextOrEnd = Rule(
  "next-or-end", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A state leads to one next state or ends, and says so once.",
  rationale: """
    A Pass, Task, Wait, Parallel or Map state has either Next or "End": true. With both, or with neither, Step \
    Functions refuses the definition. "End": false says nothing, and AWS does not document what it does with it.
    """,
  bad: [
    #"{ "StartAt": "A", "States": { «"A"»: { "Type": "Pass" }, "B": { "Type": "Succeed" } } }"#,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Pass", ‹"Next"›: "B", «"End"»: true },
      "B": { "Type": "Succeed" } } }
    """,
    Example(
      """
      { "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Next": "B", «"End"»: false },
        "B": { "Type": "Succeed" } } }
      """,
      fixed: """
        { "StartAt": "A", "States": {
          "A": { "Type": "Pass", "Next": "B" },
          "B": { "Type": "Succeed" } } }
        """),
    .yaml(
      """
      StartAt: A
      States:
        A:
          Type: Pass
          «End»: false
          Next: B
        B:
          Type: Succeed
      """,
      fixed: """
        StartAt: A
        States:
          A:
            Type: Pass
            Next: B
          B:
            Type: Succeed
        """),
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Fail" } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": ${IsLast} } } }"#,
  ]
).state(.pass, .task, .wait, .parallel, .map) { state, subject, report in
  let machine = subject.machine
  let next = machine.row(.next, of: state)
  let end = machine.row(.end, of: state)
  switch (next, end) {
  case (nil, nil):
    guard subject.misspelling(of: [.next, .end], in: state) == nil else { return }
    report(
      state.name, "State \(machine.quotedName(state.id)) neither ends nor leads anywhere.",
      help: "Add \"Next\", or \"End\": true if the workflow is over here.")
  case (let next, let end?) where subject.tree.boolean(end.value) == false:
    report(
      end.key, next == nil ? "\"End\": false does not say where to go." : "\"End\": false says nothing.",
      help: next == nil ? "Add \"Next\", or set \"End\" to true." : "Remove it.",
      fix: next == nil
        ? nil : Fix("Remove \"End\"", isSafe: true, subject.tree.removal(of: end.key, from: state.node)),
      certainty: .likely)
  case (let next?, let end?) where subject.tree.boolean(end.value) == true:
    report(
      end.key, "State \(machine.quotedName(state.id)) ends and leads on at the same time.",
      help: "Keep \"Next\" or \"End\", not both.",
      related: [RelatedPlace("it leads on here", at: subject.tree.range(next.key))])
  default: break
  }
}
