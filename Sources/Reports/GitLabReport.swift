import Diagnostics
import SourceText

extension LintReport {
  /// GitLab's report on code quality: a part of Code Climate's format. It knows lines, but no columns.
  public func gitlabCodeQuality() -> String {
    var lines = LineIndexes(diagnostics)
    return JSON.rows(diagnostics) { diagnostic in
      let index = lines[diagnostic.source]
      return [
        "description": .string(diagnostic.advice), "check_name": .string(diagnostic.rule),
        "fingerprint": .string(diagnostic.fingerprint), "severity": .string(diagnostic.severity.gitlabName),
        "location": [
          "path": .string(root.relative(diagnostic.source.path)),
          "lines": [
            "begin": .integer(index.line(at: diagnostic.range.start)),
            "end": .integer(index.line(at: diagnostic.range.end)),
          ],
        ],
      ]
    } + "\n"
  }
}

extension Severity {
  /// Of info, minor, major, critical and blocker.
  fileprivate var gitlabName: String {
    switch self {
    case .error: "critical"
    case .warning: "major"
    case .note: "info"
    }
  }
}
