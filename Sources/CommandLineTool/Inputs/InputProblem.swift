import Repository

/// Why there is no document where one was expected.
enum InputProblem: Sendable {
  case unreadable(ReadFailure)
  /// A file that a walk met is too large to be a workflow.
  case passedOver(ReadFailure)
  /// An input that was named holds something else.
  case noWorkflow(path: String)

  /// What it makes of the run.
  var status: ExitStatus {
    switch self {
    case .unreadable: .failure
    case .passedOver: .clean
    case .noWorkflow: .usage
    }
  }

  fileprivate func tell(_ console: Console) {
    switch self {
    case .unreadable(let failure): console.error(failure)
    case .passedOver(let failure): console.warning("\(failure.path) is passed over: \(failure.reason)")
    case .noWorkflow(let path): console.error("there is no workflow in \(path)")
    }
  }
}

extension Console {
  /// Says what is wrong with inputs, and, once, what was looked for.
  func tell(_ problems: [InputProblem]) {
    for problem in problems { problem.tell(self) }
    if problems.contains(where: { $0.status == .usage }) {
      remark(
        "  A workflow is a JSON or YAML object with \"StartAt\" and \"States\", or a SageMaker pipeline with "
          + "\"Version\" and \"Steps\".")
      remark(
        "  Files named *.asl.json, *.asl.yaml, *.asl.yml or *.asl are taken for workflows whatever they hold."
      )
    }
  }
}
