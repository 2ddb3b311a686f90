import Diagnostics

extension LintReport {
  /// What was found, and in how much, in one line: `2 errors, 1 warning in 3 workflows (3 files)`.
  public var summary: String {
    let found = [Severity.error, .warning, .note].compactMap { severity in
      let count = count(of: severity)
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let problems = found.isEmpty ? "no problems" : found.joined(separator: ", ")
    let dropped = droppedCount == 0 ? "" : "; \(counted(droppedCount, "more finding")) left out"
    let hidden = suppressed.isEmpty ? "" : "; \(suppressed.count) suppressed"
    return "\(problems) in \(extent)\(dropped)\(hidden)"
  }

  private var extent: String {
    let files = counted(files.count, "file")
    return workflowCount == 0 ? files : "\(counted(workflowCount, "workflow")) (\(files))"
  }
}

/// `1 file`, `2 files`.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
