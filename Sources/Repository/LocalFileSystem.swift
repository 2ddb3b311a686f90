#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of this machine.
public struct LocalFileSystem: FileSystem {
  public init() {}

  public func read(_ path: Path, limit: Int) throws(ReadFailure) -> [UInt8] {
    do {
      return try readFile(path, limit: limit)
    } catch {
      throw ReadFailure(path, error)
    }
  }

  public func readStandardInput(limit: Int) throws(ReadFailure) -> [UInt8] {
    do {
      // Whatever it is, a terminal included, somebody attached it on purpose.
      let expected = try FileStatus(ofDescriptor: STDIN_FILENO).size
      return try readToEnd(of: STDIN_FILENO, expecting: expected, limit: limit)
    } catch {
      throw ReadFailure(.standardInput, error)
    }
  }

  public func kind(of path: Path, followingLinks: Bool) throws(ReadFailure) -> FileKind {
    do {
      return try FileStatus(of: path, followingLinks: followingLinks).kind
    } catch .missing {
      return .missing
    } catch {
      throw ReadFailure(path, error)
    }
  }

  public func list(_ folder: Path, _ visit: (FolderEntry) -> Void) throws(ReadFailure) {
    do {
      try listFolder(folder, visit)
    } catch {
      throw ReadFailure(folder, error)
    }
  }

  public func resolve(_ path: Path) throws(ReadFailure) -> Path {
    do {
      return try path.withCString { (text) throws(ReadFailure.Reason) in
        guard let canonical = realpath(text, nil) else { throw .lastError }
        defer { free(canonical) }
        return Path(bytes: UnsafeRawBufferPointer(start: canonical, count: strlen(canonical)))
      }
    } catch {
      throw ReadFailure(path, error)
    }
  }

  /// Looks before it opens: opening a device can have effects, and opening a pipe waits for its writer.
  private func readFile(_ path: Path, limit: Int) throws(ReadFailure.Reason) -> [UInt8] {
    let kind = try FileStatus(of: path, followingLinks: true).kind
    switch kind {
    case .file, .pipe: break
    case .folder: throw .isFolder
    case .device: throw .isDevice
    case .socket: throw .isSocket
    case .link, .missing: throw .missing
    }
    // Should a pipe have taken the file's place by now, nobody waits for its writer.
    let descriptor = try FileDescriptor(opening: path, waiting: kind == .pipe)
    let status = try FileStatus(ofDescriptor: descriptor.number)
    guard status.kind == kind else { throw .changing }
    return try readToEnd(of: descriptor.number, expecting: status.size, limit: limit)
  }
}
