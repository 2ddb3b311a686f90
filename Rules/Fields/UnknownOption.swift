import Linting

let unknownOption = Rule(
  "unknown-option", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A field that takes one of a few words has one of them, spelt exactly so.",
  rationale: """
    Step Functions compares such words letter by letter and refuses any other ("Value should be one of the following: \
    [1.0]").
    """,
  bad: [
    #"{ "Version": «"2022-11-01"», "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
    Example(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
        "Retry": [ { "ErrorEquals": [ "Slow" ], "JitterStrategy": «"Full"» } ] } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": {
          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
          "Retry": [ { "ErrorEquals": [ "Slow" ], "JitterStrategy": "FULL" } ] } } }
        """),
    Example(
      """
      { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": «"Distributed"», "ExecutionType": «"Express"» },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
      """,
      fixed: """
        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
          "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
          "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
        """),
  ],
  good: [
    #"{ "Version": "1.0", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": [ "Slow" ], "JitterStrategy": "FULL" },
        { "ErrorEquals": [ "Busy" ], "JitterStrategy": "${Jitter}" } ] } } }
    """,
  ]
).object(when: { kind, _ in .has(FieldTable.fieldsWithOptions(in: kind)) }) { object, subject, report in
  let present = object.fields.present.intersection(FieldTable.fieldsWithOptions(in: object.kind))
  for row in subject.machine.fields(of: object) where present.contains(row.field) {
    guard let options = FieldTable.options(row.field, in: object.kind),
      subject.machine.isLiteralString(row.value),
      !options.texts.contains(where: { subject.tree.text(row.value, is: $0) }),
      options.isMeasured || !subject.tree.withText(row.value, { $0.starts(with: "{%".utf8) })
    else { continue }
    let text = subject.tree.text(row.value)
    let names = options.texts.map { "\($0)" }
    let suggestion = Spelling.suggestion(for: text, in: names)
    report(
      row.value, "\(quoted(row.field.name)) cannot be \(quoted(text)).",
      help: didYouMean(suggestion?.name) ?? "It takes \(listed(names.map(quoted), "or")).",
      fix: .respelling(row.value, as: suggestion, in: subject.tree),
      certainty: options.isMeasured || suggestion != nil ? .certain : .likely)
  }
}
