public import Repository

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Creates or replaces files. An injected value, as reading them is.
public protocol FileWriter: Sendable {
  func write(_ text: String, to path: Path) throws(WriteFailure)
  /// Puts other bytes into a file that is there. Whoever reads it meanwhile gets the old ones or the new ones; it
  /// keeps its permissions. A link stays one.
  func replace(_ path: Path, with bytes: [UInt8]) throws(WriteFailure)
  /// Makes a folder unless it is there; the one around it must be there.
  func makeFolder(_ path: Path) throws(WriteFailure)
}

/// Writes files of this machine.
public struct LocalFileWriter: FileWriter {
  public init() {}

  public func write(_ text: String, to path: Path) throws(WriteFailure) {
    let descriptor = open(path.systemName, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    var error = descriptor < 0 ? errno : writeAll(Array(text.utf8), to: descriptor)
    // Some file systems say only now that there was no room.
    if descriptor >= 0, close(descriptor) != 0, error == nil { error = errno }
    if let error { throw WriteFailure(subject: path.description, reason: systemMessage(error)) }
  }

  public func replace(_ path: Path, with bytes: [UInt8]) throws(WriteFailure) {
    if let error = replaceContent(of: path, with: bytes) {
      throw WriteFailure(subject: path.description, reason: systemMessage(error))
    }
  }

  public func makeFolder(_ path: Path) throws(WriteFailure) {
    guard mkdir(path.systemName, 0o777) != 0, errno != EEXIST else { return }
    throw WriteFailure(subject: path.description, reason: systemMessage(errno))
  }
}

/// Writes a temporary file beside the one that `path` leads to, and gives it that one's name.
///
/// - Returns: The error number if that failed.
private func replaceContent(of path: Path, with bytes: [UInt8]) -> Int32? {
  guard let target = realpath(path.systemName, nil) else { return errno }
  defer { free(target) }
  var status = stat()
  // Renaming needs the folder's permission only; a file that nobody may write should stay as it is.
  guard stat(target, &status) == 0, access(target, W_OK) == 0 else { return errno }
  var temporary = Array(UnsafeBufferPointer(start: target, count: strlen(target)))
  temporary += ".stateline-XXXXXX".utf8.map { CChar(bitPattern: $0) } + [0]
  let descriptor = mkstemp(&temporary)
  guard descriptor >= 0 else { return errno }
  // Giving a file away is for the superuser; if that fails, it belongs to who writes it.
  _ = fchown(descriptor, status.st_uid, status.st_gid)
  var error = fchmod(descriptor, status.st_mode & 0o7777) == 0 ? nil : errno
  error = error ?? writeAll(bytes, to: descriptor)
  if error == nil, fsync(descriptor) != 0 { error = errno }
  if close(descriptor) != 0, error == nil { error = errno }
  if error == nil, rename(temporary, target) != 0 { error = errno }
  if error != nil { unlink(temporary) }
  return error
}

extension Path {
  /// For calls of the system: the bytes and a zero.
  fileprivate var systemName: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
