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

/// The errors of Step Functions itself: the States Language of 2024-11-22, appendix A, and what the Developer Guide
/// adds. `States.Http.StatusCode.` is followed by the status of an HTTP task.
enum StatesError {
  static let names: [StaticString] = [
    "States.ALL", "States.TaskFailed", "States.Timeout", "States.HeartbeatTimeout", "States.Permissions",
    "States.Runtime", "States.DataLimitExceeded", "States.ResultPathMatchFailure",
    "States.ParameterPathFailure",
    "States.QueryEvaluationError", "States.BranchFailed", "States.NoChoiceMatched", "States.IntrinsicFailure",
    "States.ExceedToleratedFailureThreshold", "States.ItemReaderFailed", "States.ResultWriterFailed",
    "States.Http.Socket",
  ]
  static let httpStatus: StaticString = "States.Http.StatusCode."
}

/// Reports each name that an earlier entry of the same state takes.
func reportDead(
  _ entries: ArraySlice<some ErrorHandler>, _ noun: String, _ subject: Subject, _ report: inout Report
) {
  guard entries.count > 1 else { return }
  let names = subject.errorNames(of: entries)
  var seen: [String: ErrorName] = [:]
  for name in names {
    let taken = seen[name.text] ?? (name.isPartOfTaskFailed ? seen["States.TaskFailed"] : nil)
    if let taken, taken.entry < name.entry {
      report(
        name.node, "\(quoted(name.text)) never gets here: an earlier \(noun) takes it.",
        help: "Remove it, or move this \(noun) before the other.",
        related: [RelatedPlace("taken here", at: subject.tree.range(taken.node))])
    }
    if seen[name.text] == nil { seen[name.text] = name }
  }
}

extension ErrorName {
  /// Whether `States.TaskFailed` surely matches the error. Of the names that begin with `States.` some are no failures
  /// of a task, and the guide and recorded executions disagree about others: they are left alone.
  fileprivate var isPartOfTaskFailed: Bool { !text.hasPrefix("States.") }
}
