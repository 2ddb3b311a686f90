import Diagnostics
import SourceText

extension LintReport {
  /// A line for each finding, as compilers print it: `file:line:col: severity: message [rule]`.
  public func concise(_ palette: Palette) -> String {
    var lines = LineIndexes(diagnostics)
    return diagnostics.reduce(into: "") { text, diagnostic in
      let position = lines[diagnostic.source].position(at: diagnostic.range.start)
      let place = "\(diagnostic.source.path.printable):\(position.line):\(position.column)"
      let severity = palette(Style(diagnostic.severity), "\(diagnostic.severity)")
      text += "\(place): \(severity): \(diagnostic.message.printable) [\(diagnostic.rule)]\n"
    }
  }
}
