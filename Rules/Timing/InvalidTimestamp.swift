import Linting

let invalidTimestamp = Rule(
  "invalid-timestamp", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A timestamp names a day, a time and an offset, as RFC 3339 has it.",
  rationale: """
    The States Language narrows RFC 3339: a capital T stands before the time, and a capital Z or an offset such as \
    +01:00 behind it. Step Functions refuses a Wait until anything else ("String does not match RFC3339 timestamp"). \
    In a Choice such a text would equal no timestamp.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Wait", "Timestamp": «"2030-01-31 09:00:00Z"», "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Wait", "Timestamp": «"2030-02-30T09:00:00Z"», "End": true } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Default": "B", "Choices": [
        { "Variable": "$.due", "TimestampLessThan": «"2030-01-31T09:00"», "Next": "B" } ] },
      "B": { "Type": "Succeed" } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Wait", "Timestamp": "2030-01-31T09:00:00.123456789+01:00", "End": true } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": {
      "Type": "Wait", "Timestamp": "{% $states.input.due %}", "End": true } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Default": "B", "Choices": [
        { "Variable": "$.due", "TimestampLessThan": "2030-01-31T09:00:00Z", "Next": "B" } ] },
      "B": { "Type": "Succeed" } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "${Launch}", "End": true } } }"#,
  ]
).object(when: { _, _ in .has(literals) }) { object, subject, report in
  let present = object.fields.present.intersection(literals)
  for row in subject.machine.fields(of: object) where present.contains(row.field) {
    guard subject.machine.isLiteralString(row.value),
      let problem = subject.tree.withText(row.value, { Timestamp.problem(in: $0) }),
      object.language == .jsonPath || !subject.tree.withText(row.value, { $0.begins(with: "{%") })
    else { continue }
    report(
      row.value, "\(quoted(subject.tree.text(row.value))) is not a timestamp: \(problem).",
      help: "Write it like \"2030-01-31T09:00:00Z\".",
      // Of Choice rules no answer of AWS is recorded.
      certainty: object.kind == .wait ? .certain : .likely)
  }
}

private let literals: FieldSet = [
  .timestamp, .timestampEquals, .timestampLessThan, .timestampLessThanEquals, .timestampGreaterThan,
  .timestampGreaterThanEquals,
]

/// RFC 3339, section 5.6, with capital letters only.
private struct Timestamp {
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// What is wrong with a timestamp, as the end of a sentence; nil if nothing is.
  static func problem(in text: UnsafeBufferPointer<UInt8>) -> String? {
    var timestamp = Timestamp(text: text)
    return timestamp.date() ?? timestamp.time() ?? timestamp.offset()
  }

  private init(text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  private mutating func date() -> String? {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return "it does not begin with a date such as 2030-01-31" }
    guard 1...12 ~= month else { return "there is no month \(month)" }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return 1...days ~= day ? nil : "that month has no day \(day)"
  }

  private mutating func time() -> String? {
    guard take("T") else { return "a capital \"T\" has to stand behind the date" }
    guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"),
      let second = number(digits: 2)
    else { return "the time has to be hours, minutes and seconds" }
    // A leap second is the 60th.
    guard hour < 24, minute < 60, second <= 60 else { return "there is no such time of the day" }
    guard take(".") else { return nil }
    let start = position
    while position < text.count, text[position] &- 0x30 < 10 { position += 1 }
    return position > start ? nil : "digits are missing behind the decimal point"
  }

  private mutating func offset() -> String? {
    let missing = "it has to end with \"Z\" or an offset such as +01:00"
    if take("Z") { return position == text.count ? nil : missing }
    guard take("+") || take("-"), let hour = number(digits: 2), take(":"), let minute = number(digits: 2),
      position == text.count
    else { return missing }
    return hour < 24 && minute < 60 ? nil : "there is no such offset"
  }

  private mutating func number(digits: Int) -> Int? {
    guard position + digits <= text.count else { return nil }
    var value = 0
    for byte in text[position..<position + digits] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    position += digits
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }
}
