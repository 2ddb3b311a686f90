import Linting

let evaluationSuffixInJSONata = Rule(
  "evaluation-suffix-in-jsonata", .risky, since: "0.1",
  summary: "Names of fields do not end in .$ in a JSONata state.",
  rationale: """
    The suffix .$ belongs to JSONPath. In a JSONata state "id.$" is the name of the field, which nobody reads, and \
    "$.id" is a text: the payload is accepted and sent like this. It is the commonest slip when a state moves from \
    JSONPath to JSONata.
    """,
  bad: [
    Example(
      """
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task",
        "Resource": "arn:aws:states:::sqs:sendMessage", "End": true, "Arguments": {
          «"QueueUrl.$"»: "{% $states.input.url %}", «"MessageBody.$"»: "$.order.text", "DelaySeconds": 5 } } } }
      """,
      fixed: """
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task",
          "Resource": "arn:aws:states:::sqs:sendMessage", "End": true, "Arguments": {
            "QueueUrl": "{% $states.input.url %}", "MessageBody": "{% $states.input.order.text %}", "DelaySeconds": 5 } } } }
        """),
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      «"id.$"»: "States.UUID()" }, "End": true } } }
    """,
  ],
  good: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "id": "{% $states.input.id %}", "price.$": "9.99", "note": "$.id" }, "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id.$": "$.id" }, "End": true } } }"#,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": {
      "id.$": "{% $states.input.id %}", "order.$": "$.order" }, "End": true } } }
    """,
  ]
)
.expression(.jsonata) { site, subject, report in
  // In an Assign it is refused, as a name of a variable.
  guard subject.tree.hasEvaluationSuffix(site), !subject.tree.namesVariable(site) else { return }
  let name = subject.tree.text(site.key)
  let plainName = String(name.dropLast(evaluationSuffix.count))
  report(
    site.key, "\(quoted(name)) keeps its \".$\" in a JSONata state: the field is called so.",
    help: "Call it \(quoted(plainName)).",
    fix: subject.tree.renaming(
      site.key, to: plainName, title: "Call it \(quoted(plainName))", isSafe: true))
}
.expression(.undelimitedText) { site, subject, report in
  guard subject.tree.hasEvaluationSuffix(site), !subject.tree.namesVariable(site),
    !subject.machine.hasSubstitution(site.value)
  else { return }
  let name = subject.tree.text(site.key)
  let plainName = String(name.dropLast(evaluationSuffix.count))
  let text = subject.tree.text(site.value)
  let expression = JSONPathInJSONata.expression(for: text)
  report(
    site.key,
    "\(quoted(name)) keeps its \".$\" in a JSONata state, and \(quoted(text)) stays a text.",
    help: expression.map { "Write \(quoted(plainName)): \(quoted($0))." }
      ?? "Call it \(quoted(plainName)), and write an expression between {% and %}.",
    fix: expression.flatMap { fix(plainName, $0, site, subject) })
}

private func fix(_ name: String, _ expression: String, _ site: ExpressionSite, _ subject: Subject) -> Fix? {
  let title = "Write \(quoted(name)): \(quoted(expression))"
  guard let renaming = subject.tree.renaming(site.key, to: name, title: title, isSafe: false),
    let change = subject.tree.replacement(of: site.value, with: expression)
  else { return nil }
  return Fix(title, isSafe: false, edits: renaming.edits + [change])
}

private enum JSONPathInJSONata {
  /// What a plain path means in JSONata, with its delimiters; nil of anything else.
  static func expression(for path: String) -> String? {
    guard path.hasPrefix("$"), path.utf8.dropFirst().allSatisfy(isPlain) else { return nil }
    if path == "$" || path.hasPrefix("$.") { return "{% $states.input\(path.dropFirst()) %}" }
    if path == "$$" || path.hasPrefix("$$.") { return "{% $states.context\(path.dropFirst(2)) %}" }
    return "{% \(path) %}"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || [0x24, 0x2E, 0x5F].contains(byte)
  }
}
