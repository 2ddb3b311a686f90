import Diagnostics
import Discovery
import Linting
import Reports

/// What became of one input.
struct LintOutcome: Sendable {
  /// Nil if there is no document.
  private(set) var file: LintedFile?
  private(set) var problem: InputProblem?
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var droppedCount = 0

  /// - Parameter linter: Nil to look only for workflows.
  init(_ outcome: DocumentReader.Outcome, _ linter: Linter?) {
    switch outcome {
    case .nothing: break
    case .problem(let problem): self.problem = problem
    case .document(let document):
      file = LintedFile(path: document.source.path, workflows: document.definitions.map(\.name))
      let found = linter?.lint(document)
      diagnostics = found?.diagnostics ?? []
      droppedCount = found?.droppedCount ?? 0
    }
  }
}

extension LintReport {
  init(_ outcomes: [LintOutcome]) {
    self.init(
      files: outcomes.compactMap(\.file),
      diagnostics: outcomes.flatMap(\.diagnostics).sorted(by: Diagnostic.precedes),
      droppedCount: outcomes.reduce(0) { $0 + $1.droppedCount })
  }
}
