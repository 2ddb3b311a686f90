import Linting

let invalidIntrinsic = Rule(
  "invalid-intrinsic", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "The value of a .$ field is a path or a call of an intrinsic function.",
  rationale: """
    Values of fields whose name ends in .$ are evaluated. One that is neither a path nor a call of one of the 18 \
    intrinsic functions, with the arguments that it takes, is refused ("The value for the field 'a.$' must be a valid \
    JSONPath or a valid intrinsic function call").
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "id.$": "«States.UUID5»()",
      "name.$": "States.Format('{}', $.nam«e»",
      "hash.$": "States.Hash($.data, «'SHA-3'»)",
      "text.$": "«hello»" } } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "id.$": "States.UUID()",
      "name.$": "States.Format('{} and {}', $.name, States.ArrayGetItem($.friends, 0))",
      "hash.$": "States.Hash($.data, 'SHA-256')",
      "text": "hello" } } } }
    """
  ]
).expression(.templateValue, .textPath) { site, subject, report in
  guard subject.tree.withText(site.value, { $0.first != UInt8(ascii: "$") }) else { return }
  let value = subject.templateValue(site)
  guard case .intrinsic(let intrinsic) = value, let problem = intrinsic.problems.first,
    !subject.machine.hasSubstitution(site.value)
  else { return }
  let range = subject.tree.sourceRange(site.value, problem.range)
  let (message, help) = wording(of: problem, subject.source.text(in: range))
  report(site.value, at: range, message, help: help, certainty: problem.isCertain ? .certain : .likely)
}

private func wording(of problem: IntrinsicProblem, _ text: String) -> (message: String, help: String?) {
  let function = problem.function?.name ?? "The function"
  return switch problem.kind {
  case .notAnExpression:
    (
      "This is neither a path nor a call of an intrinsic function.",
      "A literal stands in a field without \".$\"."
    )
  case .missingName: ("The name of a function is missing here.", nil)
  case .missingParenthesis: ("\"(\" is missing behind the name of the function.", nil)
  case .missingSeparator: ("A comma or \")\" is missing here.", nil)
  case .invalidArgument: ("An argument is expected here.", "Strings stand in single quotes.")
  case .unterminatedString: ("This string is not closed.", nil)
  case .invalidEscape:
    ("A backslash can only stand before ', {, } and another backslash.", nil)
  case .doubleQuotes: ("Strings of intrinsic functions stand in single quotes.", nil)
  case .textAfterCall: ("Nothing can follow the call.", nil)
  case .nestingTooDeep: ("Calls are nested more than \(Intrinsic.maximumNesting) deep here.", nil)
  case .blankBeforeParenthesis: ("A blank stands between the name and \"(\".", "Remove it.")
  case .unknownFunction:
    ("\(quoted(text)) is not an intrinsic function.", didYouMean(suggestion(for: text)))
  case .wrongArgumentCount: ("\(function) takes \(argumentCount(problem.function)).", nil)
  case .wrongArgumentType: ("\(function) does not take such an argument here.", nil)
  case .unknownHashAlgorithm:
    ("\(text) is not an algorithm of States.Hash.", "It knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512.")
  case .deepMerge: ("States.JsonMerge is only documented for false here: it merges the first level.", nil)
  case .sizeNotPositive: ("The size of the parts is at least 1.", nil)
  case .zeroStep: ("A step of 0 never gets there.", nil)
  case .rangeTooLong: ("States.ArrayRange makes 1,000 elements at most.", nil)
  case .placeholderCount: ("The template has not as many {} as there are values behind it.", nil)
  case .dataTooLong: ("\(function) takes 10,000 characters at most.", nil)
  }
}

private func suggestion(for name: String) -> String? {
  IntrinsicFunction.meant(by: name)?.name ?? Spelling.closest(to: name, in: IntrinsicFunction.names)
    ?? Spelling.closest(to: "States." + name, in: IntrinsicFunction.names)
}

private func argumentCount(_ function: IntrinsicFunction?) -> String {
  guard let arity = function?.arity else { return "another number of arguments" }
  guard let maximum = arity.maximum else { return "at least \(counted(arity.minimum, "argument"))" }
  return arity.minimum == maximum ? counted(maximum, "argument") : "\(arity.minimum) or \(maximum) arguments"
}
