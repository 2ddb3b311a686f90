public import Syntax

/// A definition that shows a rule at work: documentation and test in one.
///
/// In its text `«…»` marks a range that the rule reports, and `‹…›` one that a finding relates to. A bad example
/// yields exactly the marked ranges, a good one has no marks.
public struct Example: Sendable, ExpressibleByStringLiteral {
  public let markedText: String
  public let notation: Notation
  /// The type of the state machine, which its definition does not say.
  public let machineType: MachineType

  public init(_ markedText: String, notation: Notation = .json, machineType: MachineType = .standard) {
    self.markedText = markedText
    self.notation = notation
    self.machineType = machineType
  }

  public init(stringLiteral text: String) {
    self.init(text)
  }

  public static func yaml(_ markedText: String) -> Example { Example(markedText, notation: .yaml) }

  /// A definition of an Express workflow.
  public static func express(_ markedText: String) -> Example { Example(markedText, machineType: .express) }

  /// The text without its marks.
  public var text: String { MarkedText(markedText).text }
}
