import Diagnostics
import SourceText

extension LintReport {
  /// Checkstyle's XML. Columns count Unicode scalars; the severity of a note is `info`.
  public func checkstyle() -> String {
    var xml = XMLWriter()
    var lines = LineIndexes(diagnostics)
    // The version of the format's model, as most tools write it, not of Stateline.
    xml.element("checkstyle", ["version": "4.3"]) { xml in
      for group in findingsByFile {
        xml.element("file", ["name": root.relative(group.file.path)]) { xml in
          for diagnostic in group.diagnostics {
            let position = lines[diagnostic.source].position(at: diagnostic.range.start)
            xml.element(
              "error",
              [
                "line": String(position.line), "column": String(position.column),
                "severity": diagnostic.severity.checkstyleName, "message": diagnostic.advice,
                "source": diagnostic.rule,
              ])
          }
        }
      }
    }
    return xml.text
  }
}

extension Severity {
  fileprivate var checkstyleName: String { self == .note ? "info" : rawValue }
}
