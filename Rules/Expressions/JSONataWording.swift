import Linting

/// What is wrong with an expression, as a sentence about `text`, what the error covers.
func wording(
  of error: JSONataError.Kind, _ text: String, isEmpty: Bool
) -> (message: String, help: String?) {
  switch error {
  case .unclosedString: ("This string is not closed.", nil)
  case .unclosedQuotedName: ("This name is not closed.", "It ends with another backtick.")
  case .unclosedComment: ("This comment is not closed.", "It ends with */.")
  case .unclosedRegex:
    ("This regular expression is not closed.", "It ends with a slash outside of brackets.")
  case .emptyRegex: ("There is nothing in this regular expression.", nil)
  case .danglingQuantifier: ("There is nothing that \(quoted(text)) could repeat.", nil)
  case .numberOutOfRange: ("This number is too large.", nil)
  case .unknownEscape:
    (
      "A backslash cannot stand before \(quoted(text)).",
      #"It stands before ", \, /, b, f, n, r, t, or u with four digits."#
    )
  case .badUnicodeEscape: (#"Four hexadecimal digits belong behind \u."#, nil)
  case .unknownOperator: ("\(quoted(text)) is not an operator of JSONata.", nil)
  case .unexpectedEnd where isEmpty: ("There is no expression between {% and %}.", nil)
  case .unexpectedEnd: ("The expression ends here, where a value is missing.", nil)
  case .unexpectedToken: unexpected(text)
  case .expected(let token, let isAtEnd): missing(token, isAtEnd ? nil : text)
  case .operandExpected: ("A value is expected here, not \(quoted(text)).", nil)
  case .operatorOfLaterVersion:
    (
      "\(quoted(text)) came with JSONata 2.1, but Step Functions has 2.0.6.",
      "Write \(text == "?:" ? "a ? a : b" : "$exists(a) ? a : b") instead of a \(text) b."
    )
  default: structuralWording(of: error, text)
  }
}

private func unexpected(_ text: String) -> (message: String, help: String?) {
  switch text {
  case ")", "]", "}": ("There is nothing that \(quoted(text)) could close.", nil)
  case ",", ";", ":", "|", "..", "?": ("\(quoted(text)) cannot stand here.", nil)
  default: ("An operator is missing before \(quoted(text)).", nil)
  }
}

private func missing(_ token: JSONataTokenKind, _ text: String?) -> (message: String, help: String?) {
  let wanted = token.spelling.map { quoted($0) } ?? "something else"
  guard let text else { return ("The expression ends here, where \(wanted) is missing.", nil) }
  return ("\(wanted) is expected here, not \(quoted(text)).", nil)
}

/// What is wrong with parts that are complete, but do not go together.
private func structuralWording(of error: JSONataError.Kind, _ text: String) -> (
  message: String, help: String?
) {
  switch error {
  case .parameterIsNotVariable:
    ("\(quoted(text)) is not the name of a parameter.", "Parameters are variables, such as $x.")
  case .assignmentToExpression:
    ("\(quoted(text)) cannot be assigned to.", "Only a variable, such as $x, stands left of \":=\".")
  case .bindingToExpression:
    ("\(quoted(text)) is not a variable.", "A variable, such as $x, stands behind \"@\" and \"#\".")
  case .typeParametersNotAllowed, .typeParametersInChoice:
    ("This signature is not one.", "Only lists and functions have types in angle brackets: <a<s>:n>.")
  case .literalStep:
    ("\(quoted(text)) cannot be a step of a path.", "An index stands in brackets: $list[0].")
  case .predicateAfterGroup: ("A filter cannot stand behind a group.", "Put the group in parentheses.")
  case .secondGroup: ("A second group cannot stand here.", "Put the first one in parentheses.")
  case .bindingAfterPredicate: ("\"@\" cannot stand behind a filter.", "Put the filter behind it.")
  case .bindingAfterSort: ("\"@\" cannot stand behind an order.", "Put the order behind it.")
  case .noParent: ("\"%\" is the parent of an item, but there is none here.", nil)
  case .tooDeep: ("The expression is nested too deeply.", nil)
  default: ("\(quoted(text)) cannot stand here.", nil)
  }
}
