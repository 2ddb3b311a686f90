import Linting

let invalidPipelineName = Rule(
  "invalid-pipeline-name", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Names of steps and parameters have letters, digits, hyphens and underscores.",
  rationale: """
    The API model gives names of steps the pattern [A-Za-z0-9\\-_]* and 64 characters, and names of \
    parameters the same pattern and 256. Where people should read something else, DisplayName takes it.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": «"max.depth"», "Type": "Integer" } ], "Steps": [
        { "Name": «"Train model"», "Type": "Training", "Arguments": {} },
        { "Name": «"\(String(repeating: "x", count: 65))"», "Type": "Training", "Arguments": {} } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train-model_2", "DisplayName": "Train model", "Type": "Training", "Arguments": {} } ] }
      """)
  ]
)
.step { step, subject, report in
  if let name = step.name { check(name, "step", maximumLength: 64, subject, &report) }
}
.parameter { parameter, subject, report in
  if let name = parameter.name { check(name, "parameter", maximumLength: 256, subject, &report) }
}

private func check(
  _ node: NodeID, _ noun: String, maximumLength: Int, _ subject: PipelineSubject, _ report: inout Report
) {
  let name = subject.tree.text(node)
  let misfit = name.unicodeScalars.first { !isNameScalar($0) }
  if name.isEmpty {
    report(node, "The name of a \(noun) cannot be empty.")
  } else if let misfit {
    let shown = misfit.value < 0x20 ? "a control character" : quoted(String(misfit))
    report(
      node, "The name of a \(noun) cannot hold \(shown), as in \(quoted(name)).",
      help: "Use letters, digits, hyphens and underscores.")
  } else if name.utf8.count > maximumLength {
    report(
      node,
      "The name \(quoted(name)) has \(name.utf8.count) characters; a \(noun) has \(maximumLength) at most."
    )
  }
}

private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
  default: false
  }
}
