import Linting

let unknownStateType = Rule(
  "unknown-state-type", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Type is one of the eight types of states.",
  rationale: "The types are Task, Pass, Choice, Wait, Succeed, Fail, Parallel and Map, spelt exactly so.",
  bad: [
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": «"Succeeed"» } } }"#,
      fixed: #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#),
    .yaml(
      #"{ StartAt: A, States: { A: { Type: «'pass'», End: true } } }"#,
      fixed: #"{ StartAt: A, States: { A: { Type: 'Pass', End: true } } }"#),
    #"{ "StartAt": "A", "States": { "A": { "Type": «"Lambda"», "End": true } } }"#,
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "${KindOfEnd}" } } }"#,
  ]
).modelDefect(.unknownStateType) { defect, subject, report in
  let type = subject.tree.text(defect.node)
  let suggestion = Spelling.suggestion(for: type, in: StateType.known.map(\.name))
  report(
    defect.node, "\(quoted(type)) is not a type of state.",
    help: didYouMean(suggestion?.name) ?? "The types are \(listed(StateType.known.map(\.name))).",
    fix: .respelling(defect.node, as: suggestion, in: subject.tree))
}
