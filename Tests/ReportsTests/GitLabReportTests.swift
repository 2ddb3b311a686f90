import Diagnostics
import Reports
import SourceText
import Testing

@Suite struct GitLabReportTests {
  @Test func isAnEmptyArrayWithoutFindings() {
    #expect(Sample.clean.gitlabCodeQuality() == "[]\n")
  }

  @Test func saysWhatAndWhere() {
    #expect(
      ReadJSON(Sample.one.gitlabCodeQuality()) == [
        [
          "description": "This is wrong. Mend it.", "check_name": "some-rule", "severity": "critical",
          "fingerprint": .string(Sample.finding.fingerprint),
          "location": ["path": "flows/a b.asl.json", "lines": ["begin": 2, "end": 2]],
        ]
      ])
  }

  @Test func hasItsOwnSeverities() {
    let severities = [Diagnostics.Category.fails, .risky, .advice].map {
      ReadJSON(Sample.report(at: Sample.range, $0).gitlabCodeQuality())[0]["severity"]
    }
    #expect(severities == ["critical", "major", "info"])
  }

  @Test func keepsText() {
    let issue = ReadJSON(Sample.hostile.gitlabCodeQuality())[0]
    #expect(issue["description"] == .string("\(Sample.hostileText) \(Sample.hostileText)"))
    #expect(issue["location"]["path"] == .string("flows/\(Sample.hostileText).json"))
  }

  /// GitLab takes no absolute path, and none that begins with `./`.
  @Test(arguments: [
    ("/repo/a.json", "a.json"), ("./a.json", "a.json"), ("/tmp/a.json", "../tmp/a.json"),
    ("../a.json", "../a.json"),
  ])
  func namesFilesFromTheRoot(_ path: String, _ expected: String) {
    let report = LintReport(
      files: [], diagnostics: [Sample.finding(in: SourceFile(path: path, text: "{}"))],
      root: ReportRoot("/repo"))
    #expect(ReadJSON(report.gitlabCodeQuality())[0]["location"]["path"] == .string(expected))
  }
}
