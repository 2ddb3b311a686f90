import Diagnostics
import Discovery
import Linting
import Reports
import SourceText

/// What was found in one file.
struct LintOutcome: Sendable {
  /// Nil of a template that was only looked up, unless there is something to say about it.
  private(set) var file: LintedFile?
  private(set) var diagnostics: [Diagnostic]
  private(set) var suppressed: [SuppressedDiagnostic]
  private(set) var droppedCount: Int
  /// The text that was read.
  let source: SourceFile
  /// What fixes make of it; nil if nobody asked.
  private(set) var fixed: FixedDocument?

  /// - Parameters:
  ///   - linters: Nil to look only for workflows.
  ///   - discovery: Reads fixed texts; nil to fix nothing.
  init(_ linked: LinkedFile, _ linters: Linters?, fixing discovery: Discovery? = nil) {
    let document = linked.document
    let linter = linters?.linter(for: document.source.path)
    let found = linter?.lint(document)
    diagnostics = found?.diagnostics ?? []
    suppressed = found?.suppressed ?? []
    droppedCount = found?.droppedCount ?? 0
    source = document.source
    if linked.role != .template || !diagnostics.isEmpty {
      file = LintedFile(
        path: document.source.path, workflows: document.definitions.map(\.name),
        references: document.links.map(\.path))
    }
    if let discovery, linked.role != .template { fixed = linter?.fix(document, discovery) }
  }

  /// What there is to report once the fixed text stands in the file.
  var afterFixes: LintOutcome {
    guard let fixed else { return self }
    var outcome = self
    outcome.diagnostics = fixed.outcome.diagnostics
    outcome.suppressed = fixed.outcome.suppressed
    outcome.droppedCount = fixed.outcome.droppedCount
    return outcome
  }
}

extension LintReport {
  init(_ outcomes: [LintOutcome], root: ReportRoot) {
    self.init(
      files: outcomes.compactMap(\.file),
      diagnostics: outcomes.flatMap(\.diagnostics).sorted(by: Diagnostic.precedes),
      suppressed: outcomes.flatMap(\.suppressed).sorted {
        Diagnostic.precedes($0.diagnostic, $1.diagnostic)
      },
      droppedCount: outcomes.reduce(0) { $0 + $1.droppedCount }, root: root)
  }

  /// - Parameter others: What was found elsewhere than in the inputs.
  func adding(_ others: [Diagnostic]) -> LintReport {
    guard !others.isEmpty else { return self }
    return LintReport(
      files: files, diagnostics: (diagnostics + others).sorted(by: Diagnostic.precedes),
      suppressed: suppressed, droppedCount: droppedCount, root: root)
  }

  /// As if somebody had chosen not to see anything.
  var suppressingAll: LintReport {
    let suppressed = suppressed + diagnostics.map { SuppressedDiagnostic($0, Suppression(.elsewhere)) }
    return LintReport(
      files: files, diagnostics: [],
      suppressed: suppressed.sorted { Diagnostic.precedes($0.diagnostic, $1.diagnostic) },
      droppedCount: droppedCount, root: root)
  }
}
