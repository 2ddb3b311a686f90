import Discovery
import Repository
import SourceText

/// The files of a run that hold workflows or refer to some, read and linked.
struct WorkflowFiles {
  /// The inputs in their order, then what they refer to.
  let files: [LinkedFile]
  /// What is wrong with inputs.
  let problems: [InputProblem]

  /// - Parameters:
  ///   - paths: Those of the command line.
  ///   - stdinPath: What people call standard input.
  ///   - mayBeUnrelated: Whether files that are named may hold anything.
  ///   - isExcluded: Tells what is passed over in folders, and of what templates refer to; nil for nothing.
  init(
    _ paths: [String], stdinPath: String?, mayBeUnrelated: Bool, followsOutside: Bool,
    excluding isExcluded: ((Path, _ isFolder: Bool) -> Bool)? = nil, _ invocation: Invocation,
    _ console: Console
  ) {
    let reader = DocumentReader(
      files: invocation.files, limits: invocation.limits, standardInputName: stdinPath ?? "<stdin>")
    let inputs = Inputs(
      paths, mayBeUnrelated: mayBeUnrelated, in: invocation.files, excluding: isExcluded)
    let progress = Progress(
      on: console.errors, totalCount: inputs.all.count, done: "read", delay: invocation.progressDelay)
    var documents: [LinkedFile] = []
    var problems = inputs.failures.map(InputProblem.unreadable)
    for (input, outcome) in zip(inputs.all, inputs.all.concurrentMap(progress, reader.read)) {
      switch outcome {
      case .nothing: break
      case .problem(let problem): problems.append(problem)
      case .document(let document), .other(let document):
        documents.append(LinkedFile(document, at: input.path ?? stdinPath.map { Path($0) }))
      }
    }
    let linker = Linker(
      files: invocation.files, discovery: Discovery(limits: invocation.limits), followsOutside: followsOutside
    )
    let linked = linker.link(documents, walked: inputs.walked) { paths, open in
      paths.concurrentMap(
        Progress(on: console.errors, totalCount: paths.count, done: "read", delay: invocation.progressDelay),
        open)
    }
    files = linked.filter { file in
      file.isOfWorkflow
        && !(file.role == .target && file.path.map { isExcluded?($0, false) ?? false } ?? false)
    }
    self.problems =
      problems + linked.filter { !$0.isOfWorkflow }.map { .noWorkflow(path: $0.document.source.path) }
  }
}

extension Input {
  /// Nil for standard input.
  fileprivate var path: Path? {
    if case .file(let path, _) = self { path } else { nil }
  }
}

extension LinkedFile {
  /// Whether it has anything to do with a workflow: what somebody named may turn out to be something else.
  fileprivate var isOfWorkflow: Bool { role != .input || document.isRelevant }
}
