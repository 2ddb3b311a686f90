import Testing

@testable import Reports

@Suite struct ReportRootTests {
  @Test(arguments: [
    ("a/b.json", ReportRoot.Place.inside("a/b.json")), ("./a//./b.json", .inside("a/b.json")),
    ("x/../a.json", .inside("a.json")), ("/work/repo/a.json", .inside("a.json")),
    ("/work/repo/x/../../repo/a.json", .inside("a.json")), ("../repo/a.json", .inside("a.json")),
    ("../a.json", .outside("/work/a.json")), ("/work/repository/a.json", .outside("/work/repository/a.json")),
    ("/../../a.json", .outside("/a.json")), ("", .inside(".")), ("/work/repo", .inside(".")),
    ("<stdin>", .inside("<stdin>")),
  ])
  func placesFiles(_ path: String, _ expected: ReportRoot.Place) {
    #expect(ReportRoot("/work/repo").place(of: path) == expected)
  }

  @Test(arguments: [
    ("a/b.json", "a/b.json"), ("/work/repo/a.json", "a.json"), ("/work/a.json", "../a.json"),
    ("/tmp/a.json", "../../tmp/a.json"), ("/", "../.."),
  ])
  func climbsOutOfTheRoot(_ path: String, _ expected: String) {
    #expect(ReportRoot("/work/repo").relative(path) == expected)
  }
}
