import ArgumentParser
import Repository

/// A report that somebody wants, and where: `json` or `json=report.json`.
struct ReportRequest: ExpressibleByArgument {
  let format: ReportFormat
  /// Nil for standard output.
  let file: Path?

  init(_ format: ReportFormat, file: Path? = nil) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let format = ReportFormat(rawValue: String(name)) else { return nil }
    self.format = format
    switch parts.dropFirst().first {
    case nil, "-": file = nil
    case "": return nil
    case let path?: file = Path(String(path))
    }
  }

  static let allValueStrings = ReportFormat.allCases.map(\.rawValue)

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
