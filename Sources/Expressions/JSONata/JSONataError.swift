public import SourceText

/// The first thing that keeps a text from being a JSONata 2.0.6 expression.
public struct JSONataError: Error, Hashable, Sendable {
  public let kind: Kind
  /// The offending token or operand, in bytes of the expression; empty at the end of the text where something
  /// is missing.
  public let range: ByteRange

  public enum Kind: Hashable, Sendable {
    // The lexer's.
    case unclosedString, unclosedQuotedName, unclosedComment, unclosedRegex
    case emptyRegex
    /// A quantifier with nothing before it to repeat.
    case danglingQuantifier
    /// A number that no double can hold.
    case numberOutOfRange
    case unknownEscape, badUnicodeEscape
    /// A lone `!` or `~`.
    case unknownOperator

    // The parser's.
    case unexpectedEnd
    /// A token behind a complete expression.
    case unexpectedToken
    /// Another token, or the end of the text, stands where this one has to.
    case expected(JSONataTokenKind, atEnd: Bool)
    /// The token cannot begin an operand.
    case operandExpected
    /// `?:` or `??`, which came with JSONata 2.1.
    case operatorOfLaterVersion
    case parameterIsNotVariable
    /// The left side of `:=` is not a variable.
    case assignmentToExpression
    /// The right side of `@` or `#` is not a variable.
    case bindingToExpression
    /// In a lambda's signature: type parameters of a type that has none.
    case typeParametersNotAllowed
    /// In a lambda's signature: type parameters inside a choice.
    case typeParametersInChoice

    // Of the tree as a whole.
    /// A number, boolean or null as a step of a path.
    case literalStep
    case predicateAfterGroup, secondGroup
    /// `@` behind a predicate or an order-by, which hide what it would bind.
    case bindingAfterPredicate, bindingAfterSort
    /// A `%` that no step of a path is the parent of.
    case noParent
    /// More is nested, or chained by operators, than ``JSONataExpression/parse(_:maximumNesting:)`` allows.
    case tooDeep
  }

  init(_ kind: Kind, _ range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}

extension JSONataError.Kind {
  /// The code of the reference implementation; nil where it has none.
  public var code: String? {
    switch self {
    case .unclosedString: "S0101"
    case .numberOutOfRange: "S0102"
    case .unknownEscape: "S0103"
    case .badUnicodeEscape: "S0104"
    case .unclosedQuotedName: "S0105"
    case .unclosedComment: "S0106"
    case .unexpectedToken: "S0201"
    case .expected(_, atEnd: false): "S0202"
    case .expected(_, atEnd: true): "S0203"
    case .unknownOperator: "S0204"
    case .unexpectedEnd: "S0207"
    case .parameterIsNotVariable: "S0208"
    case .predicateAfterGroup: "S0209"
    case .secondGroup: "S0210"
    case .operandExpected, .operatorOfLaterVersion: "S0211"
    case .assignmentToExpression: "S0212"
    case .literalStep: "S0213"
    case .bindingToExpression: "S0214"
    case .bindingAfterPredicate: "S0215"
    case .bindingAfterSort: "S0216"
    case .noParent: "S0217"
    case .emptyRegex: "S0301"
    case .unclosedRegex: "S0302"
    case .typeParametersNotAllowed: "S0401"
    case .typeParametersInChoice: "S0402"
    case .danglingQuantifier, .tooDeep: nil
    }
  }
}
