import Configuration
import Diagnostics
import Linting
import Reports
import Repository
import SourceText

/// A baseline in its place: it names files as seen from its own folder, so that it serves runs in every folder.
struct PlacedBaseline: Sendable {
  let baseline: Baseline
  let path: String
  private let view: FolderView

  /// Reads a baseline.
  init(_ path: String, _ invocation: Invocation) throws(ReadFailure) {
    let source = try invocation.files.source(at: Repository.Path(path), limits: invocation.limits)
    baseline = Baseline(source, rules: invocation.rules(), limits: invocation.limits)
    self.path = path
    view = Self.view(from: path, invocation)
  }

  /// How files are named in a baseline at a path.
  static func view(from path: String, _ invocation: Invocation) -> FolderView {
    let current = invocation.currentFolder
    let folder = Repository.Path(path).parent?.description ?? "."
    return FolderView(folder.hasPrefix("/") ? folder : "\(current)/\(folder)", from: current)
  }

  func contains(_ diagnostic: Diagnostic) -> Bool {
    baseline.contains(diagnostic.fingerprint(inFile: view.relative(diagnostic.source.path)))
  }

  /// How many entries are about nothing that was found.
  ///
  /// - Parameter isWhole: Whether the run looked into everything; else what it did not look into is left out.
  func staleCount(in report: LintReport, isWhole: Bool) -> Int {
    let seen = Set(report.files.map { view.relative($0.path) })
    let found = Set(
      report.suppressed.map { $0.diagnostic.fingerprint(inFile: view.relative($0.diagnostic.source.path)) })
    return baseline.entries.count { !found.contains($0.fingerprint) && (isWhole || seen.contains($0.file)) }
  }
}
