import Testing

@testable import Repository

@Suite struct BoundaryTests {
  @Test(arguments: [
    (".", "a", "a"), (".", "./a/../b", "b"), (".", "../a", "../a"), ("a", "../b", "b"), ("a", "..", "."),
    ("a", "../../b", "../b"), ("a/b", "../c/./d", "a/c/d"), ("..", "../a", "../../a"),
    ("/a", "../../b", "/b"),
    ("/", "a", "/a"), ("a", "/b", "/b"), ("a", ".", "a"), ("../a", "..", ".."), ("a//b/", "c//d", "a/b/c/d"),
  ])
  func pathsFollowReferences(_ folder: Path, _ reference: Path, _ result: Path) {
    #expect(folder.following(reference) == result)
  }

  @Test(arguments: [
    ("/a", "/a", true), ("/a/b", "/a", true), ("/ab", "/a", false), ("/", "/a", false), ("/a", "/", true),
  ])
  func foldersHoldWhatLiesBelow(_ path: Path, _ folder: Path, _ isIn: Bool) {
    #expect(path.isIn(folder) == isIn)
  }

  @Test func isTheRepositoryIfThereIsOne() throws {
    let files = InMemoryFileSystem(texts: ["r/.git/HEAD": "", "r/x/a": "", "s/a": ""])
    let inside = try #require(Boundary(around: "r/x", in: files))
    #expect(inside.folder == "/r" && inside.isRepository)
    #expect(inside.contains("/r/y") && !inside.contains("/s/a"))
    // The current folder is the root here.
    let outside = try #require(Boundary(around: "s", in: files))
    #expect(outside.folder == "/" && !outside.isRepository)
    #expect(Boundary(around: "missing", in: files) == nil)
  }

  /// A link must not lead out of a repository.
  @Test func looksBehindLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "r/.git/HEAD")
    try folder.write("{}", to: "secret.json")
    try folder.makeLink("r/inside.json", to: "../secret.json")
    let files = LocalFileSystem()
    let boundary = try #require(Boundary(around: folder.path.appending("r"), in: files))
    #expect(!boundary.contains(try files.resolve(folder.path.appending("r/inside.json"))))
    #expect(boundary.contains(try files.resolve(folder.path.appending("r/.git/HEAD"))))
    // Without a repository, and with another current folder, a folder stands for itself.
    let lone = try #require(Boundary(around: folder.path, in: files))
    #expect(lone.folder == (try files.resolve(folder.path)))
  }
}
