/// The ignore files that apply in one folder of a repository.
struct IgnoreRules: Sendable {
  /// From the least to the most binding.
  private var levels: [Level] = []

  private struct Level {
    let file: IgnoreFile
    /// How much of a path, in bytes and with its slash, names the folder that the file is about.
    let folderLength: Int
  }

  /// Adds a file that goes before all that are there.
  ///
  /// - Parameter folder: With a trailing slash, or empty for the root.
  mutating func add(_ file: IgnoreFile, about folder: [UInt8]) {
    if !file.isEmpty { levels.append(Level(file: file, folderLength: folder.count)) }
  }

  /// - Parameters:
  ///   - path: Relative to the root, below the folder of every file that was added.
  ///   - nameStart: The index in `path` of its last component.
  func ignores(_ path: [UInt8], nameStart: Int, isFolder: Bool) -> Bool {
    for level in levels.reversed() {
      let relative = path[level.folderLength...]
      if let verdict = level.file.verdict(on: relative, nameStart: nameStart, isFolder: isFolder) {
        return verdict
      }
    }
    return false
  }
}
