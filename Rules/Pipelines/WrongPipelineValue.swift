import Linting

let wrongPipelineValue = Rule(
  "wrong-pipeline-value", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Every field of a pipeline has a value of the type that it takes.",
  rationale: """
    SageMaker does not convert, and answers "Unable to parse pipeline definition. Expecting start of Json \
    Array." and the like. A reference may stand for a text, a number or a boolean, but never for a whole \
    list or object.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "CacheConfig": { "Enabled": «"true"», "ExpireAfter": "P1D" } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
          "CacheConfig": { "Enabled": true, "ExpireAfter": "P1D" } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": «{» "Train": { "Name": "Train", "Type": "Training" } } }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ «"Train"»,
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "DependsOn": «{» "Get": "Parameters.Steps" },
          "Arguments": { "x": { "Get": «[» "Execution.PipelineName" ] } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "CacheConfig": { "Enabled": true, "ExpireAfter": "P1D" } },
        { "Name": "Stop", "Type": "Fail", "Arguments": { "ErrorMessage": {
          "Get": "Execution.PipelineName" } } } ] }
      """)
  ]
)
.pipelineDefect(.notAnObject) { defect, subject, report in
  report(
    defect.node,
    "\(defect.object.capitalizedPhrase) is an object, but this is \(subject.tree.kind(defect.node).phrase).")
}
.pipelineObject { object, subject, report in
  let tree = subject.tree
  for row in subject.pipeline.fields(of: object) {
    guard let specification = PipelineFieldTable.specification(row.field, in: object.kind),
      !isAccepted(row.value, specification, subject.pipeline)
    else { continue }
    let name = quoted(row.field.name)
    let expected = specification.value.phrase
    let isExpression = subject.pipeline.isExpression(row.value)
    let literal =
      tree.kind(row.value) == .string ? literal(tree.text(row.value), as: specification.value) : nil
    report(
      row.value,
      isExpression
        ? "\(name) takes \(expected); a reference cannot stand for it."
        : "\(name) takes \(expected), but this is \(tree.kind(row.value).phrase).",
      help: literal.map { "Write \($0) without quotes." },
      fix: literal.flatMap {
        Fix("Write \($0) without quotes", isSafe: true, tree.unquoting(of: row.value, as: $0))
      },
      // What null means nobody says.
      certainty: tree.kind(row.value) == .null ? .likely : .certain)
  }
}

private func isAccepted(
  _ value: NodeID, _ specification: PipelineFieldSpecification, _ pipeline: Pipeline
) -> Bool {
  let tree = pipeline.tree
  let kind = tree.kind(value)
  if specification.value.acceptedKinds.contains(kind) { return true }
  if tree.isUnsettled(value) || kind == .string && tree.hasSubstitution(value) { return true }
  return kind == .null && specification.isNullable
    || specification.takesExpression && pipeline.isExpression(value)
}

/// The text of a string as a value of another type, if it is spelt as JSON and YAML alike spell that.
private func literal(_ text: String, as shape: PipelineValueShape) -> String? {
  switch shape {
  case .integer, .number: Int(text).map(String.init) == text ? text : nil
  case .boolean: ["true", "false"].contains(text) ? text : nil
  default: nil
  }
}

extension PipelineValueShape {
  fileprivate var phrase: String {
    switch self {
    case .string: "a string"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .object: "an object"
    case .array, .strings: "a list"
    case .scalar: "a text, a number or a boolean"
    case .stringOrStrings: "a string or a list of strings"
    case .any: "any value"
    }
  }
}
