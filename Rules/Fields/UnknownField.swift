import Linting

let unknownField = Rule(
  "unknown-field", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Every field is one that the States Language has.",
  rationale: """
    Step Functions refuses a field that it does not know, and field names are case-sensitive. A name that is close \
    to a known one is surely a slip; one that is far from all of them may be newer than Stateline's table.
    """,
  bad: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", «"Nxt"»: "B" }, "B": { "Type": "Succeed" } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", «"end"»: true, "End": true } } }"#,
    #"{ «"TimeoutInSeconds"»: 60, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", «"Cause.$"»: "$.cause" } } }"#,
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
      """),
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "anything": 1 }, "End": true } } }"#,
  ]
).object { object, subject, report in
  // What a state of an unknown type may have is unknown as well.
  guard object.fields.present.contains(.unknown), object.kind != .untypedState else { return }
  let allowed = FieldTable.allowed(in: object.kind, object.language)
  for row in subject.machine.fields(of: object) where row.field == .unknown {
    let name = subject.tree.text(row.key)
    guard !name.contains("${") else { continue }
    let suggestion =
      pathField(name, allowed) ?? Spelling.closest(to: name, in: allowed.fields.lazy.map(\.name))
    report(
      row.key, "\(quoted(name)) is not a field of \(object.kind.phrase).",
      help: didYouMean(suggestion) ?? "The fields that Stateline knows are those of \(FieldTable.date).",
      certainty: suggestion == nil ? .likely : .certain)
  }
}

/// For `Cause.$`, as a payload template would have it, the field that takes a path: `CausePath`.
private func pathField(_ name: String, _ allowed: FieldSet) -> String? {
  guard name.hasSuffix(".$") else { return nil }
  let path = name.dropLast(2) + "Path"
  return allowed.fields.first { $0.name == path }?.name
}
