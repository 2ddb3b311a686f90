import Discovery
import Repository
import SourceText

/// Reads inputs and finds the workflows in them.
struct DocumentReader: Sendable {
  let files: any FileSystem
  let limits: Limits
  /// What people call standard input.
  let standardInputName: String

  enum Outcome: Sendable {
    case document(Document)
    /// A walk met a file that is none of our business.
    case nothing
    /// An input that was named holds no workflow as far as it says itself.
    case other(Document)
    case problem(InputProblem)
  }

  func read(_ input: Input) -> Outcome {
    switch input {
    case .standardInput:
      read(.named) { () throws(ReadFailure) in
        try files.standardInput(named: standardInputName, limits: limits)
      }
    case .file(let path, let origin):
      read(origin) { () throws(ReadFailure) in try files.source(at: path, limits: limits) }
    }
  }

  private func read(_ origin: Discovery.Origin, _ source: () throws(ReadFailure) -> SourceFile) -> Outcome {
    do throws(ReadFailure) {
      let source = try source()
      let discovery = Discovery(limits: limits)
      if let document = discovery.document(source, origin: origin) { return .document(document) }
      guard origin == .named else { return .nothing }
      return discovery.part(source).map { .other($0) } ?? .problem(.noWorkflow(path: source.path))
    } catch {
      // Beyond the limit a file that nobody named is data, not a workflow.
      if origin == .walked, case .tooLarge = error.reason { return .problem(.passedOver(error)) }
      return .problem(.unreadable(error))
    }
  }
}
