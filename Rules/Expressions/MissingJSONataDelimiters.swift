import Linting

let missingJSONataDelimiters = Rule(
  "missing-jsonata-delimiters", .risky, since: "0.1",
  summary: "What is to be evaluated in a JSONata state stands between {% and %}.",
  rationale: """
    In a JSONata state only a string that begins with {% and ends with %} is evaluated. Any other is passed on as it \
    stands, the text "$states.input.id" itself, and so is a text with an expression somewhere in it.
    """,
  bad: [
    Example(
      """
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": {
        "id": «"$states.input.id"», "all": [ «"$states.input"» ], "run": «"$$.Execution.Id"», "token": «"$uuid()"» },
        "Next": "B" }, "B": { "Type": "Pass", "Output": { "order": «"$id"» }, "End": true } } }
      """,
      fixed: """
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": {
          "id": "{% $states.input.id %}", "all": [ "{% $states.input %}" ], "run": "{% $states.context.Execution.Id %}", "token": "{% $uuid() %}" },
          "Next": "B" }, "B": { "Type": "Pass", "Output": { "order": "{% $id %}" }, "End": true } } }
        """),
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Fail",
      "Cause": «"Order {% $states.input.id %} failed."» } } }
    """,
  ],
  good: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "id": "{% $states.input.id %}", "price": "$5", "column": "$path", "root": "$", "filter": "$.price",
      "template": "${Template}" }, "End": true } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Fail",
      "Cause": "{% 'Order ' & $states.input.id & ' failed.' %}" } } }
    """,
  ]
).expression(.undelimitedText) { site, subject, report in
  let tree = subject.tree
  guard !subject.machine.hasSubstitution(site.value), !tree.hasEvaluationSuffix(site) else { return }
  let text = tree.text(site.value)
  if text.contains("{%") {
    guard let hole = text.firstRange(of: "{%"), text[hole.upperBound...].contains("%}") else { return }
    report(
      site.value, "\(quoted(text)) stays a text: an expression inside of a text is not evaluated.",
      help: text.isExpressionInBlanks
        ? "Remove the blanks around it."
        : "Let the whole string be an expression that joins its parts with &.")
    return
  }
  guard let expression = UndelimitedExpression.meant(by: text, subject) else { return }
  let delimited = "{% \(expression) %}"
  report(
    site.value, "\(quoted(text)) stays a text: it is not evaluated without \"{%\" and \"%}\".",
    help: "Write \(quoted(delimited)) if its value is meant.",
    fix: Fix("Write \(quoted(delimited))", isSafe: false, tree.replacement(of: site.value, with: delimited)))
}

enum UndelimitedExpression {
  /// The expression that a text surely stands for: one that begins with `$states`, a variable that is assigned or a
  /// call of a function, or a path to the context object.
  static func meant(by text: String, _ subject: Subject) -> String? {
    if text.hasPrefix("$$.") {
      let path = text.dropFirst("$$.".count)
      return ContextField.object.has(path.prefix { $0 != "." })
        && path.utf8.allSatisfy(isPathByte)
        ? "$states.context.\(path)" : nil
    }
    guard text.hasPrefix("$"), let expression = try? JSONataExpression.parse(Array(text.utf8)) else {
      return nil
    }
    let uses = expression.uses()
    guard uses.contextReads.isEmpty, let first = uses.variables.first else { return nil }
    if first.isCallee { return expression.function(first.node) == nil ? nil : text }
    let name = expression.name(first.node)
    return name == "states" || subject.assignments.index(of: name) != nil ? text : nil
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == UInt8(ascii: ".")
  }
}

extension String {
  /// Whether nothing but blanks keeps the text from being an expression.
  fileprivate var isExpressionInBlanks: Bool {
    let dense = filter { !$0.isWhitespace }
    return dense.hasPrefix("{%") && dense.hasSuffix("%}")
  }
}

extension SyntaxTree {
  /// Whether the value is that of a field whose name ends in `.$`.
  func hasEvaluationSuffix(_ site: ExpressionSite) -> Bool {
    site.key.index + 1 == site.value.index && withText(site.key) { $0.namesEvaluatedValue }
  }
}
