public import Repository

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Creates or replaces files. An injected value, as reading them is.
public protocol FileWriter: Sendable {
  func write(_ text: String, to path: Path) throws(WriteFailure)
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

  public func makeFolder(_ path: Path) throws(WriteFailure) {
    guard mkdir(path.systemName, 0o777) != 0, errno != EEXIST else { return }
    throw WriteFailure(subject: path.description, reason: systemMessage(errno))
  }
}

extension Path {
  /// For calls of the system: the bytes and a zero.
  fileprivate var systemName: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
