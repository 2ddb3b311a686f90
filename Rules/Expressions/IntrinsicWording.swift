import Linting

extension IntrinsicProblem.Kind {
  /// Whether the call is well formed, and only the value of a constant is something that the function does not bear.
  var isOfValue: Bool {
    switch self {
    case .unknownHashAlgorithm, .deepMerge, .sizeNotPositive, .zeroStep, .rangeTooLong, .placeholderCount,
      .dataTooLong:
      true
    default: false
    }
  }
}

/// What is wrong with a call, as a sentence about `text`, what the problem covers.
func wording(of problem: IntrinsicProblem, _ text: String) -> (message: String, help: String?) {
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
    ("\(quoted(text)) is not an intrinsic function.", didYouMean(intrinsicFunction(meantBy: text)))
  case .wrongArgumentCount: ("\(function) takes \(argumentCount(problem.function)).", nil)
  case .wrongArgumentType: ("\(function) does not take such an argument here.", nil)
  default: wordingOfValue(problem, function, text)
  }
}

private func wordingOfValue(
  _ problem: IntrinsicProblem, _ function: String, _ text: String
) -> (message: String, help: String?) {
  switch problem.kind {
  case .unknownHashAlgorithm:
    ("\(text) is not an algorithm of States.Hash.", "It knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512.")
  case .deepMerge: ("States.JsonMerge is only documented for false here: it merges the first level.", nil)
  case .sizeNotPositive: ("The size of the parts is at least 1.", nil)
  case .zeroStep: ("A step of 0 never gets there.", nil)
  case .rangeTooLong: ("States.ArrayRange makes 1,000 elements at most.", nil)
  case .placeholderCount: ("The template has not as many {} as there are values behind it.", nil)
  default: ("\(function) takes 10,000 characters at most.", nil)
  }
}

/// The name of the function that somebody probably wanted to write.
func intrinsicFunction(meantBy name: String) -> String? {
  IntrinsicFunction.meant(by: name)?.name ?? Spelling.closest(to: name, in: IntrinsicFunction.names)
    ?? Spelling.closest(to: "States." + name, in: IntrinsicFunction.names)
}

private func argumentCount(_ function: IntrinsicFunction?) -> String {
  guard let arity = function?.arity else { return "another number of arguments" }
  guard let maximum = arity.maximum else { return "at least \(counted(arity.minimum, "argument"))" }
  return arity.minimum == maximum ? counted(maximum, "argument") : "\(arity.minimum) or \(maximum) arguments"
}
