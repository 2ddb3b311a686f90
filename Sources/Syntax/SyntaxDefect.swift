public import SourceText

/// Something in a text that its notation does not allow: what and where, without an opinion or a wording.
public struct SyntaxDefect: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    // Encoding
    case binary, utf16, invalidUTF8
    // JSON
    case emptyText, unexpectedCharacter, unexpectedEnd, contentAfterValue
    case missingComma, missingColon, missingValue, missingKey, extraComma, mismatchedBracket
    case unterminatedString, controlCharacter, invalidEscape, singleQuotes
    case invalidNumber, unknownWord, comment
    /// Brackets inside each other beyond ``Limits/maximumNesting``. What is inside was not read.
    case nestingTooDeep
    /// A name that its object already has; `related` is the first one.
    case duplicateKey
    /// Template syntax of another language, named by `detail`. Nothing of the text was kept.
    case foreignTemplate
    /// An expression that another program makes a text of. Nothing is known of that text.
    case computedText
    // YAML
    /// What YAML does not allow, or a key or merged value of a kind that the tree has no place for; `detail`
    /// explains it, in a clause that a sentence may end with.
    case invalidYAML
    case unknownAnchor
    /// An alias of an anchor that holds it, or aliases beyond ``Limits/maximumAliasedNodes``.
    case recursiveAlias, tooManyAliases
    /// A plain scalar that YAML 1.1 reads as another number than it shows, such as `012` and `1:30`;
    /// `detail` is the number.
    case surprisingNumber
  }

  public let kind: Kind
  public let range: ByteRange
  /// The second place of a defect that has two.
  public let related: ByteRange?
  public let detail: String?

  public init(_ kind: Kind, _ range: ByteRange, related: ByteRange? = nil, detail: String? = nil) {
    self.kind = kind
    self.range = range
    self.related = related
    self.detail = detail
  }
}
