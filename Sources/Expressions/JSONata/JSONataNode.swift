public import SourceText

/// One row of a ``JSONataExpression``.
public struct JSONataNode: Sendable {
  public let kind: Kind
  /// Of a `binary` node: its operator. Of every other: the kind of its own token.
  public let token: JSONataTokenKind
  public internal(set) var flags: Flags
  /// How many nodes stand on the longest way down, this one included.
  let height: UInt16
  let start: UInt32
  var end: UInt32
  let tokenStart: UInt32
  let tokenEnd: UInt32
  let firstChild: UInt32
  let childCount: UInt32

  /// Names a node of one expression. A child's id is smaller than its parent's.
  public struct ID: Hashable, Sendable {
    let index: UInt32
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// `[]` stands behind: the result stays an array.
    public static let keepsArray = Flags(rawValue: 1)
    /// The term of an order-by with `>` before it.
    public static let isDescending = Flags(rawValue: 2)
    /// Of a string: its text differs from its spelling.
    static let hasEscapes = Flags(rawValue: 4)
  }

  /// What a node is, and in which order its children stand.
  public enum Kind: UInt8, Sendable {
    case string, number, boolean, null, regex
    /// A field. Quoted with backticks, or one of the words `and`, `or`, `in` where an operand stands, too.
    case name
    /// `$name`. The name may be empty (`$`, the context) or itself `$` (`$$`, the root).
    case variable
    /// `*`, `**` and `%` as operands.
    case wildcard, descendant, parent
    /// `?` as an argument.
    case placeholder
    /// `-operand`
    case negation
    /// The items.
    case array
    /// Keys and values in turn.
    case object
    /// The expressions between `;`.
    case block
    /// Pattern, update and perhaps what to delete.
    case transform
    /// The callee and the arguments. `partialCall` has placeholders among them.
    case call, partialCall
    /// The parameters, perhaps a `signature`, and the body.
    case lambda
    /// The `<…>` of a lambda.
    case signature
    /// Condition, consequence and perhaps the alternative.
    case condition
    /// `left.right`
    case step
    /// `left[right]`
    case predicate
    /// `left{…}`: what is grouped, then keys and values in turn.
    case group
    /// `left^(…)`: what is sorted, then the terms.
    case sort
    /// `left@$variable` and `left#$variable`
    case focus, index
    /// `$variable := right`
    case assignment
    /// `left ~> right`
    case chain
    /// `left..right`, only in arrays.
    case range
    /// Left and right of any other operator: arithmetic, comparison, `&`, `and`, `or`, `in`.
    case binary
    /// An operand that is not there; only while parsing.
    case missing
  }

  /// From the first byte of the leftmost operand to the last byte of the rightmost one or closing bracket.
  public var range: ByteRange { ByteRange(start, end) }

  /// The node's own token: a literal, a name, an operator or an opening bracket.
  public var tokenRange: ByteRange { ByteRange(tokenStart, tokenEnd) }
}
