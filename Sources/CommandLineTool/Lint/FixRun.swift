import Discovery
import Linting
import Reports
import Repository
import SourceText

/// The part of `stateline lint --fix` that touches files or shows what would become of them.
struct FixRun {
  private let invocation: Invocation
  private let console: Console
  private var fixCount = 0
  private var fileCount = 0
  private(set) var status = ExitStatus.clean

  init(_ invocation: Invocation, _ console: Console) {
    self.invocation = invocation
    self.console = console
  }

  /// Writes the fixed texts over their files.
  ///
  /// - Returns: What there is to report then: of files that could not be written, what was found in them before.
  mutating func write(_ outcomes: [LintOutcome]) -> [LintOutcome] {
    let result = outcomes.map { outcome in
      guard let fixed = outcome.fixed else { return outcome }
      tellIfIncomplete(fixed)
      guard fixed.fixCount > 0 else { return outcome }
      guard replace(outcome.source, with: fixed.document.source) else {
        status = .failure
        return outcome
      }
      fixCount += fixed.fixCount
      fileCount += 1
      return outcome.afterFixes
    }
    if fixCount > 0 { console.remark("made \(extent)") }
    return result
  }

  /// Shows how the fixed texts differ from their files.
  mutating func show(_ outcomes: [LintOutcome]) {
    for outcome in outcomes {
      guard let fixed = outcome.fixed else { continue }
      tellIfIncomplete(fixed)
      guard fixed.fixCount > 0 else { continue }
      let diff = UnifiedDiff(from: outcome.source, to: fixed.document.source)
      console.show(diff.text(console.outputPalette, isForTerminal: console.output.isTerminal))
      fixCount += fixed.fixCount
      fileCount += 1
    }
    if fixCount > 0 { status = max(status, .findings) }
    _ = console.output.flush()
    console.remark(fixCount > 0 ? "would make \(extent)" : "there is nothing to fix")
  }

  private var extent: String {
    "\(fixCount) fix\(fixCount == 1 ? "" : "es") in \(fileCount) file\(fileCount == 1 ? "" : "s")"
  }

  private mutating func tellIfIncomplete(_ fixed: FixedDocument) {
    guard fixed.isIncomplete else { return }
    console.error("some fixes of \(fixed.document.source.path) are left out: they would make it unreadable")
    status = .failure
  }

  private func replace(_ original: SourceFile, with fixed: SourceFile) -> Bool {
    let path = Repository.Path(original.path)
    if let obstacle = obstacle(to: path, being: original) {
      console.error("\(path) is not fixed: \(obstacle)")
      return false
    }
    do throws(WriteFailure) {
      try invocation.writer.replace(path, with: fixed.bytes)
      return true
    } catch {
      console.error(error)
      return false
    }
  }

  /// Why a file must not be written over.
  private func obstacle(to path: Repository.Path, being original: SourceFile) -> String? {
    // What a pipe held is gone, and asking for more might wait for ever.
    guard (try? invocation.files.kind(of: path)) == .file else { return "it is not a regular file" }
    // Somebody's editor may have been faster.
    let bytes = try? invocation.files.read(path, limit: original.bytes.count)
    return bytes == original.bytes ? nil : "it changed while it was checked"
  }
}
