import Testing

@testable import Repository

@Suite struct PathTests {
  @Test(arguments: [
    ("a", "a", "."), ("a/b", "b", "a"), ("/a", "a", "/"), ("/a/b.json", "b.json", "/a"),
    ("a/b/", "b", "a"), ("a//b", "b", "a"), ("//a", "a", "/"), ("./a", "a", "."), ("../a", "a", ".."),
  ])
  func nameAndParent(path: Path, name: String, parent: Path) {
    #expect(path.name.elementsEqual(name.utf8))
    #expect(path.parent == parent)
  }

  @Test(arguments: ["", "/", ".", "..", "a/..", "//"])
  func textAloneDoesNotTellTheParent(path: Path) {
    #expect(path.parent == nil)
  }

  @Test(arguments: [
    (".", "a", "a"), ("a", "b", "a/b"), ("a/", "b", "a/b"), ("/", "a", "/a"), ("", "a", "a"),
    ("..", "a", "../a"),
    ("a", "b/c", "a/b/c"),
  ])
  func appending(folder: Path, component: String, joined: Path) {
    #expect(folder.appending(component) == joined)
  }

  @Test(arguments: [
    (".", "."), ("./", "."), ("", "."), ("a", "a"), ("a/", "a"), ("./a//", "a"), (".//./a", "a"), ("/", "/"),
    ("//", "/"), ("/a/", "/a"), ("..", ".."), ("../", ".."), (".a", ".a"), ("./.", "."),
  ])
  func startOfAWalk(path: Path, prefix: Path) {
    #expect(path.asPrefix == prefix)
  }

  @Test func bytesThatAreNotUTF8AreKeptAndShownRepaired() {
    let path = Path(bytes: [0x61, 0xFF])
    #expect(path.appending("b").bytes == [0x61, 0xFF, 0x2F, 0x62])
    #expect(path.description == "a\u{FFFD}")
  }
}
