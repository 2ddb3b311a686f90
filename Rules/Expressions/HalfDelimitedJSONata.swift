import Linting

let halfDelimitedJSONata = Rule(
  "half-delimited-jsonata", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A JSONata expression stands between {% and %}, with nothing before and behind them.",
  rationale: """
    A string that begins with {% is an expression, and Step Functions refuses one that does not end with %} ("JSONata \
    string must start with {% and end with %}"). The delimiters are the first and the last characters of the string.
    """,
  bad: [
    Example(
      """
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
        "id": «"{% $states.input.id"», "name": «"{% $states.input.name }"», "time": «"{% $now() %} "» },
        "End": true } } }
      """,
      fixed: """
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
          "id": "{% $states.input.id %}", "name": "{% $states.input.name %}", "time": "{% $now() %}" },
          "End": true } } }
        """),
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "url": «"{% $states.input.host %}/orders"», "text": «"Dear {% $states.input.name %}"» }, "End": true } } }
    """,
  ],
  good: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "id": "{%$states.input.id%}", "share": "100 %", "url": "{% $states.input.host & '/orders' %}" },
      "End": true } } }
    """,
    // A comment is no expression.
    #"{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Succeed", "Comment": "{% 1" } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": "{% 1", "End": true } } }"#,
  ]
).expression(.jsonata) { site, subject, report in
  guard case .halfDelimited = subject.jsonata(site), !subject.machine.hasSubstitution(site.value) else {
    return
  }
  let text = subject.tree.text(site.value)
  let isOpen = text.hasPrefix("{%")
  let isInText = isOpen ? text.dropFirst(2).contains("%}") : text.contains("{%")
  let mended = mended(text)
  report(
    site.value,
    isOpen ? "\(quoted(text)) does not end with \"%}\"." : "\(quoted(text)) does not begin with \"{%\".",
    help: isInText && mended == nil
      ? "An expression is the whole string: join texts and values with & between the delimiters." : nil,
    fix: mended.flatMap {
      Fix("Write \(quoted($0))", isSafe: isOpen, subject.tree.replacement(of: site.value, with: $0))
    },
    // That a beginning without an end is refused was measured, and the other way round not.
    certainty: isOpen ? .certain : .likely)
}

/// The string with both delimiters, if what then stands between them is an expression that Step Functions can evaluate.
private func mended(_ text: String) -> String? {
  let trimmed = text.trimmingBlanks
  return candidates(trimmed).first { candidate in
    guard candidate.utf8.count >= 4,
      let expression = try? JSONataExpression.parse(Array(candidate.utf8.dropFirst(2).dropLast(2)))
    else { return false }
    return expression.uses().contextReads.isEmpty
  }
}

private func candidates(_ text: Substring) -> [String] {
  switch (text.hasPrefix("{%"), text.hasSuffix("%}")) {
  case (true, true): [String(text)]
  case (true, false) where text.hasSuffix("%"): ["\(text)}"]
  case (true, false) where text.hasSuffix("}"): ["\(text.dropLast())%}", "\(text) %}"]
  case (true, false): ["\(text) %}"]
  case (false, _) where text.hasPrefix("%"): ["{\(text)"]
  case (false, _) where text.hasPrefix("{"): ["{%\(text.dropFirst())", "{% \(text)"]
  default: ["{% \(text)"]
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    guard let start = firstIndex(where: { !isBlank($0) }), let end = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return self[start...end]
  }
}
