/// Files that are held in memory, for tests and for editors. Its current folder is `/`.
///
/// It has regular files and the folders that they imply, and nothing else.
public struct InMemoryFileSystem: FileSystem {
  /// By absolute path.
  private var files: [Path: [UInt8]] = [:]
  private var folders: [Path: Set<FolderEntry>] = ["/": []]
  public var standardInput: [UInt8]

  public init(_ files: [Path: [UInt8]] = [:], standardInput: [UInt8] = []) {
    self.standardInput = standardInput
    for (path, bytes) in files { write(bytes, to: path) }
  }

  public init(texts: [Path: String]) {
    self.init(texts.mapValues { Array($0.utf8) })
  }

  /// Adds or replaces a file, and adds the folders above it.
  public mutating func write(_ bytes: [UInt8], to path: Path) {
    let path = absolute(path)
    files[path] = bytes
    var entry = FolderEntry(name: Array(path.name), kind: .file)
    var child = path
    while let folder = child.parent {
      let isNew = folders[folder, default: []].insert(entry).inserted
      guard isNew else { return }
      entry = FolderEntry(name: Array(folder.name), kind: .folder)
      child = folder
    }
  }

  public func read(_ path: Path, limit: Int) throws(ReadFailure) -> [UInt8] {
    guard let bytes = files[absolute(path)] else {
      throw ReadFailure(path, folders[absolute(path)] == nil ? .missing : .isFolder)
    }
    guard bytes.count <= limit else { throw ReadFailure(path, .tooLarge(limit: limit)) }
    return bytes
  }

  public func readStandardInput(limit: Int) throws(ReadFailure) -> [UInt8] {
    guard standardInput.count <= limit else {
      throw ReadFailure(.standardInput, .tooLarge(limit: limit))
    }
    return standardInput
  }

  public func kind(of path: Path, followingLinks: Bool) throws(ReadFailure) -> FileKind {
    let path = absolute(path)
    if files[path] != nil { return .file }
    return folders[path] == nil ? .missing : .folder
  }

  public func list(_ folder: Path, _ visit: (FolderEntry) -> Void) throws(ReadFailure) {
    guard let entries = folders[absolute(folder)] else {
      throw ReadFailure(folder, files[absolute(folder)] == nil ? .missing : .notFolder)
    }
    entries.forEach(visit)
  }

  public func resolve(_ path: Path) throws(ReadFailure) -> Path {
    guard try kind(of: path) != .missing else { throw ReadFailure(path, .missing) }
    return absolute(path)
  }

  /// Without links, `..` can be resolved by the text alone.
  private func absolute(_ path: Path) -> Path {
    var components: [ArraySlice<UInt8>] = []
    for component in path.bytes.split(separator: slash) where component != [dot] {
      if component == [dot, dot] { _ = components.popLast() } else { components.append(component) }
    }
    return Path(bytes: [slash] + components.joined(separator: [slash]))
  }
}
