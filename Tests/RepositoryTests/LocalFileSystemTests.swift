import SourceText
import Testing

@testable import Repository

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct LocalFileSystemTests {
  let disk = LocalFileSystem()
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [0, 1, 4095, 4096, 100_000])
  func readsFilesOfAnySizeUpToTheLimit(size: Int) throws {
    try folder.write(String(repeating: "x", count: size), to: "file")
    #expect(try disk.read(folder("file"), limit: size).count == size)
    #expect(try disk.read(folder("file"), limit: .max).count == size)
    guard size > 0 else { return }
    #expect(throws: ReadFailure(folder("file"), .tooLarge(limit: size - 1))) {
      try disk.read(folder("file"), limit: size - 1)
    }
  }

  @Test func refusesWhatIsNoFile() throws {
    try folder.makeFolder("sub")
    try folder.write("", to: "file")
    try folder.makeLink("broken", to: "nowhere")
    let expected: [(Path, ReadFailure.Reason)] = [
      (folder("sub"), .isFolder), (folder("none"), .missing), (folder("file/x"), .missing),
      (folder("broken"), .missing), (folder("file\0"), .missing), ("", .missing), ("/dev/zero", .isDevice),
      ("/dev/null", .isDevice), (folder(String(repeating: "x", count: 300)), .system("File name too long")),
    ]
    for (path, reason) in expected {
      #expect(throws: ReadFailure(path, reason)) { try disk.read(path, limit: 100) }
    }
  }

  @Test func refusesASocket() throws {
    let path = folder("socket")
    let number = socket(AF_UNIX, stream, 0)
    defer { close(number) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.bytes) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    #expect(try disk.kind(of: path) == .socket)
    #expect(throws: ReadFailure(path, .isSocket)) { try disk.read(path, limit: 100) }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func saysWhereItMayNotRead() throws {
    try folder.write("", to: "file")
    try folder.makeFolder("sub")
    chmod(folder("file").description, 0)
    chmod(folder("sub").description, 0)
    #expect(throws: ReadFailure(folder("file"), .noPermission)) { try disk.read(folder("file"), limit: 9) }
    #expect(throws: ReadFailure(folder("sub"), .noPermission)) { try disk.list(folder("sub")) { _ in } }
    #expect(throws: ReadFailure(folder("sub/x"), .noPermission)) { try disk.kind(of: folder("sub/x")) }
  }

  @Test func tellsKinds() throws {
    try folder.write("", to: "file")
    try folder.makeFolder("sub")
    try folder.makePipe("pipe")
    try folder.makeLink("link", to: "sub")
    try folder.makeLink("loop", to: "loop")
    #expect(try disk.kind(of: folder("file")) == .file)
    #expect(try disk.kind(of: folder("sub")) == .folder)
    #expect(try disk.kind(of: folder("pipe")) == .pipe)
    #expect(try disk.kind(of: folder("link")) == .folder)
    #expect(try disk.kind(of: folder("link"), followingLinks: false) == .link)
    #expect(try disk.kind(of: folder("none")) == .missing)
    #expect(try disk.kind(of: "/dev/null") == .device)
    #expect(throws: ReadFailure(folder("loop"), .system("Too many levels of symbolic links"))) {
      try disk.kind(of: folder("loop"))
    }
    var listed: [String: FileKind] = [:]
    try disk.list(folder.path) { listed[String(decoding: $0.name, as: UTF8.self)] = $0.kind }
    #expect(listed == ["file": .file, "sub": .folder, "pipe": .pipe, "link": .link, "loop": .link])
  }

  @Test func listsOnlyFolders() throws {
    try folder.write("", to: "file")
    #expect(throws: ReadFailure(folder("file"), .notFolder)) { try disk.list(folder("file")) { _ in } }
    #expect(throws: ReadFailure(folder("none"), .missing)) { try disk.list(folder("none")) { _ in } }
  }

  @Test func resolvesLinks() throws {
    try folder.makeFolder("sub")
    try folder.makeLink("link", to: "sub")
    #expect(try disk.resolve(folder("link/../link")) == folder("sub"))
    #expect(throws: ReadFailure(folder("none"), .missing)) { try disk.resolve(folder("none")) }
  }

  @Test func leavesNothingOpen() throws {
    try folder.write("text", to: "file")
    for _ in 0..<3_000 {
      _ = try disk.read(folder("file"), limit: 100)
      _ = try? disk.read(folder("file"), limit: 1)
      try disk.list(folder.path) { _ in }
    }
    // The lowest number that is free.
    let next = dup(STDERR_FILENO)
    defer { close(next) }
    #expect(next < 1_000)
  }

  private var stream: Int32 {
    #if canImport(Glibc)
      Int32(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }
}
