import Testing

@testable import Reports

@Suite struct ReportRootTests {
  @Test(arguments: [
    ("a/b.json", ReportRoot.Place.inside("a/b.json")), ("./a//./b.json", .inside("a/b.json")),
    ("x/../a.json", .inside("a.json")), ("/srv/repo/a.json", .inside("a.json")),
    ("/srv/repo/x/../../repo/a.json", .inside("a.json")), ("../repo/a.json", .inside("a.json")),
    ("../a.json", .outside("/srv/a.json")), ("/srv/repository/a.json", .outside("/srv/repository/a.json")),
    ("/../../a.json", .outside("/a.json")), ("", .inside(".")), ("/srv/repo", .inside(".")),
    ("<stdin>", .inside("<stdin>")),
  ])
  func placesFiles(_ path: String, _ expected: ReportRoot.Place) {
    #expect(ReportRoot("/srv/repo").place(of: path) == expected)
  }

  @Test(arguments: [
    ("a/b.json", "a/b.json"), ("/srv/repo/a.json", "a.json"), ("/srv/a.json", "../a.json"),
    ("/other/a.json", "../../other/a.json"), ("/", "../.."),
  ])
  func climbsOutOfTheRoot(_ path: String, _ expected: String) {
    #expect(ReportRoot("/srv/repo").relative(path) == expected)
  }
}
