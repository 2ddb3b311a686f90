import Diagnostics
import Discovery
import Linting
import Reports
import Repository

/// The outcomes of all inputs, sorted by what happens to them.
struct Tally {
  let report: LintReport
  private(set) var failures: [ReadFailure]
  private(set) var passedOver: [ReadFailure] = []
  /// Of inputs that were named outright.
  private(set) var pathsWithoutWorkflow: [String] = []

  /// - Parameter failures: What went wrong before any file was looked into.
  init(_ outcomes: [Inspection.Outcome], failures: [ReadFailure]) {
    self.failures = failures
    var files: [LintedFile] = []
    var diagnostics: [Diagnostic] = []
    var droppedCount = 0
    for outcome in outcomes {
      switch outcome {
      case .inspected(let file, let outcome):
        files.append(file)
        diagnostics += outcome?.diagnostics ?? []
        droppedCount += outcome?.droppedCount ?? 0
      case .noWorkflow(let path, .named): pathsWithoutWorkflow.append(path)
      case .noWorkflow(_, .walked): break
      case .passedOver(let failure): passedOver.append(failure)
      case .failed(let failure): self.failures.append(failure)
      }
    }
    diagnostics.sort(by: Diagnostic.precedes)
    report = LintReport(files: files, diagnostics: diagnostics, droppedCount: droppedCount)
  }

  /// What the inputs make of the run; the findings in them aside.
  var status: ExitStatus {
    if !failures.isEmpty { return .failure }
    return pathsWithoutWorkflow.isEmpty ? .clean : .usage
  }
}
