import Linting

let wrongValueType = Rule(
  "wrong-value-type", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Every field has a value of the type that it takes.",
  rationale: """
    Step Functions does not convert: a number in quotes is a string, and a list with one element is not that \
    element. It refuses the definition ("Expected value of type …").
    """,
  bad: [
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": «"5"», "End": true } } }"#,
      fixed: #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, "End": true } } }"#),
    .yaml(
      #"{ StartAt: A, States: { A: { Type: Pass, End: «'true'» } } }"#,
      fixed: #"{ StartAt: A, States: { A: { Type: Pass, End: true } } }"#),
    #"{ "StartAt": "A", "States": { "A": «"Succeed"» } }"#,
    #"{ "QueryLanguage": «1», "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": 1, "End": true } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": «[» "x", 1 ], "End": true } } }"#,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": «"States.ALL"» }, { "ErrorEquals": [ «500» ] } ] } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Choices": [ { "Condition": «"$states.input.n > 1"», "Next": "B" } ], "Default": "B" },
      "B": { "Type": "Wait", "Seconds": «"$states.input.delay"», "End": true } } }
    """,
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, "End": true } } }"#,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Wait", "Seconds": "{% $states.input.delay %}", "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${Delay}, "End": true } } }"#,
  ]
)
.modelDefect(.notAnObject) { defect, subject, report in
  let phrase = defect.object.phrase
  report(
    defect.node,
    "\(phrase.prefix(1).uppercased() + phrase.dropFirst()) is an object, but this is "
      + "\(subject.tree.kind(defect.node).phrase).")
}
.object(when: { _, _ in .has([.errorEquals, .csvHeaders]) }) { object, subject, report in
  for row in subject.machine.fields(of: object) where row.field == .errorEquals || row.field == .csvHeaders {
    reportOthersThanStrings(in: row, subject, &report)
  }
}
.object(when: { _, _ in .hasUnusualValue }) { object, subject, report in
  // Where the language is at fault nothing else is judged by it.
  let allowed: FieldSet =
    subject.isLanguageSound(of: object.state)
    ? FieldTable.allowed(in: object.kind, object.language) : [.queryLanguage]
  // What stands in place of a processor is an object of its own.
  for row in subject.machine.fields(of: object) where allowed.contains(row.field) && !row.field.holdsProcessor
  {
    if FieldTable.accepts(subject.tree.kind(row.value), row.field, in: object.kind) { continue }
    guard let specification = FieldTable.specification(row.field, in: object.kind) else { continue }
    guard let expected = expectation(specification.value, row.value, object.language, subject) else {
      continue
    }
    report(
      row.value,
      "\(quoted(row.field.name)) takes \(expected), but this is \(subject.tree.kind(row.value).phrase).",
      help: helpForQuoted(row.value, specification.value, object.language, subject),
      fix: fixForQuoted(row.value, specification.value, subject),
      // What AWS says of a text without delimiters in such a field was not measured.
      certainty: object.language == .jsonata && subject.tree.kind(row.value) == .string
        && specification.value.takesExpression ? .likely : .certain)
  }
}

extension Field {
  fileprivate var holdsProcessor: Bool { self == .itemProcessor || self == .iterator }
}

/// Reports what is no text in a list of texts.
private func reportOthersThanStrings(in row: FieldRow, _ subject: Subject, _ report: inout Report) {
  subject.tree.forEachElement(row.value) { element in
    guard subject.tree.kind(element) != .string, !subject.machine.isUnknown(element) else { return }
    let kind = subject.tree.kind(element).phrase
    report(element, "\(quoted(row.field.name)) takes a list of strings, but this is \(kind).")
  }
}

/// What a field takes, if its value is something else; nil if the value is of the right type or cannot be known.
private func expectation(
  _ shape: ValueShape, _ value: NodeID, _ language: QueryLanguage, _ subject: Subject
) -> String? {
  let tree = subject.tree
  let kind = tree.kind(value)
  let isExpression = language == .jsonata && kind == .string && tree.withText(value, mayBeExpression)
  switch shape {
  case .any, .payload: return nil
  case .string where kind == .string: return nil
  case .stringOrNull where kind == .string || kind == .null: return nil
  case .boolean where kind == .boolean: return nil
  case .object where kind == .object || isExpression, .assignments where kind == .object || isExpression:
    return nil
  case .array where kind == .array: return nil
  case .items where kind == .array || kind == .object || isExpression: return nil
  case .integer where kind == .number || isExpression, .number where kind == .number || isExpression:
    return nil
  case .literalInteger where kind == .number, .literalNumber where kind == .number: return nil
  case .condition where kind == .boolean || isExpression: return nil
  case .strings where kind == .array: return nil
  default: break
  }
  guard !subject.machine.isUnknown(value), !(kind == .string && subject.machine.hasSubstitution(value)) else {
    return nil
  }
  return shape.phrase(language)
}

/// Whether a string has a delimiter of JSONata: of one with a single delimiter another rule says so.
private func mayBeExpression(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.begins(with: "{%") || text.ends(with: "%}")
}

private func helpForQuoted(
  _ value: NodeID, _ shape: ValueShape, _ language: QueryLanguage, _ subject: Subject
) -> String? {
  guard subject.tree.kind(value) == .string else { return nil }
  let text = subject.tree.text(value)
  if case .strings = shape { return "Put it into a list: [ \(quoted(text)) ]." }
  if let literal = literal(text, as: shape) { return "Write \(literal) without quotes." }
  return shape.takesExpression && language == .jsonata ? "An expression stands between {% and %}." : nil
}

private func fixForQuoted(_ value: NodeID, _ shape: ValueShape, _ subject: Subject) -> Fix? {
  guard subject.tree.kind(value) == .string, let literal = literal(subject.tree.text(value), as: shape) else {
    return nil
  }
  return Fix("Write \(literal) without quotes", isSafe: true, subject.tree.unquoting(of: value, as: literal))
}

/// The text of a string as a value of another type, if it is spelt as JSON and YAML alike spell that.
private func literal(_ text: String, as shape: ValueShape) -> String? {
  switch shape {
  case .integer, .literalInteger: Int(text).map(String.init) == text ? text : nil
  case .number, .literalNumber: isDecimal(text) ? text : nil
  case .boolean, .condition: ["true", "false"].contains(text) ? text : nil
  default: nil
  }
}

/// Whether a text is a number as everybody writes it: without exponent, plus sign or needless zeros.
private func isDecimal(_ text: String) -> Bool {
  guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x2E }) else { return false }
  return Int(text).map(String.init) == text || Double(text).map { "\($0)" } == text
}

extension ValueShape {
  /// Whether an expression may stand in place of the value in JSONata.
  fileprivate var takesExpression: Bool {
    switch self {
    case .assignments, .items, .integer, .number, .condition: true
    default: false
    }
  }

  fileprivate func phrase(_ language: QueryLanguage) -> String {
    let alternative = language == .jsonata && takesExpression ? " or an expression" : ""
    return switch self {
    case .string: "a string"
    case .stringOrNull: "a string or null"
    case .boolean: "true or false"
    case .object: "an object"
    case .assignments: "an object of variables" + alternative
    case .array: "a list"
    case .strings: "a list of strings"
    case .items: "a list" + alternative
    case .integer: "a whole number" + alternative
    case .number: "a number" + alternative
    case .literalInteger: "a whole number"
    case .literalNumber: "a number"
    case .condition: "true, false or an expression"
    case .payload, .any: "any value"
    }
  }
}
