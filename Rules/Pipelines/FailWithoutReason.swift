import Linting

let failWithoutReason = Rule(
  "fail-without-reason", .advice, since: "0.1",
  summary: "A Fail step says why.",
  rationale: """
    The ErrorMessage of a Fail step is all that an execution says about why it was ended: without one, whoever \
    is called at night has to read the definition.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": «"Stop"», "Type": "Fail", "Arguments": {} } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {
        "ErrorMessage": «""» } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {
        "ErrorMessage": "The model is not accurate enough." } } ] }
      """)
  ]
).step(.fail) { step, subject, report in
  let tree = subject.tree
  guard let arguments = subject.pipeline.value(.arguments, of: step), !tree.isUnsettled(arguments),
    tree.kind(arguments) == .object
  else { return }
  let place: NodeID
  if let message = tree.value(arguments, "ErrorMessage") {
    guard tree.kind(message) == .string, tree.withText(message, \.isEmpty) else { return }
    place = message
  } else {
    guard tree.count(arguments) == 0 else { return }
    place = subject.pipeline.title(of: step)
  }
  report(
    place, "\(subject.pipeline.quotedName(step.id)) ends the execution without saying why.",
    help: "Say it in \"ErrorMessage\", with what it depends on: { \"Std:Join\": … } takes values in.")
}
