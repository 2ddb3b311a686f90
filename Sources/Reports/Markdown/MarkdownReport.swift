import Diagnostics
import SourceText

extension LintReport {
  /// For comments on changes, and summaries of jobs: a table for each file that something was found in. Columns count
  /// Unicode scalars.
  public func markdown() -> String {
    var lines = LineIndexes(diagnostics)
    var text = "## Stateline: \(summary)\n"
    for group in findingsByFile where !group.diagnostics.isEmpty {
      text += "\n### \(Markdown.escaped(root.relative(group.file.path)))\n\n"
      text += "| Place | Severity | Finding | Rule |\n|---|---|---|---|\n"
      for diagnostic in group.diagnostics {
        let position = lines[diagnostic.source].position(at: diagnostic.range.start)
        let help = diagnostic.help.map { "<br>\(Markdown.escaped($0))" } ?? ""
        text += "| \(position.line):\(position.column) | \(diagnostic.severity) "
        text += "| \(Markdown.escaped(diagnostic.message))\(help) | `\(diagnostic.rule)` |\n"
      }
    }
    return text
  }
}
