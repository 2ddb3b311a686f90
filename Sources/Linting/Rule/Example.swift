public import Discovery
import Repository
import SourceText
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
  /// What the file with the text is called, if that matters.
  private let name: String?
  /// Files beside it.
  public let neighbours: [Neighbour]
  /// What the text becomes when the fixes of its findings are made; nil if there are none.
  public let fixed: String?

  public init(
    _ markedText: String, notation: Notation = .json, isPipeline: Bool = false,
    machineType: MachineType = .standard, name: String? = nil, beside neighbours: [Neighbour] = [],
    fixed: String? = nil
  ) {
    self.markedText = markedText
    self.notation = notation
    self.isPipeline = isPipeline
    self.machineType = machineType
    self.name = name
    self.neighbours = neighbours
    self.fixed = fixed
  }

  /// A file that an example needs and that has no faults itself.
  public struct Neighbour: Sendable {
    public let path: String
    public let text: String

    public init(_ path: String, _ text: String) {
      self.path = path
      self.text = text
    }
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

  /// A file that is called so, with others beside it.
  public static func file(
    _ name: String, _ markedText: String, beside neighbours: [Neighbour] = [], fixed: String? = nil
  ) -> Example {
    Example(
      markedText, notation: name.hasSuffix("json") ? .json : .yaml, name: name, beside: neighbours,
      fixed: fixed)
  }

  /// A name for a file with the text, by which it is taken for what it is, however broken.
  public var path: String {
    if let name { return name }
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

extension Example {
  /// The file with the text, and what else is read for its sake.
  ///
  /// - Parameter text: Takes the place of the example's.
  public func documents(text: String? = nil) -> [Document] {
    let source = SourceFile(path: path, text: text ?? self.text)
    guard let document = Discovery().document(source, origin: .named) else { return [] }
    var files = InMemoryFileSystem()
    files.write(source.bytes, to: Path(path))
    for neighbour in neighbours { files.write(Array(neighbour.text.utf8), to: Path(neighbour.path)) }
    let linker = Linker(files: files, discovery: Discovery())
    return linker.link([LinkedFile(document, at: Path(path))]).map(\.document)
  }
}
