import Linting

let invalidJSON = Rule(
  "invalid-json", .refused, since: "0.1", predicts: "INVALID_JSON_DESCRIPTION",
  summary: "The text is JSON as RFC 8259 defines it.",
  rationale: """
    Step Functions reads definitions with a strict parser: no comments, no trailing commas, no single quotes. \
    It stops at the first error; Stateline goes on behind each, so that one run shows them all.
    """,
  bad: [
    #"{ "StartAt": "A",  "States": { "A": { "Type": "Succeed"«» "Comment": "done" } } }"#,
    Example(
      #"{ "StartAt": "A",  "States": { "A": { "Type": "Succeed" }«,» } }"#,
      fixed: #"{ "StartAt": "A",  "States": { "A": { "Type": "Succeed" } } }"#),
    """
    {
      «// the only state»
      "StartAt": "A", "States": { "A": { "Type": "Succeed" } }
    }
    """,
    #"{ "StartAt": "A",  "States": { "A": { "Type": "Pass", "End": «True» } } }"#,
  ],
  good: [
    #"{ "StartAt": "A",  "States": { "A": { "Type": "Succeed", "Comment": "done, // really" } } }"#,
    #"{ "StartAt": "A",  "States": { "A": { "Type": "Wait", "Seconds": ${Delay}, "End": true } } }"#,
  ]
).syntaxDefect(
  .emptyText, .unexpectedCharacter, .unexpectedEnd, .contentAfterValue, .missingComma, .missingColon,
  .missingValue,
  .missingKey, .extraComma, .mismatchedBracket, .unterminatedString, .controlCharacter, .invalidEscape,
  .singleQuotes, .invalidNumber, .unknownWord, .comment
) { defect, tree, report in
  let (message, help) = wording(of: defect, in: tree)
  report(
    range: defect.range, message, help: help,
    fix: defect.kind == .extraComma
      ? Fix("Remove the comma", isSafe: true, TextEdit(defect.range, "")) : nil)
}

private func wording(of defect: SyntaxDefect, in tree: SyntaxTree) -> (message: String, help: String?) {
  let text = tree.source.text(in: defect.range)
  switch defect.kind {
  case .emptyText:
    return ("The file is empty.", "A state machine is an object with \"StartAt\" and \"States\".")
  case .unexpectedEnd: return ("The text ends inside an object or array.", "Close every \"{\" and \"[\".")
  case .contentAfterValue:
    return (
      "\(quoted(text)) stands behind the end of the definition.", "Remove it, or look for a bracket too many."
    )
  case .missingComma: return ("A comma is missing here.", nil)
  case .missingColon: return ("A colon is missing between this name and its value.", nil)
  case .missingValue: return ("The value of this name is missing.", nil)
  case .missingKey:
    return (
      "\(quoted(text)) stands where a name in double quotes is expected.", "JSON names are in double quotes."
    )
  case .extraComma: return ("Nothing follows this comma.", "JSON has no trailing commas: remove it.")
  case .mismatchedBracket: return ("\(quoted(text)) closes a bracket of the other kind.", nil)
  case .unterminatedString: return ("This string has no closing quote.", nil)
  case .controlCharacter:
    return (
      "A string holds a line break or another control character.", "Write it as an escape, such as \"\\n\"."
    )
  case .invalidEscape:
    return ("\(quoted(text)) is not an escape that JSON knows.", "A backslash itself is written \"\\\\\".")
  case .singleQuotes: return ("JSON strings are in double quotes, not in single ones.", nil)
  case .invalidNumber: return ("\(quoted(text)) is not a number as JSON writes it.", nil)
  case .unknownWord:
    let word = ["true", "false", "null"].first { $0 == text.lowercased() } ?? (text == "None" ? "null" : nil)
    return ("\(quoted(text)) is not a value.", word.map { "Write \($0)." } ?? "Strings are in double quotes.")
  case .comment: return ("JSON has no comments.", "Move it into a \"Comment\" field.")
  default: return ("\(quoted(text)) is not expected here.", nil)
  }
}
