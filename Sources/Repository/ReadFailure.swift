/// Why a file or folder could not be read.
public struct ReadFailure: Error, Hashable, Sendable {
  public let path: Path
  public let reason: Reason

  public enum Reason: Error, Hashable, Sendable {
    case missing
    case noPermission
    case isFolder
    /// A folder was asked for.
    case notFolder
    case isDevice
    case isSocket
    /// In bytes.
    case tooLarge(limit: Int)
    /// Something else stood in its place when it was opened.
    case changing
    /// Anything else, in the operating system's words.
    case system(String)
  }

  public init(_ path: Path, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension ReadFailure: CustomStringConvertible {
  /// A sentence without its full stop, that names the path.
  public var description: String {
    let subject = path == .standardInput ? "standard input" : path.description
    return "cannot read \(subject): \(reason)"
  }
}

extension ReadFailure.Reason: CustomStringConvertible {
  /// A clause that follows the name of the file.
  public var description: String {
    switch self {
    case .missing: "no such file or folder"
    case .noPermission: "permission denied"
    case .isFolder: "it is a folder, not a file"
    case .notFolder: "it is not a folder"
    case .isDevice: "it is a device; only files and pipes are read"
    case .isSocket: "it is a socket; only files and pipes are read"
    case .tooLarge(let limit): "it is larger than \(size(limit)), the most that is read of one file"
    case .changing: "something else took its place while it was being opened; try again"
    case .system(let message): message
    }
  }

  /// The largest binary unit that measures `byteCount` exactly.
  private func size(_ byteCount: Int) -> String {
    for (shift, unit) in [(30, "GiB"), (20, "MiB"), (10, "KiB")]
    where byteCount > 0 && byteCount % (1 << shift) == 0 {
      return "\(byteCount >> shift) \(unit)"
    }
    return "\(byteCount) bytes"
  }
}
