import Diagnostics
import Reports
import SourceText
import Testing

@Suite struct CheckstyleReportTests {
  @Test func namesFilesWithoutFindings() {
    #expect(
      Sample.clean.checkstyle() == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
          <file name="flows/a.asl.json"/>
        </checkstyle>

        """)
  }

  @Test func saysWhatAndWhere() {
    let file = ReadXML(Sample.one.checkstyle()).children[0]
    #expect(file.name == "file" && file.attributes == ["name": "flows/a b.asl.json"])
    #expect(file.children.map(\.name) == ["error"])
    #expect(
      file.children[0].attributes == [
        "line": "2", "column": "11", "severity": "error", "message": "This is wrong. Mend it.",
        "source": "some-rule",
      ])
  }

  @Test func callsANoteInfo() {
    let error = ReadXML(Sample.report(at: Sample.range, .advice).checkstyle()).all("error")[0]
    #expect(error.attributes["severity"] == "info")
  }

  @Test func keepsText() {
    let report = ReadXML(Sample.hostile.checkstyle())
    let text = Sample.shownHostileText
    #expect(report.all("file")[0].attributes["name"] == "flows/\(text).json")
    #expect(report.all("error")[0].attributes["message"] == "\(text) \(text)")
  }

  /// No finding is lost because nobody listed its file.
  @Test func namesFilesThatAreOnlyKnownFromFindings() {
    let findings = ["b", "a"].map { Sample.finding(in: SourceFile(path: $0, text: "")) }
    let report = LintReport(files: [LintedFile(path: "z", workflows: [])], diagnostics: findings)
    let files = ReadXML(report.checkstyle()).all("file")
    #expect(files.map { $0.attributes["name"] } == ["z", "a", "b"])
    #expect(files.map(\.children.count) == [0, 1, 1])
  }
}
