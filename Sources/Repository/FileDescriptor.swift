#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file, closed when the value goes out of scope.
struct FileDescriptor: ~Copyable {
  let number: Int32

  /// - Parameter waiting: Whether opening a pipe waits for its writer.
  init(opening path: Path, waiting: Bool) throws(ReadFailure.Reason) {
    // O_NOCTTY: a terminal that is opened must not become the one that controls this process.
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (waiting ? 0 : O_NONBLOCK)
    number = try path.withCString { (text) throws(ReadFailure.Reason) in
      try check(uninterrupted { open(text, flags) })
    }
  }

  deinit {
    close(number)
  }
}

/// What `stat` says of a path or an open file.
struct FileStatus {
  let kind: FileKind
  /// In bytes; 0 of what has no size.
  let size: Int

  /// - Throws: ``ReadFailure/Reason/missing`` where nothing is there.
  init(of path: Path, followingLinks: Bool) throws(ReadFailure.Reason) {
    self = try path.withCString { (text) throws(ReadFailure.Reason) in
      try FileStatus(of: text, in: AT_FDCWD, followingLinks: followingLinks)
    }
  }

  /// - Parameter folder: The open folder that a relative path starts from.
  init(of path: UnsafePointer<CChar>, in folder: Int32, followingLinks: Bool) throws(ReadFailure.Reason) {
    var status = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    try check(uninterrupted { fstatat(folder, path, &status, flags) })
    self.init(status)
  }

  init(ofDescriptor number: Int32) throws(ReadFailure.Reason) {
    var status = stat()
    try check(uninterrupted { fstat(number, &status) })
    self.init(status)
  }

  private init(_ status: stat) {
    kind = FileKind(mode: status.st_mode)
    size = max(0, Int(status.st_size))
  }
}

extension FileKind {
  /// From the `st_mode` of a file that exists.
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }
}

extension ReadFailure.Reason {
  /// From `errno`, right after the call that failed.
  static var lastError: Self {
    switch errno {
    case ENOENT: .missing
    // A file stands where the path needs a folder, so nothing can be there.
    case ENOTDIR: .missing
    case EACCES, EPERM: .noPermission
    case EISDIR: .isFolder
    // Both systems return constant text for every number that they define.
    case let number: .system(String(cString: strerror(number)))
    }
  }
}

extension Path {
  /// Calls `body` with the path as C wants it. `body` also looks at `errno`, which need not outlive the string.
  ///
  /// A path that holds NUL names nothing, but C would read it as another, shorter one: `body` then gets the empty
  /// path, which names nothing either.
  func withCString<Value, Failure: Error>(
    _ body: (UnsafePointer<CChar>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let terminated = bytes.contains(0) ? [0] : bytes.map(CChar.init(bitPattern:)) + [0]
    // An array converts to a pointer to its elements for the time of the call.
    return try body(terminated)
  }
}

/// Repeats a system call for as long as signals interrupt it.
func uninterrupted<Number: FixedWidthInteger>(_ call: () -> Number) -> Number {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Passes on what a system call returned, unless that says that it failed.
@discardableResult
func check(_ result: Int32) throws(ReadFailure.Reason) -> Int32 {
  guard result != -1 else { throw .lastError }
  return result
}
