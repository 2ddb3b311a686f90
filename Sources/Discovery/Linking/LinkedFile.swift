public import Repository
import SourceText
import Workflows

/// A file of a run, and where it is.
public struct LinkedFile: Sendable {
  public var document: Document
  /// Nil for standard input.
  public let path: Path?
  public let role: Role

  public enum Role: Sendable {
    /// Somebody named the file, or a walk met it.
    case input
    /// It was read because a file refers to it.
    case target
    /// A template that was looked up because it refers to an input: nothing is said of it but what is about that.
    case template
  }

  public init(_ document: Document, at path: Path?, role: Role = .input) {
    self.document = document
    self.path = path
    self.role = role
  }
}

extension LinkedFile {
  /// Whether it is a definition of which nobody has said yet how it is deployed, or something of which nobody has said yet
  /// what it is.
  var needsTemplate: Bool {
    guard role == .input, document.anchors.isEmpty else { return false }
    return document.isOpened
      || document.definitions.contains {
        $0.embedding == nil && $0.uses.isEmpty && $0.workflow.machine != nil
      }
  }
}

extension Document {
  /// The document of a template without anything that is about itself.
  var asTemplate: Document { Document(source: source, tree: tree, definitions: [], isRelevant: false) }
}

/// Reads files for the sake of others that refer to them.
struct LinkReader: Sendable {
  let files: any FileSystem
  let discovery: Discovery

  /// Reads what may be a definition.
  ///
  /// - Parameter path: Of a regular file.
  func open(_ path: Path) -> Result<Document, LinkFailure> {
    do {
      let source = try files.source(at: path, limits: discovery.limits)
      return source.isBinary ? .failure(.isBinary) : .success(discovery.opened(source))
    } catch {
      return .failure(LinkFailure(error.reason))
    }
  }
}

extension LinkFailure: Error {
  init(_ reason: ReadFailure.Reason) {
    self =
      switch reason {
      case .missing, .notFolder: .missing(neighbours: [])
      case .isFolder: .isFolder
      case .isDevice, .isSocket: .isNoFile
      case .tooLarge: .isTooLarge(reason.description)
      case .noPermission, .changing, .system: .isUnreadable(reason.description)
      }
  }
}

extension SourceFile {
  /// Whether it is no text: it holds a NUL among its first bytes, and is not in an encoding of two bytes a character.
  fileprivate var isBinary: Bool {
    let start = bytes.prefix(8192)
    return start.contains(0) && !start.starts(with: [0xFF, 0xFE]) && !start.starts(with: [0xFE, 0xFF])
  }
}
