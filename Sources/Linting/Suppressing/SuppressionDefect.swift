public import SourceText

/// Something about a suppression that its author may not have wanted: what and where, without an opinion.
public struct SuppressionDefect: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// There is nothing that it suppresses. `name` is that of the rule.
    case unused
    /// Its last day, which is `detail`, is over.
    case expired
    /// No rule has the `name`; `detail` is one that was probably meant.
    case unknownRule
    /// It names no rule.
    case withoutRule
    /// It is about the whole file, but not at its top.
    case misplaced
    case withoutReason
  }

  public let kind: Kind
  public let range: ByteRange
  public let name: String
  public let detail: String?

  public init(_ kind: Kind, _ range: ByteRange, name: String = "", detail: String? = nil) {
    self.kind = kind
    self.range = range
    self.name = name
    self.detail = detail
  }
}
