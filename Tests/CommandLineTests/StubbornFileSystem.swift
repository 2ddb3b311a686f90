import Repository

/// Files in memory, some of which cannot be read.
struct StubbornFileSystem: FileSystem {
  var files: InMemoryFileSystem
  var failures: [Path: ReadFailure.Reason]

  func read(_ path: Path, limit: Int) throws(ReadFailure) -> [UInt8] {
    if let reason = failures[path] { throw ReadFailure(path, reason) }
    return try files.read(path, limit: limit)
  }

  func readStandardInput(limit: Int) throws(ReadFailure) -> [UInt8] {
    try files.readStandardInput(limit: limit)
  }

  func kind(of path: Path, followingLinks: Bool) throws(ReadFailure) -> FileKind {
    try files.kind(of: path, followingLinks: followingLinks)
  }

  func list(_ folder: Path, _ visit: (FolderEntry) -> Void) throws(ReadFailure) {
    if let reason = failures[folder] { throw ReadFailure(folder, reason) }
    try files.list(folder, visit)
  }

  func resolve(_ path: Path) throws(ReadFailure) -> Path {
    try files.resolve(path)
  }
}
