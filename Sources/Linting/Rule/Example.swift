public import Syntax

/// A definition that shows a rule at work: documentation and test in one.
///
/// In its text `«…»` marks a range that the rule reports, and `‹…›` one that a finding relates to. A bad example
/// yields exactly the marked ranges, a good one has no marks.
public struct Example: Sendable, ExpressibleByStringLiteral {
  public let markedText: String
  public let notation: Notation
  /// Whether it is a SageMaker pipeline, not a state machine.
  public let isPipeline: Bool
  /// The type of the state machine, which its definition does not say.
  public let machineType: MachineType
  /// What the text becomes when the fixes of its findings are made; nil if there are none.
  public let fixed: String?

  public init(
    _ markedText: String, notation: Notation = .json, isPipeline: Bool = false,
    machineType: MachineType = .standard, fixed: String? = nil
  ) {
    self.markedText = markedText
    self.notation = notation
    self.isPipeline = isPipeline
    self.machineType = machineType
    self.fixed = fixed
  }

  public init(stringLiteral text: String) {
    self.init(text)
  }

  public static func yaml(_ markedText: String, fixed: String? = nil) -> Example {
    Example(markedText, notation: .yaml, fixed: fixed)
  }

  /// A definition of an Express workflow.
  public static func express(_ markedText: String) -> Example { Example(markedText, machineType: .express) }

  /// A SageMaker pipeline.
  public static func pipeline(_ markedText: String, fixed: String? = nil) -> Example {
    Example(markedText, isPipeline: true, fixed: fixed)
  }

  /// A name for a file with the text, by which it is taken for what it is, however broken.
  public var path: String {
    let ending =
      switch notation {
      case .json: "json"
      case .yaml: "yaml"
      }
    return isPipeline ? "pipeline.\(ending)" : "example.asl.\(ending)"
  }

  /// The text without its marks.
  public var text: String { MarkedText(markedText).text }
}
