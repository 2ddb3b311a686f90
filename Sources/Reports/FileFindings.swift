import Diagnostics
import SourceText

/// A file and what was found in it.
struct FileFindings {
  let file: LintedFile
  let diagnostics: ArraySlice<Diagnostic>
}

extension LintReport {
  /// All files, those without a finding too, in the order of ``files``; behind them what was found elsewhere.
  var findingsByFile: [FileFindings] {
    var groups: [String: ArraySlice<Diagnostic>] = [:]
    var start = diagnostics.startIndex
    while start < diagnostics.endIndex {
      let path = diagnostics[start].source.path
      let group = diagnostics[start...].prefix { $0.source.path == path }
      groups[path] = group
      start = group.endIndex
    }
    let known = files.map { FileFindings(file: $0, diagnostics: groups.removeValue(forKey: $0.path) ?? []) }
    return known
      + groups.sorted { $0.key < $1.key }.map {
        FileFindings(file: LintedFile(path: $0.key, workflows: []), diagnostics: $0.value)
      }
  }
}

extension Diagnostic {
  /// The message and what to do about it, for formats that show one text.
  var advice: String { help.map { "\(message) \($0)" } ?? message }
}
