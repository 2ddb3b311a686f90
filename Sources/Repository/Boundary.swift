/// A folder that files may refer to each other in: what lies outside of it is nobody's business who did not name it.
///
/// A repository is often a stranger's, and its files could name any file of this machine.
public struct Boundary: Hashable, Sendable {
  /// An absolute path without links.
  public let folder: Path
  /// Whether it is that of a git repository.
  public let isRepository: Bool

  /// The boundary for the files of a folder: the repository that it is in; without one the current folder, if it is in
  /// that; else the folder itself. Nil if there is no such folder.
  public init?(around folder: Path, in fileSystem: some FileSystem) {
    guard let resolved = try? fileSystem.resolve(folder) else { return nil }
    if let root = RepositoryRoot(at: resolved, in: fileSystem) {
      self.init(folder: root.folder, isRepository: true)
    } else if let current = try? fileSystem.resolve(.currentFolder), resolved.isIn(current) {
      self.init(folder: current, isRepository: false)
    } else {
      self.init(folder: resolved, isRepository: false)
    }
  }

  private init(folder: Path, isRepository: Bool) {
    self.folder = folder
    self.isRepository = isRepository
  }

  /// - Parameter path: Absolute and without links.
  public func contains(_ path: Path) -> Bool { path.isIn(folder) }
}

extension Path {
  /// Whether it is `folder` or lies below it; both are absolute and have no links.
  public func isIn(_ folder: Path) -> Bool {
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || folder.bytes == [slash] || bytes[folder.bytes.count] == slash
  }

  /// What `reference` means in this folder, as people would write it: `a` and `../b/./c` make `b/c`. Links are not
  /// looked at, so it may be another place than the system finds if a folder on the way is a link.
  public func following(_ reference: Path) -> Path {
    guard reference.bytes.first != slash else { return reference }
    var components = bytes == [dot] ? [] : bytes.split(separator: slash)
    for component in reference.bytes.split(separator: slash) where component != [dot] {
      let last = components.last
      if component == [dot, dot], let last, last != [dot, dot], last != [dot] {
        components.removeLast()
      } else if component != [dot, dot] || bytes.first != slash || last != nil {
        components.append(component)
      }
    }
    let joined = Array(components.joined(separator: [slash]))
    if bytes.first == slash { return Path(bytes: [slash] + joined) }
    return joined.isEmpty ? .currentFolder : Path(bytes: joined)
  }
}
