import Repository

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder on the disk that lasts as long as the value.
final class TemporaryFolder {
  /// Absolute and without links.
  let path: Path

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/stateline-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError("mkdtemp") }
    path = try LocalFileSystem().resolve(Path(bytes: template.dropLast().map(UInt8.init(bitPattern:))))
  }

  deinit {
    // Some tests make trees that are too deep to be named in one path, which rm knows how to remove.
    shell("chmod -R u+rwx \(quoted(path)); rm -rf \(quoted(path))")
  }

  func callAsFunction(_ name: String) -> Path {
    path.appending(name)
  }

  /// Writes a file, and makes the folders above it.
  func write(_ text: String, to name: Path) throws {
    let file = path.appending(name.bytes)
    if let folder = name.parent, folder != .currentFolder { try makeFolder(folder) }
    let bytes = Array(text.utf8)
    let stream = file.bytes.withTerminator { fopen($0, "w") }
    guard let stream else { throw SystemError("fopen") }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw SystemError("fwrite") }
  }

  func makeFolder(_ name: Path) throws {
    if let parent = name.parent, parent != .currentFolder { try makeFolder(parent) }
    let made = path.appending(name.bytes).bytes.withTerminator { mkdir($0, 0o755) }
    guard made == 0 || errno == EEXIST else { throw SystemError("mkdir") }
  }

  /// Makes folders of one name inside each other, even more than a path can name.
  func makeFolders(inside name: String, count: Int) throws {
    var current = open(path.description, O_RDONLY)
    for _ in 0..<count {
      let made = mkdirat(current, name, 0o755)
      let next = openat(current, name, O_RDONLY)
      close(current)
      guard made == 0, next != -1 else { throw SystemError("mkdirat") }
      current = next
    }
    close(current)
  }

  func makeLink(_ name: String, to target: String) throws {
    guard symlink(target, self(name).description) == 0 else { throw SystemError("symlink") }
  }

  func makePipe(_ name: String) throws {
    guard mkfifo(self(name).description, 0o600) == 0 else { throw SystemError("mkfifo") }
  }
}

struct SystemError: Error {
  let call: String
  let number: Int32

  init(_ call: String) {
    self.call = call
    number = errno
  }
}

extension [UInt8] {
  fileprivate func withTerminator<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    body(map(CChar.init(bitPattern:)) + [0])
  }
}

/// Runs a command and returns what it wrote to its standard output; nil if it failed.
@discardableResult
func shell(_ command: String) -> [UInt8]? {
  guard let stream = popen(command, "r") else { return nil }
  var output: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { output += buffer[..<count] }
  return pclose(stream) == 0 ? output : nil
}

/// For the shell. The paths of tests hold no quotes.
func quoted(_ path: Path) -> String {
  "'\(path)'"
}
