import SourceText
import Testing

@testable import Repository

@Suite struct InMemoryFileSystemTests {
  let files = InMemoryFileSystem(texts: ["flows/a.json": "{}", "/flows/deep/b.json": "[]", "c.yaml": "x"])

  @Test(arguments: ["flows/a.json", "/flows/a.json", "./flows/../flows//a.json", "../flows/a.json"])
  func readsAFileByAnyOfItsPaths(path: Path) throws {
    #expect(try files.read(path, limit: 2) == Array("{}".utf8))
  }

  @Test func tellsKinds() throws {
    #expect(try files.kind(of: "flows/a.json") == .file)
    #expect(try files.kind(of: "flows/deep") == .folder)
    #expect(try files.kind(of: "/") == .folder)
    #expect(try files.kind(of: "flows/b.json") == .missing)
  }

  @Test func listsFolders() throws {
    var entries: Set<FolderEntry> = []
    try files.list("flows") { entries.insert($0) }
    let expected = [("a.json", FileKind.file), ("deep", .folder)]
    #expect(entries == Set(expected.map { FolderEntry(name: Array($0.0.utf8), kind: $0.1) }))
  }

  @Test func failsAsTheDiskDoes() {
    #expect(throws: ReadFailure("flows/a.json", .tooLarge(limit: 1))) {
      try files.read("flows/a.json", limit: 1)
    }
    #expect(throws: ReadFailure("flows", .isFolder)) { try files.read("flows", limit: 1) }
    #expect(throws: ReadFailure("x", .missing)) { try files.read("x", limit: 1) }
    #expect(throws: ReadFailure("x", .missing)) { try files.list("x") { _ in } }
    #expect(throws: ReadFailure("c.yaml", .notFolder)) { try files.list("c.yaml") { _ in } }
    #expect(throws: ReadFailure("x", .missing)) { try files.resolve("x") }
  }

  @Test func writingReplacesAndAdds() throws {
    var files = files
    files.write([1], to: "c.yaml")
    files.write([2], to: "new/folder/d")
    #expect(try files.read("c.yaml", limit: 9) == [1])
    #expect(try files.read("new/folder/d", limit: 9) == [2])
    #expect(try files.resolve("new/./folder/") == "/new/folder")
  }

  @Test func makesSources() throws {
    let source = try files.source(at: "./flows/a.json", limits: Limits())
    #expect(source.path == "./flows/a.json")
    #expect(source.bytes == Array("{}".utf8))
    let piped = InMemoryFileSystem(standardInput: [7])
    #expect(try piped.standardInput(named: "x.asl.json", limits: Limits()).bytes == [7])
    #expect(throws: ReadFailure(.standardInput, .tooLarge(limit: 0))) {
      try piped.readStandardInput(limit: 0)
    }
  }

  @Test(arguments: [-1, Int.max])
  func aLimitBeyondReasonIsHarmless(limit: Int) throws {
    var limits = Limits()
    limits.maximumFileSize = limit
    let read = Result { try files.source(at: "c.yaml", limits: limits).bytes }
    #expect((try? read.get()) == (limit < 0 ? nil : [0x78]))
  }
}
