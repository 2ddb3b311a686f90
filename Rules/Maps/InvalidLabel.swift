import Linting

let invalidLabel = Rule(
  "invalid-label", .refused, since: "0.1", predicts: "INVALID_LABEL_NAME",
  summary: "A label has at most 40 characters, and none that the name of a Map run cannot have.",
  rationale: """
    The Label of a Distributed Map becomes part of the ARNs of its runs. It has at most 40 characters, and no blanks, \
    wildcards, brackets, control characters or any of : ; , \\ | ^ ~ $ # % & ` " ("… exceeds the 40-character limit \
    allowed by the service").
    """,
  bad: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "Label": "orders«:»new",
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
      "Label": «"process-every-order-of-every-customer-there-is"»,
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "Label": "orders/new_1-Größe",
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "Label": "${Stage}-orders",
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ]
).state(.map) { state, subject, report in
  guard let label = subject.machine.value(.label, of: state), subject.machine.isLiteralString(label),
    subject.machine.mode(of: state) != .inline
  else { return }
  let text = subject.tree.text(label)
  let length = text.unicodeScalars.count
  if length > 40 {
    report(label, "The label \(quoted(text)) has \(length) characters; 40 are the most.")
  } else if text.isEmpty {
    report(label, "This label is empty.", help: "Remove it, or name the Map.", certainty: .likely)
  } else if let (scalar, range) = firstForbidden(in: text), !text.contains("{{") {
    report(
      label, at: subject.tree.sourceRange(label, range), "A label cannot hold \(phrase(of: scalar)).",
      help: "Use letters, digits, \"-\" and \"_\".")
  }
}

private func firstForbidden(in text: String) -> (Unicode.Scalar, ByteRange)? {
  var start: UInt32 = 0
  for scalar in text.unicodeScalars {
    let end = start + UInt32(UTF8.width(scalar))
    if isForbidden(scalar) { return (scalar, ByteRange(start, end)) }
    start = end
  }
  return nil
}

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.properties.isWhitespace
    || forbidden.contains(scalar)
}

private let forbidden = Set("?*<>{}[]:;,\\|^~$#%&`\"".unicodeScalars)

private func phrase(of scalar: Unicode.Scalar) -> String {
  switch scalar {
  case " ": return "a blank"
  case "\"": return "a double quote"
  case "!"..."~": return "\"\(scalar)\""
  default:
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
