/// The top folder of a git repository, or of a submodule or worktree.
public struct RepositoryRoot: Hashable, Sendable {
  public let folder: Path

  /// Finds the nearest folder, at or above `start`, that holds `.git`: a folder, or a file in submodules and
  /// worktrees. The folder that is found is an absolute path without links.
  ///
  /// - Returns: nil if there is none, or if nothing is at `start`.
  public init?(at start: Path, in fileSystem: some FileSystem) {
    var candidate = try? fileSystem.resolve(start)
    while let folder = candidate {
      let kind = try? fileSystem.kind(of: folder.appending(".git"))
      if kind == .folder || kind == .file {
        self.folder = folder
        return
      }
      candidate = folder.parent
    }
    return nil
  }

  /// - Parameter folder: One that is known to hold `.git`.
  init(folder: Path) {
    self.folder = folder
  }

  /// The path of the ignore file that is private to this clone; nothing need be there.
  ///
  /// It lies in the folder that worktrees share (gitrepository-layout(5)).
  func excludeFile(in fileSystem: some FileSystem) -> Path {
    var gitFolder = folder.appending(".git")
    if let line = firstLine(of: gitFolder, in: fileSystem) {
      let target = line.trimmingPrefix("gitdir: ".utf8)
      gitFolder = folder.resolving(target)
    }
    if let target = firstLine(of: gitFolder.appending("commondir"), in: fileSystem) {
      gitFolder = gitFolder.resolving(target)
    }
    return gitFolder.appending("info/exclude")
  }

  private func firstLine(of file: Path, in fileSystem: some FileSystem) -> ArraySlice<UInt8>? {
    guard (try? fileSystem.kind(of: file)) == .file else { return nil }
    let bytes = try? fileSystem.read(file, limit: 1 << 16)
    return bytes?.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  }
}

extension Path {
  /// What `target` means in this folder.
  fileprivate func resolving(_ target: ArraySlice<UInt8>) -> Path {
    target.first == slash ? Path(bytes: target) : appending(target)
  }
}
