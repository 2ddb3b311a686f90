import Linting

/// One name in the `ErrorEquals` of a retrier or catcher.
struct ErrorName {
  let text: String
  let node: NodeID
  /// The place of the entry in `Retry` or `Catch`, counted from 0.
  let entry: Int
}

extension Subject {
  /// The names of all entries in order. Names that are filled in later are not known, and not listed.
  func errorNames(of entries: some Sequence<some ErrorHandler>) -> [ErrorName] {
    entries.flatMap { entry -> [ErrorName] in
      guard let list = machine.value(.errorEquals, of: entry) else { return [] }
      return tree.elements(list).compactMap { node in
        guard machine.isLiteralString(node) else { return nil }
        return ErrorName(text: tree.text(node), node: node, entry: entry.position)
      }
    }
  }
}

/// An entry of `Retry` or `Catch`.
protocol ErrorHandler: HasFields {
  var position: Int { get }
}

extension Retrier: ErrorHandler {}
extension Catcher: ErrorHandler {}

/// The error names that stand for many others.
enum ErrorGroup {
  /// Every error that can be handled at all.
  static let all = "States.ALL"
  /// Every error of a task but a timeout (Developer Guide, "Handling errors in workflows").
  static let taskFailed = "States.TaskFailed"
}
