import Reports

/// Files as they are seen from a folder, while a run names them from the current one.
struct FolderView: Sendable {
  private let folder: ReportRoot
  private let currentPath: String

  /// - Parameters:
  ///   - folder: An absolute path.
  ///   - current: The absolute path of the current folder.
  init(_ folder: String, from current: String) {
    self.folder = ReportRoot(folder)
    currentPath = current
  }

  /// The path of a file below the folder; nil of others.
  func path(of path: String) -> String? {
    if case .inside(let path) = folder.place(of: absolute(path)) { path } else { nil }
  }

  /// The path to a file, with `..` if it is outside.
  func relative(_ path: String) -> String { folder.relative(absolute(path)) }

  private func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(currentPath)/\(path)" }
}
