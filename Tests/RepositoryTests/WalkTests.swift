import Testing

@testable import Repository

@Suite struct WalkTests {
  private func found(
    _ files: [Path: String], below start: Path = ".", keeping extensions: FileExtensions? = nil
  ) -> [String] {
    let walk = Walk(below: start, in: InMemoryFileSystem(texts: files), keeping: extensions)
    #expect(walk.failures.isEmpty)
    return walk.files.map(\.description)
  }

  @Test func ordersByTheBytesOfComponents() {
    let files: [Path: String] = ["b": "", "a/z": "", "a.b": "", "a-b/c": "", "B": "", "a/b/c": "", "é": ""]
    #expect(found(files) == ["B", "a/b/c", "a/z", "a-b/c", "a.b", "b", "é"])
  }

  @Test(arguments: [
    (".", "flows/a"), ("./", "flows/a"), ("flows", "flows/a"), ("./flows//", "flows/a"), ("/", "/flows/a"),
    ("/flows", "/flows/a"), ("flows/../flows", "flows/../flows/a"), ("..", "../flows/a"),
  ])
  func namesFilesAsTheStartWasGiven(start: Path, expected: String) {
    #expect(found(["flows/a": ""], below: start) == [expected])
  }

  @Test func keepsTheExtensionsThatAreAskedFor() {
    let files: [Path: String] = [
      "a.json": "", "b.asl.JSON": "", "c.yml": "", "json": "", ".json": "", "d.jsonl": "", "e.": "",
      "f.json/g.txt": "",
    ]
    #expect(found(files, keeping: FileExtensions(["json", "yml"])) == ["a.json", "b.asl.JSON", "c.yml"])
  }

  @Test(arguments: [
    ".git", "node_modules", ".terraform", ".build", ".venv", "venv", "__pycache__", ".tox", ".serverless",
    ".aws-sam",
  ])
  func passesOverWhatToolsMade(name: Path) {
    #expect(
      found([name.appending("a"): "", Path("x").appending(name.bytes).appending("b"): "", "c": ""]) == ["c"])
    #expect(found([name.appending("a"): ""], below: name) == [name.appending("a").description])
  }

  @Test func looksIntoTheOutputOfCDK() {
    #expect(found(["cdk.out/a": ""]) == ["cdk.out/a"])
  }

  @Test func nearerIgnoreFilesGoFirst() {
    let files: [Path: String] = [
      ".git/info/exclude": "*.c\n*.d", ".gitignore": "*.a\n*.b\n!*.c", "x/.gitignore": "!*.b\n*.e",
      "1.a": "", "1.b": "", "1.c": "", "1.d": "", "1.e": "", "x/2.a": "", "x/2.b": "", "x/2.c": "",
      "x/2.e": "",
    ]
    #expect(found(files) == [".gitignore", "1.c", "1.e", "x/.gitignore", "x/2.b", "x/2.c"])
  }

  @Test func nothingInAnIgnoredFolderIsReIncluded() {
    let files: [Path: String] = [".gitignore": "x/\n!x/a", "x/.gitignore": "!*", "x/a": "", "b": ""]
    #expect(found(files) == [".gitignore", "b"])
  }

  @Test func ignoreFilesAboveTheStartApplyUpToTheRoot() {
    let files: [Path: String] = [
      ".gitignore": "*", "r/.git/HEAD": "", "r/.gitignore": "*.a\n/x/y/1.b\n/2.b", "r/x/.gitignore": "y/3.b",
      "r/x/y/0.a": "", "r/x/y/1.b": "", "r/x/y/2.b": "", "r/x/y/3.b": "",
    ]
    #expect(found(files, below: "r/x/y") == ["r/x/y/2.b"])
    #expect(found(files, below: "/r/x") == ["/r/x/.gitignore", "/r/x/y/2.b"])
  }

  @Test func theRootMayBeTheRootOfTheDisk() {
    let files: [Path: String] = [".git/HEAD": "", ".gitignore": "/x/a", "x/a": "", "x/b": ""]
    #expect(found(files, below: "x") == ["x/b"])
  }

  @Test func aStartThatIsIgnoredItselfIsWalked() {
    let files: [Path: String] = [
      ".git/HEAD": "", ".gitignore": "cdk.out\n*.tmp", "cdk.out/x/a": "", "cdk.out/b.tmp": "",
    ]
    #expect(found(files, below: "cdk.out") == ["cdk.out/x/a"])
    #expect(found(files, below: "cdk.out/x") == ["cdk.out/x/a"])
    #expect(found(files) == [".gitignore"])
  }

  @Test func withoutARepositoryIgnoreFilesApplyFromTheStart() {
    let files: [Path: String] = [".gitignore": "a", "x/.gitignore": "b", "x/a": "", "x/b": "", "x/y/b": ""]
    #expect(found(files, below: "x") == ["x/.gitignore", "x/a"])
  }

  @Test func aRepositoryInsideAnotherHasItsOwnRules() {
    let files: [Path: String] = [
      ".git/HEAD": "", ".gitignore": "a\nignored", "sub/.git": "gitdir: ../.git/modules/sub\n",
      ".git/modules/sub/info/exclude": "/b", "sub/.gitignore": "/x/c",
      "sub/a": "", "sub/b": "", "sub/x/b": "", "sub/x/c": "", "ignored/.git/HEAD": "", "ignored/d": "",
    ]
    #expect(found(files) == [".gitignore", "sub/.git", "sub/.gitignore", "sub/a", "sub/x/b"])
    #expect(found(files, below: "sub/x") == ["sub/x/b"])
  }

  @Test func saysWhatItCouldNotRead() {
    let files: [Path: String] = [
      ".git/HEAD": "", "x/.gitignore": String(repeating: "#", count: IgnoreFile.maximumSize + 1), "x/a": "",
      "b": "",
    ]
    let walk = Walk(below: ".", in: InMemoryFileSystem(texts: files))
    #expect(walk.files == ["b", "x/.gitignore", "x/a"])
    #expect(walk.failures == [ReadFailure("x/.gitignore", .tooLarge(limit: IgnoreFile.maximumSize))])
    let missing = Walk(below: "none", in: InMemoryFileSystem())
    #expect(missing.files.isEmpty)
    #expect(missing.failures == [ReadFailure("none", .missing)])
    #expect(Walk(below: "b", in: InMemoryFileSystem(texts: files)).failures == [ReadFailure("b", .notFolder)])
  }

  @Test func depthCostsNoCallStack() {
    let deep = Path(String(repeating: "d/", count: 2_000) + "a")
    #expect(found([deep: ""]) == [deep.description])
  }
}
