import Testing

@testable import Repository

@Suite struct RepositoryRootTests {
  let files = InMemoryFileSystem(texts: [
    "main/.git/HEAD": "", "main/x/y/a": "", "main/sub/.git": "gitdir: ../.git/modules/sub\r\n",
    "main/sub/b": "",
    "tree/.git": "gitdir: /main/.git/worktrees/tree", "main/.git/worktrees/tree/commondir": "../..\n",
    "odd/.git": "", "lone/c": "",
  ])

  @Test(arguments: [
    ("main", "/main"), ("main/x/y", "/main"), ("main/x/y/a", "/main"), ("./main/x/../x/", "/main"),
    ("main/sub/b", "/main/sub"), ("tree", "/tree"), ("lone", nil), ("none", nil), ("/", nil),
  ])
  func isTheNearestFolderWithGit(start: Path, expected: Path?) {
    #expect(RepositoryRoot(at: start, in: files)?.folder == expected)
  }

  @Test(arguments: [
    ("main", "/main/.git/info/exclude"), ("main/sub", "/main/.git/modules/sub/info/exclude"),
    ("tree", "/main/.git/info/exclude"), ("odd", "/odd/info/exclude"),
  ])
  func knowsWhereItsPrivateIgnoreFileIs(folder: Path, expected: Path) throws {
    let root = try #require(RepositoryRoot(at: folder, in: files))
    let file = root.excludeFile(in: files)
    var withFile = files
    withFile.write([1], to: expected)
    #expect(try withFile.read(file, limit: 1) == [1])
  }
}
