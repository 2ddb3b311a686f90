import CommandLineTool
import Repository
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that are written over, on this machine's disk.
@Suite struct ReplacingTests {
  private final class Folder {
    let path: String

    init() throws {
      var template = Array("/tmp/stateline-XXXXXX".utf8CString)
      let isMade = mkdtemp(&template) != nil
      try #require(isMade)
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
      for name in ["a", "link"] { unlink("\(path)/\(name)") }
      rmdir(path)
    }

    var names: Set<String> {
      var names: Set<String> = []
      try? LocalFileSystem().list(Path(path)) { names.insert(String(decoding: $0.name, as: UTF8.self)) }
      return names
    }

    func text(_ name: String) throws -> String {
      String(decoding: try LocalFileSystem().read(Path("\(path)/\(name)"), limit: 1_000), as: UTF8.self)
    }

    func mode(_ name: String) -> mode_t {
      var status = stat()
      return stat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o7777 : 0
    }
  }

  @Test func keepsPermissionsAndLeavesNothingBehind() throws {
    let folder = try Folder()
    try LocalFileWriter().write("old", to: Path("\(folder.path)/a"))
    chmod("\(folder.path)/a", 0o640)
    try LocalFileWriter().replace(Path("\(folder.path)/a"), with: Array("new".utf8))
    #expect(try folder.text("a") == "new")
    #expect(folder.mode("a") == 0o640)
    #expect(folder.names == ["a"])
  }

  @Test func followsLinks() throws {
    let folder = try Folder()
    try LocalFileWriter().write("old", to: Path("\(folder.path)/a"))
    symlink("a", "\(folder.path)/link")
    try LocalFileWriter().replace(Path("\(folder.path)/link"), with: Array("new".utf8))
    #expect(try folder.text("a") == "new")
    #expect(try LocalFileSystem().kind(of: Path("\(folder.path)/link"), followingLinks: false) == .link)
  }

  @Test func refusesWhatIsNotThere() throws {
    let folder = try Folder()
    let path = Path("\(folder.path)/a")
    #expect(throws: WriteFailure(subject: path.description, reason: "No such file or directory")) {
      try LocalFileWriter().replace(path, with: [])
    }
    #expect(folder.names.isEmpty)
  }
}
