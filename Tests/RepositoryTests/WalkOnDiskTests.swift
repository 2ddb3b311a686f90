import Testing

@testable import Repository

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.timeLimit(.minutes(10))) struct WalkOnDiskTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func walk(below name: String? = nil) -> (files: [String], failures: [ReadFailure]) {
    let start = name.map { folder($0) } ?? folder.path
    let walk = Walk(below: start, in: LocalFileSystem())
    return (walk.files.map { "\($0)".dropping("\(start)/") }, walk.failures)
  }

  @Test func onlyRegularFilesCountAndLinksAreNotFollowed() throws {
    try folder.write("", to: "x/a")
    try folder.makePipe("x/pipe")
    try folder.makeLink("x/loop", to: ".")
    try folder.makeLink("x/up", to: "..")
    try folder.makeLink("x/link", to: "a")
    try folder.makeLink("x/out", to: "/etc/passwd")
    try folder.makeLink("x/broken", to: "none")
    #expect(walk().files == ["x/a"])
    #expect(walk().failures.isEmpty)
    // Whoever names a link means what it leads to.
    #expect(walk(below: "x/loop").files == ["a"])
  }

  @Test func aLinkIsNoIgnoreFile() throws {
    try folder.makeFolder(".git")
    try folder.write("a", to: "patterns")
    try folder.makeLink(".gitignore", to: "patterns")
    try folder.write("", to: "x/a")
    #expect(walk().files == ["patterns", "x/a"])
    #expect(walk(below: "x").files == ["a"])
  }

  @Test func doesNotWaitForPipesThatStandForIgnoreFiles() throws {
    try folder.makeFolder("x/.git/info")
    try folder.makePipe("x/.gitignore")
    try folder.makePipe("x/.git/info/exclude")
    try folder.makePipe("x/.git/commondir")
    try folder.write("", to: "x/y/a")
    #expect(walk().files == ["x/y/a"])
    #expect(walk(below: "x/y").files == ["a"])
  }

  @Test func namesNeedNotBeUTF8() throws {
    guard
      shell(
        "cd \(quoted(folder.path)) && mkdir \"$(printf 'd\\377')\" && : > \"$(printf 'd\\377/a\\n\\376')\"")
        != nil
    else { return }  // Not every file system takes such names.
    let walk = Walk(below: folder.path, in: LocalFileSystem())
    let expected = folder.path.bytes + [slash] + Array("d".utf8) + [0xFF, slash] + Array("a\n".utf8) + [0xFE]
    #expect(walk.files == [Path(bytes: expected)])
    #expect(try LocalFileSystem().read(walk.files[0], limit: 10).isEmpty)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func goesOnBesideAFolderThatItMayNotRead() throws {
    try folder.write("", to: "a")
    try folder.write("", to: "b/c")
    try folder.write("", to: "d")
    chmod(folder("b").description, 0)
    #expect(walk().files == ["a", "d"])
    #expect(walk().failures == [ReadFailure(folder("b"), .noPermission)])
  }

  /// Deeper than a path can name.
  @Test func givesUpBelowTheLongestPath() throws {
    try folder.write("", to: "z")
    try folder.makeFolders(inside: String(repeating: "d", count: 200), count: 30)
    let found = walk()
    #expect(found.files == ["z"])
    #expect(found.failures.map(\.reason) == [.system("File name too long")])
  }

  @Test(.enabled(if: isGitInstalled, "git is not installed"))
  func aWorktreeSharesTheExcludesOfItsRepository() throws {
    try folder.makeFolder("main")
    let commands = ["init -q", "commit -q --allow-empty -m Start", "worktree add -q ../tree"]
    for command in commands { try #require(git(command, in: folder("main")) != nil) }
    try folder.write("ignored", to: "main/.git/info/exclude")
    try folder.write("", to: "tree/x/ignored")
    try folder.write("", to: "tree/x/kept")
    #expect(walk(below: "tree/x").files == ["kept"])
    #expect(walk(below: "tree").files == [".git", "x/kept"])
    #expect(git("ls-files -z -o --exclude-standard", in: folder("tree")) == Array("x/kept\0".utf8))
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
