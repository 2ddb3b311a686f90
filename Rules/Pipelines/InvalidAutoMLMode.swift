import Linting

let invalidAutoMLMode = Rule(
  "invalid-auto-ml-mode", .refused, since: "0.1", predicts: "ValidationException",
  summary: "An AutoML step runs in the mode ENSEMBLING.",
  rationale:
    "The Developer Guide: a pipeline's AutoML step supports no other mode, and the SDK refuses to build one.",
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Search", "Type": "AutoML", "Arguments": {
        "AutoMLJobConfig": { "Mode": «"HYPERPARAMETER_TUNING"» } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Search", "Type": "AutoML", "Arguments": {
        "AutoMLJobConfig": { "Mode": "ENSEMBLING" } } } ] }
      """)
  ]
).step(.autoML) { step, subject, report in
  let tree = subject.tree
  guard
    let mode = subject.pipeline.value(.arguments, of: step).flatMap({ tree.value($0, "AutoMLJobConfig") })
      .flatMap({ tree.value($0, "Mode") }), tree.isLiteralString(mode), !tree.text(mode, is: "ENSEMBLING")
  else { return }
  report(
    mode, "An AutoML step cannot run in the mode \(quoted(tree.text(mode))).", help: "Write \"ENSEMBLING\".")
}
