public import SourceText

/// A change of the text that mends a finding.
public struct Fix: Sendable, Hashable {
  /// What it does, as a command without a full stop: `Replace it with "ChargeCard"`.
  public let title: String
  /// Whether it surely says what the author meant, so that nobody has to be asked.
  public let isSafe: Bool
  /// In the order of their ranges, which do not overlap.
  public let edits: [TextEdit]

  public init(_ title: String, isSafe: Bool, edits: [TextEdit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits.sorted { $0.range < $1.range }
  }

  /// A fix of one edit; nil if there is no edit.
  public init?(_ title: String, isSafe: Bool, _ edit: TextEdit?) {
    guard let edit else { return nil }
    self.init(title, isSafe: isSafe, edits: [edit])
  }
}

/// A piece of text in place of another.
public struct TextEdit: Sendable, Hashable {
  /// What goes; empty to insert.
  public let range: ByteRange
  public let text: String

  public init(_ range: ByteRange, _ text: String) {
    self.range = range
    self.text = text
  }
}
