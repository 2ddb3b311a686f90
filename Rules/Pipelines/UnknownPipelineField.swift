import Linting

let unknownPipelineField = Rule(
  "unknown-pipeline-field", .refused, since: "0.1",
  summary: "Every field of a pipeline is one that its object has.",
  rationale: """
    A field that SageMaker does not know is refused or does nothing: a retry policy with a misspelt limit, \
    or one on a step that never retries, protects nothing. Not every type of step can retry or cache. A name \
    that is far from all known ones may be newer than Stateline's table.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING" ], «"MaxAttempt"»: 3 } ] } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
          "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING" ], "MaxAttempts": 3 } ] } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Call", «"Typ"»: "Lambda", "FunctionArn": "f" } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f" } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING" ], «"Reason"»: "busy" } ] } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f",
        «"RetryPolicies"»: [ { "ExceptionType": [ "Step.THROTTLING" ], "MaxAttempts": 3 } ] } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01",
        "Parameters": [ { "Name": "N", "Type": "Integer", "DefaultValue": 1, «"Default"»: 1 } ],
        "Steps": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "n": { "Get": "Parameters.N" } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {
        "anything": 1 },
        "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING" ], "MaxAttempts": 3 } ] } ] }
      """)
  ]
).pipelineObject { object, subject, report in
  guard !subject.pipeline.isTemplated(object) else { return }
  // A slip for a field that has to be there is one although nobody knows the others.
  let isOpen = object.kind.hasUnknownFields
  let known = PipelineFieldTable[object.kind].filter { !isOpen || $0.isRequired }.map(\.field)
  let rows = subject.pipeline.fields(of: object)
  var taken = Set(rows.map(\.field))
  for row in rows where !known.contains(row.field) {
    let name = subject.tree.text(row.key)
    let isElsewhere = row.field != .unknown
    let suggestion = isElsewhere ? nil : Spelling.suggestion(for: name, in: known.map(\.name))
    // Two slips for one field, or one beside the field itself, would become a repeated name.
    let field = suggestion.flatMap { suggestion in known.first { $0.name == suggestion.name } }
    let isFree = field.map { taken.insert($0).inserted } ?? false
    if isOpen, !isFree { continue }
    report(
      row.key, "\(quoted(name)) is not a field of \(object.kind.phrase).",
      help: didYouMean(suggestion?.name) ?? help(isElsewhere: isElsewhere, row.field),
      fix: isFree ? .respelling(row.key, as: suggestion, in: subject.tree) : nil,
      certainty: suggestion != nil || isElsewhere && object.kind.isSettled ? .certain : .likely)
  }
}

private func help(isElsewhere: Bool, _ field: PipelineField) -> String {
  let owners = StepType.known.filter {
    !$0.hasUnknownFields && PipelineFieldTable.specification(field, in: .step($0)) != nil
  }
  guard isElsewhere, !owners.isEmpty else {
    return "The fields that Stateline knows are those of \(PipelineFieldTable.date)."
  }
  return "Steps of these types have it: \(listed(owners.map(\.name)))."
}

extension StepType {
  /// No source gives their fields.
  fileprivate var hasUnknownFields: Bool { self == .unknown || self == .athena || self == .hubContent }
}

extension PipelineObjectKind {
  fileprivate var hasUnknownFields: Bool {
    switch self {
    case .step(let type): type.hasUnknownFields
    case .condition(let type): type == .unknown
    default: false
    }
  }

  /// Whether the fields are old enough that a new one would be a surprise.
  fileprivate var isSettled: Bool {
    guard case .step(let type) = self else { return true }
    return type.isSettled
  }
}
