import Linting

let unknownField = Rule(
  "unknown-field", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Every field is one that the States Language has.",
  rationale: """
    Step Functions refuses a field that it does not know, and field names are case-sensitive. A name that is close \
    to a known one is surely a slip; one that is far from all of them may be newer than Stateline's table.
    """,
  bad: [
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", «"Nextt"»: "B" }, "B": { "Type": "Fail" } } }"#,
      fixed:
        #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Fail" } } }"#),
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", «"end"»: true, "End": true } } }"#,
    Example(
      #"{ «"TimeoutInSeconds"»: 60, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
      fixed: #"{ "TimeoutSeconds": 60, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#),
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", «"Cause.$"»: "$.cause" } } }"#,
      fixed: #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "CausePath": "$.cause" } } }"#),
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", «"Result.$"»: "$.order", "End": true } } }"#,
    Example(
      #"{ "StartAt": "A", "States": { "A": { «"type"»: "Succeed" } } }"#,
      fixed: #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#),
    Example(
      """
      { "StartAt": "A", "States": {
        "A": { "Type": "Choice", "Default": "B", "Choices": [
          { "Variable": "$.a", «"StringMatchesPath"»: "$.b", "Next": "B" } ] },
        "B": { "Type": "Succeed" } } }
      """,
      fixed: """
        { "StartAt": "A", "States": {
          "A": { "Type": "Choice", "Default": "B", "Choices": [
            { "Variable": "$.a", "StringMatches": "$.b", "Next": "B" } ] },
          "B": { "Type": "Succeed" } } }
        """),
    .yaml(
      """
      StartAt: A
      States:
        A:
          Type: Task
          Resource: arn:aws:states:::sns:publish
          Parameters: { Message: hi, TopicArn: arn:aws:sns:eu-west-1:123456789012:t }
          Retry:
            - ErrorEquals: [ States.Timeout ]
              «MaxAttempt»: 2
          End: true
      """,
      fixed: """
        StartAt: A
        States:
          A:
            Type: Task
            Resource: arn:aws:states:::sns:publish
            Parameters: { Message: hi, TopicArn: arn:aws:sns:eu-west-1:123456789012:t }
            Retry:
              - ErrorEquals: [ States.Timeout ]
                MaxAttempts: 2
            End: true
        """),
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "anything": 1 }, "End": true } } }"#,
  ]
).object(when: { _, _ in .has([.unknown]) }) { object, subject, report in
  if object.kind == .untypedState {
    reportMisspeltType(object, subject, &report)
    return
  }
  let allowed = FieldTable.allowed(in: object.kind, object.language)
  var taken = object.fields.present
  for row in subject.machine.fields(of: object) where row.field == .unknown {
    let name = subject.tree.text(row.key)
    guard !name.contains("${") else { continue }
    let constant = object.language == .jsonPath ? constantField(name, allowed) : nil
    let suggestion =
      pathField(name, allowed) ?? comparisonWithoutPath(name, allowed)
      ?? (constant == nil ? Spelling.suggestion(for: name, in: allowed.fields.lazy.map(\.name)) : nil)
    // Two slips for one field, or one beside the field itself, would become a repeated name.
    let field = suggestion.flatMap { suggestion in allowed.fields.first { $0.name == suggestion.name } }
    let isFree = field.map { !taken.contains($0) } ?? false
    if let field { taken.insert(field) }
    report(
      row.key, "\(quoted(name)) is not a field of \(object.kind.phrase).",
      help: didYouMean(suggestion?.name) ?? constant.map(helpForConstant)
        ?? "The fields that Stateline knows are those of \(FieldTable.date).",
      fix: isFree ? .respelling(row.key, as: suggestion, in: subject.tree) : nil,
      certainty: suggestion == nil && constant == nil ? .likely : .certain)
  }
}

/// What a state of an unknown type may have is unknown as well, but that it has a type is not.
private func reportMisspeltType(_ state: ObjectRow, _ subject: Subject, _ report: inout Report) {
  guard !state.fields.present.contains(.type), let row = subject.misspelling(of: [.type], in: state) else {
    return
  }
  let name = subject.tree.text(row.key)
  report(
    row.key, "\(quoted(name)) is not a field of a state.", help: didYouMean("Type"),
    fix: .respelling(row.key, as: Spelling.suggestion(for: name, in: ["Type"]), in: subject.tree))
}

/// For `IsPresentPath`, a comparison that cannot be with a path, the one that there is.
private func comparisonWithoutPath(_ name: String, _ allowed: FieldSet) -> Spelling.Suggestion? {
  guard name.hasSuffix("Path") else { return nil }
  return allowed.fields.first { $0.isComparison && $0.name == name.dropLast("Path".count) }
    .map { Spelling.Suggestion(name: $0.name, isSure: false) }
}

/// For `Cause.$` and `CausePath.$`, as a payload template would have it, the field that takes a path: `CausePath`.
private func pathField(_ name: String, _ allowed: FieldSet) -> Spelling.Suggestion? {
  guard name.hasSuffix(".$"), name != "Result.$" else { return nil }
  let base = String(name.dropLast(2))
  let path = base.hasSuffix("Path") ? base : base + "Path"
  guard allowed.fields.contains(where: { $0.name == path }) else { return nil }
  return Spelling.Suggestion(name: path, isSure: path == base)
}

/// For `Resource.$` the name of the field that is not evaluated.
private func constantField(_ name: String, _ allowed: FieldSet) -> String? {
  guard name.hasSuffix(".$") else { return nil }
  return allowed.fields.first { $0.name == name.dropLast(2) }?.name
}

private func helpForConstant(_ field: String) -> String {
  "Only names inside of a payload such as \"Parameters\" can end in \".$\", not \(quoted(field)) itself."
}
