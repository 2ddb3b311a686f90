public import SourceText

/// Something in a path that Step Functions does not take: what and where, without an opinion or a wording.
public struct PathProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable {
    // Syntax; nothing is read behind these.
    /// Does not start with `$`.
    case missingRoot
    /// Neither `.` nor `[` behind `$`, `$$` or the name of a variable.
    case unexpectedAfterRoot
    /// Ends with `.` or `..`.
    case trailingDot
    /// `...`
    case extraDot
    /// A blank in a name outside brackets.
    case blankInName
    case unclosedBracket
    /// `[]`
    case emptyBrackets
    case unexpectedInBrackets
    case unterminatedQuote
    case malformedSlice
    /// An index that does not fit 32 bits.
    case indexOutOfRange
    /// `[?` without `(`.
    case filterWithoutParentheses
    case unclosedFilter
    /// A value, a path or `(` is missing in a filter.
    case missingOperand
    case unknownFilterOperator
    /// A literal stands in a filter without a comparison.
    case literalAsCondition
    /// Parentheses in a filter inside each other beyond ``Path/maximumFilterNesting``.
    case filterNestingTooDeep
    /// A script other than `(@.length-1)`.
    case unsupportedScript

    // What some engine takes; reading goes on.
    /// `$.a[0]b`
    case missingDot
    /// `["name"]`
    case doubleQuotedName
    /// `(@.length-1)`, which newer engines have not.
    case script
    /// `$.a.length()`
    case function
    /// A variable's name of more than 80 characters, which no `Assign` can make.
    case variableNameTooLong

    // Accepted, and not what it seems.
    /// The third number of a slice is ignored.
    case sliceStep
    /// A word without quotes in a filter, which newer engines refuse.
    case unquotedLiteral

    // Of a path in a field that takes less than any path.
    case wildcardInReferencePath
    case sliceInReferencePath
    case unionInReferencePath
    case filterInReferencePath
    case scriptInReferencePath
    case negativeIndexInReferencePath
    case deepScanInReferencePath
    case contextAsResultPath
    case variableAsResultPath

    /// Whether Step Functions takes a path with it.
    public var isTolerated: Bool { self == .sliceStep || self == .unquotedLiteral }
  }

  public let kind: Kind
  /// What is wrong: the character at which reading failed, or the whole of what must not be there.
  public let range: ByteRange
  /// False where engines that Step Functions may use differ, or its sources contradict each other.
  public let isCertain: Bool
}
