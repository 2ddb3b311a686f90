import Linting

let unknownStateType = Rule(
  "unknown-state-type", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Type is one of the eight types of states.",
  rationale: "The types are Task, Pass, Choice, Wait, Succeed, Fail, Parallel and Map, spelt exactly so.",
  bad: [
    #"{ "StartAt": "A", "States": { "A": { "Type": «"Succeeed"» } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": «"task"», "End": true } } }"#,
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "${KindOfEnd}" } } }"#,
  ]
).modelDefect(.unknownStateType) { defect, subject, report in
  let type = subject.tree.text(defect.node)
  report(
    defect.node, "\(quoted(type)) is not a type of state.",
    help: didYouMean(Spelling.closest(to: type, in: StateType.known.map(\.name)))
      ?? "The types are \(listed(StateType.known.map(\.name))).")
}
