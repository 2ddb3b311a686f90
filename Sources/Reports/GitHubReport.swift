import Diagnostics
import SourceText

extension LintReport {
  /// Commands to GitHub's runner, which shows them as annotations of the lines: one a finding. The log shows only
  /// the message of each, so the place is in it too.
  ///
  /// GitHub does not say what a column counts; here they count Unicode scalars. It refuses them for what spans
  /// lines.
  public func githubAnnotations() -> String {
    var lines = LineIndexes(diagnostics)
    return diagnostics.reduce(into: "") { text, diagnostic in
      let path = root.relative(diagnostic.source.path)
      let index = lines[diagnostic.source]
      let start = index.position(at: diagnostic.range.start)
      let end = index.position(at: diagnostic.range.end)
      var properties = [("file", path), ("line", "\(start.line)"), ("endLine", "\(end.line)")]
      if start.line == end.line {
        properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
      }
      properties.append(("title", "Stateline: \(diagnostic.rule)"))
      let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
      let message = "\(path):\(start.line):\(start.column): \(diagnostic.advice)"
      text += "::\(diagnostic.severity.githubName) \(list)::\(escaped(message, isProperty: false))\n"
    }
  }
}

extension Severity {
  fileprivate var githubName: String { self == .note ? "notice" : rawValue }
}

/// Escapes what ends a command, or a property of it.
private func escaped(_ text: String, isProperty: Bool) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": result += "%25"
    case "\r": result += "%0D"
    case "\n": result += "%0A"
    case ":" where isProperty: result += "%3A"
    case "," where isProperty: result += "%2C"
    default: result.unicodeScalars.append(scalar.printable)
    }
  }
  return result
}
