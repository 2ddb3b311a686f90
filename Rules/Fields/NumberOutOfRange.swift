import Linting

let numberOutOfRange = Rule(
  "number-out-of-range", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Every number lies in the range that its field takes.",
  rationale: """
    A timeout of no seconds, a backoff that makes the waits shorter or half an attempt cannot be meant, and Step \
    Functions refuses them ("Minimum value is 1", "Maximum value is 99999999", "Expected value of type Integer"). An \
    IntervalSeconds of 0 is allowed.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": «0»,
      "Retry": [ { "ErrorEquals": [ "Slow" ], "BackoffRate": «0.5», "MaxAttempts": «-1» } ],
      "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": «1.5», "End": true } } }"#,
    """
    { "StartAt": "All", "States": { "All": { "Type": "Map", "ToleratedFailurePercentage": «120», "End": true,
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": 1,
      "Retry": [ { "ErrorEquals": [ "Slow" ], "BackoffRate": 1, "MaxAttempts": 0, "IntervalSeconds": 0 } ],
      "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 0, "End": true } } }"#,
    #"{ "TimeoutSeconds": 0, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
  ]
).object(when: { kind, _ in .has(FieldTable.fieldsWithRange(in: kind)) }) { object, subject, report in
  let ranged = object.fields.present.intersection(FieldTable.fieldsWithRange(in: object.kind))
  for row in subject.machine.fields(of: object) where ranged.contains(row.field) {
    guard let range = FieldTable.range(row.field, in: object.kind),
      let number = subject.tree.number(row.value)
    else { continue }
    let isWhole = number == number.rounded() || !takesWholeNumber(row.field, in: object.kind)
    if range.contains(number), isWhole { continue }
    let kind = range.contains(number) ? "a whole number" : phrase(range)
    report(
      row.value, "\(quoted(row.field.name)) is \(kind), but this is \(subject.tree.text(row.value)).",
      certainty: range.isMeasured || !isWhole ? .certain : .likely)
  }
}

private func takesWholeNumber(_ field: Field, in kind: ObjectKind) -> Bool {
  switch FieldTable.specification(field, in: kind)?.value {
  case .integer, .literalInteger: true
  default: false
  }
}

private func phrase(_ range: NumberRange) -> String {
  let minimum = "\(Int(range.minimum))"
  return range.maximum.map { "from \(minimum) to \(grouped(Int($0)))" } ?? "at least \(minimum)"
}

/// `99,999,999`
private func grouped(_ number: Int) -> String {
  let digits = String(number)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result += "," }
    result.append(digit)
  }
  return result
}
