public import SourceText

/// The few questions that Stateline asks about files. An injected value: ``LocalFileSystem`` asks the disk,
/// ``InMemoryFileSystem`` stands in for it.
public protocol FileSystem: Sendable {
  /// The bytes of a file, or of a pipe up to its end. Links are followed.
  ///
  /// - Parameter limit: In bytes. Of anything longer, at most `limit + 1` bytes are read before it fails.
  func read(_ path: Path, limit: Int) throws(ReadFailure) -> [UInt8]

  /// The bytes of standard input up to its end, with the same limit.
  func readStandardInput(limit: Int) throws(ReadFailure) -> [UInt8]

  /// What `path` leads to; itself, if it is a link and `followingLinks` is false.
  func kind(of path: Path, followingLinks: Bool) throws(ReadFailure) -> FileKind

  /// Calls `visit` with each entry of a folder, in no particular order.
  func list(_ folder: Path, _ visit: (FolderEntry) -> Void) throws(ReadFailure)

  /// The absolute path of what `path` leads to, without links, `.` and `..`.
  func resolve(_ path: Path) throws(ReadFailure) -> Path
}

extension FileSystem {
  public func kind(of path: Path) throws(ReadFailure) -> FileKind {
    try kind(of: path, followingLinks: true)
  }

  /// Reads a file as a source, known to people as its path.
  public func source(at path: Path, limits: Limits) throws(ReadFailure) -> SourceFile {
    let bytes = try read(path, limit: limits.sourceSize)
    return SourceFile(path: path.description, bytes: bytes)
  }

  /// Reads standard input as a source, known to people as `name`.
  public func standardInput(named name: String, limits: Limits) throws(ReadFailure) -> SourceFile {
    SourceFile(path: name, bytes: try readStandardInput(limit: limits.sourceSize))
  }
}

extension Limits {
  /// What a ``SourceFile`` can hold, however high the limit is set.
  fileprivate var sourceSize: Int { min(max(0, maximumFileSize), Int(UInt32.max) - 1) }
}
