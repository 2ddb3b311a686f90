public import SourceText

/// Something in a call of an intrinsic function that Step Functions does not take, or that fails when it runs.
public struct IntrinsicProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable {
    // Syntax; nothing is read behind these.
    /// Neither a path nor a call.
    case notAnExpression
    /// The name of a function is due.
    case missingName
    /// The name of a function without `(`.
    case missingParenthesis
    /// `,` or `)` is due.
    case missingSeparator
    /// No argument where one is due, or something that is none.
    case invalidArgument
    case unterminatedString
    /// A backslash before another character than `'`, `{`, `}` and `\`.
    case invalidEscape
    /// A string in double quotes.
    case doubleQuotes
    case textAfterCall
    /// Calls inside each other beyond ``Intrinsic/maximumNesting``.
    case nestingTooDeep

    // Reading goes on.
    case blankBeforeParenthesis
    /// Certain if the name is a function's but for letter case and `States.`; others may be newer than our table.
    case unknownFunction
    /// At the first argument too many, or at the closing parenthesis.
    case wrongArgumentCount
    /// An argument of another type than the function takes: certain of a literal, likely of a call's result.
    case wrongArgumentType
    case unknownHashAlgorithm
    /// `true` as the third argument of `States.JsonMerge`.
    case deepMerge
    /// A size of `States.ArrayPartition` below 1.
    case sizeNotPositive
    /// A step 0 of `States.ArrayRange`.
    case zeroStep
    /// `States.ArrayRange` of more than ``IntrinsicFunction/maximumRangeCount`` elements.
    case rangeTooLong
    /// Not as many `{}` in the template of `States.Format` as values behind it.
    case placeholderCount
    /// More than ``IntrinsicFunction/maximumDataLength`` characters.
    case dataTooLong
  }

  public let kind: Kind
  /// What is wrong: the character at which reading failed, or the argument.
  public let range: ByteRange
  /// False where it is documented, but no answer of the service is known.
  public let isCertain: Bool
  /// Of ``Kind/wrongArgumentCount``, ``Kind/wrongArgumentType`` and faults of one argument: the function.
  public let function: IntrinsicFunction?

  init(_ kind: Kind, _ range: ByteRange, isCertain: Bool = true, of function: IntrinsicFunction? = nil) {
    self.kind = kind
    self.range = range
    self.isCertain = isCertain
    self.function = function
  }
}
