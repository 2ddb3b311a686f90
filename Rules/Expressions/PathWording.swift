import Linting

/// What is wrong with a path, as a sentence about `text`, what the problem covers.
func wording(of kind: PathProblem.Kind, _ text: String) -> (message: String, help: String?) {
  switch kind {
  case .missingRoot: ("A path starts with \"$\", but this does not.", nil)
  case .unexpectedAfterRoot: ("\(quoted(text)) is not expected here: a \".\" or \"[\" is.", nil)
  case .trailingDot: ("The path ends with a dot: a name is missing behind it.", nil)
  case .extraDot: ("There is a dot too many here.", nil)
  case .blankInName:
    ("A name outside of brackets has no blanks.", "Write the name in brackets: $['first name'].")
  case .unclosedBracket: ("This bracket is not closed.", nil)
  case .emptyBrackets:
    ("There is nothing between these brackets.", "Put an index, a name in quotes or * there.")
  case .unexpectedInBrackets:
    ("\(quoted(text)) is not expected between brackets.", "Names stand in single quotes.")
  case .unterminatedQuote: ("This quote is not closed.", nil)
  case .malformedSlice: ("A slice is two numbers with a colon between them, such as [0:2].", nil)
  case .indexOutOfRange: ("The index \(text) is too large.", nil)
  case .filterWithoutParentheses: ("A filter stands in parentheses: [?(…)].", nil)
  case .unclosedFilter: ("This filter is not closed.", nil)
  case .missingOperand: ("The filter lacks a value or a path here.", nil)
  case .unknownFilterOperator: ("\(quoted(text)) is not an operator of filters.", nil)
  case .literalAsCondition: ("This value stands in the filter without a comparison.", nil)
  case .filterNestingTooDeep: ("The parentheses of this filter are nested too deeply.", nil)
  case .unsupportedScript: ("A script in a path can only be (@.length-1).", nil)
  default: restriction(kind, text)
  }
}

/// What is wrong with a path that would be right elsewhere.
private func restriction(_ kind: PathProblem.Kind, _ text: String) -> (message: String, help: String?) {
  let only = "A Reference Path, which leads to a single value, is needed here."
  return switch kind {
  case .missingDot: ("A dot is missing here.", nil)
  case .doubleQuotedName: ("Names in brackets stand in single quotes.", nil)
  case .script: ("Newer engines do not know the script \(text).", nil)
  case .variableNameTooLong: ("No variable can have such a long name: 80 characters are the most.", nil)
  case .wildcardInReferencePath: ("A wildcard may match many values.", only)
  case .sliceInReferencePath: ("A slice may match many values.", only)
  case .unionInReferencePath: ("Several names or indexes may match many values.", only)
  case .filterInReferencePath: ("A filter may match many values.", only)
  case .scriptInReferencePath: ("A script cannot stand here.", only)
  case .negativeIndexInReferencePath: ("An index from the end cannot stand here.", only)
  case .deepScanInReferencePath: ("\"..\" may match many values.", only)
  case .contextAsResultPath:
    ("A result cannot be put into the context object.", "Let the path start with \"$.\".")
  case .variableAsResultPath:
    ("A result cannot be put into a variable with ResultPath.", "Use \"Assign\" for that.")
  default: ("\(quoted(text)) cannot stand in this path.", nil)
  }
}
