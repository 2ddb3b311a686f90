import Configuration
import Repository
import Testing

@Suite struct ConfigurationFileTests {
  private func nearest(to folder: Path, _ files: String...) -> [String]? {
    let files = InMemoryFileSystem(texts: Dictionary(uniqueKeysWithValues: files.map { (Path($0), "") }))
    return ConfigurationFile.nearest(in: FileSystemElsewhere(files: files, folder: folder)).map {
      [$0.path.description, $0.folder.description]
    }
  }

  @Test func looksUpwards() {
    #expect(nearest(to: "/a/b", "/a/b/stateline.yaml", "/a/stateline.yaml") == ["stateline.yaml", "/a/b"])
    #expect(nearest(to: "/a/b", "/a/b/x", "/a/stateline.yml") == ["../stateline.yml", "/a"])
    #expect(nearest(to: "/a/b/c", "/a/b/c/x", "/stateline.json") == ["../../../stateline.json", "/"])
    #expect(nearest(to: "/a", "/a/x", "/a/b/stateline.yaml") == nil)
  }

  @Test func stopsAtTheRootOfTheRepository() {
    #expect(nearest(to: "/a/b", "/a/b/.git/HEAD", "/a/stateline.yaml") == nil)
    // Submodules and worktrees have a file.
    #expect(nearest(to: "/a/b", "/a/b/.git", "/a/stateline.yaml") == nil)
    #expect(
      nearest(to: "/a/b", "/a/.git/HEAD", "/a/b/x", "/a/stateline.yaml") == ["../stateline.yaml", "/a"])
  }

  @Test func takesTheFirstOfSeveral() {
    #expect(nearest(to: "/a", "/a/stateline.json", "/a/stateline.yaml") == ["stateline.yaml", "/a"])
    #expect(nearest(to: "/a", "/a/stateline.yaml/x", "/a/stateline.yml") == ["stateline.yml", "/a"])
  }
}

/// Files seen from another folder than the root. It answers what looking for a configuration asks.
private struct FileSystemElsewhere: FileSystem {
  let files: InMemoryFileSystem
  let folder: Path

  func read(_ path: Path, limit: Int) throws(ReadFailure) -> [UInt8] { try files.read(path, limit: limit) }
  func readStandardInput(limit: Int) throws(ReadFailure) -> [UInt8] { [] }
  func kind(of path: Path, followingLinks: Bool) throws(ReadFailure) -> FileKind { try files.kind(of: path) }
  func list(_ folder: Path, _ visit: (FolderEntry) -> Void) throws(ReadFailure) {
    try files.list(folder, visit)
  }
  func resolve(_ path: Path) throws(ReadFailure) -> Path {
    try files.resolve(path == .currentFolder ? folder : path)
  }
}
