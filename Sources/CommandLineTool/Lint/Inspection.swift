import Diagnostics
import Discovery
import Dispatch
import Linting
import Reports
import Repository
import SourceText
import Synchronization

/// Reads files, finds the workflows in them and runs the rules, several files at a time.
struct Inspection: Sendable {
  let files: any FileSystem
  let discovery: Discovery
  /// Nil to look only for workflows.
  let linter: Linter?
  let limits: Limits
  let standardInputName: String

  /// What was found in one input.
  enum Outcome: Sendable {
    /// The linter's outcome is nil if nothing was checked.
    case inspected(LintedFile, Linter.Outcome?)
    /// It is none of our business.
    case noWorkflow(path: String, Discovery.Origin)
    /// A file that a walk met is too large to be a workflow.
    case passedOver(ReadFailure)
    case failed(ReadFailure)
  }

  /// The outcomes in the order of the inputs. One input is inspected on the calling thread.
  func outcomes(of inputs: [LintInput], progress: Progress) -> [Outcome] {
    guard inputs.count > 1 else { return inputs.map(outcome) }
    let outcomes = Mutex([Outcome?](repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
      let outcome = outcome(of: inputs[index])
      outcomes.withLock { $0[index] = outcome }
      progress.advance()
    }
    progress.clear()
    return outcomes.withLock { $0.compactMap(\.self) }
  }

  private func outcome(of input: LintInput) -> Outcome {
    let source: SourceFile
    let origin: Discovery.Origin
    do {
      (source, origin) = try read(input)
    } catch {
      if case .file(_, .walked) = input, case .tooLarge = error.reason { return .passedOver(error) }
      return .failed(error)
    }
    guard let document = discovery.document(source, origin: origin) else {
      return .noWorkflow(path: source.path, origin)
    }
    let file = LintedFile(path: source.path, workflows: document.definitions.map(\.name))
    return .inspected(file, linter?.lint(document))
  }

  private func read(_ input: LintInput) throws(ReadFailure) -> (SourceFile, Discovery.Origin) {
    switch input {
    case .standardInput: (try files.standardInput(named: standardInputName, limits: limits), .named)
    case .file(let path, let origin): (try files.source(at: path, limits: limits), origin)
    }
  }
}
