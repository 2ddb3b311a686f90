import Linting

let incompleteStepProperty = Rule(
  "incomplete-step-property", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A reference to a step leads to one value.",
  rationale: """
    Where an expression may stand, one text, number or boolean is wanted. A reference that ends at an object \
    or a list of the answer has no such value.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Model", "Arguments": {
        "PrimaryContainer": { "ModelDataUrl": { "Get": "Steps.Train.«ModelArtifacts»" } } } },
        { "Name": "Train", "Type": "Training", "Arguments": { "RoleArn": "${Role}" } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Model", "Arguments": {
        "PrimaryContainer": { "ModelDataUrl": { "Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts" } } } },
        { "Name": "Train", "Type": "Training", "Arguments": { "RoleArn": "${Role}" } } ] }
      """)
  ]
).pipeline { subject, report in
  // Where a whole list or object is wanted no expression is right.
  let others = Set(
    subject.argumentMismatches.compactMap { mismatch in
      if case .expressionForMany = mismatch.kind { mismatch.node } else { nil }
    })
  for row in subject.pipeline.references where row.place != .propertyFile && !others.contains(row.node) {
    guard let use = PropertyUse(row, subject), let last = use.reference.segments.last,
      case .shape(let shape) = use.end, let parts = use.parts(of: shape)
    else { continue }
    report(
      row.text, at: subject.tree.sourceRange(row.text, use.name(of: last)),
      "\(quoted(subject.text(use.name(of: last), in: row.text))) of step "
        + "\(subject.pipeline.quotedName(use.step.id)) is \(shape.phrase), where one value is needed.",
      help: parts, certainty: .likely)
  }
}
