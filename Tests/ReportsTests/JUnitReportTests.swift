import Reports
import SourceText
import Testing

@Suite struct JUnitReportTests {
  @Test func isAnEmptyListWithoutFiles() {
    let report = ReadXML(Sample.empty.junit())
    #expect(report.name == "testsuites" && report.children.isEmpty)
  }

  @Test func passesWorkflowsWithoutFindings() {
    let suite = ReadXML(Sample.clean.junit()).all("testsuite")[0]
    #expect(suite.attributes["tests"] == "2" && suite.attributes["failures"] == "0")
    #expect(suite.all("testcase").map { $0.attributes["name"] } == ["a", "b"])
    #expect(suite.all("failure").isEmpty)
  }

  @Test func failsForEachFinding() {
    let suite = ReadXML(Sample.one.junit()).all("testsuite")[0]
    #expect(suite.attributes["name"] == "flows/a b.asl.json")
    #expect(suite.attributes["tests"] == "1" && suite.attributes["failures"] == "1")
    let test = suite.all("testcase")[0]
    #expect(
      test.attributes == ["name": "some-rule at /name", "classname": "flows/a b.asl.json", "time": "0"])
    let failure = test.all("failure")[0]
    #expect(failure.attributes == ["type": "error", "message": "This is wrong."])
    #expect(failure.text == "flows/a b.asl.json:2:11: This is wrong.\nMend it.")
  }

  @Test func passesNoWorkflowOfAFaultyFile() {
    let source = SourceFile(path: "a.json", text: "")
    let report = LintReport(
      files: [LintedFile(path: "a.json", workflows: ["a"])], diagnostics: [Sample.finding(in: source)])
    #expect(ReadXML(report.junit()).all("testcase").map { $0.attributes["name"] } == ["some-rule"])
  }

  @Test func countsFilesFromZero() {
    let files = ["a", "b"].map { LintedFile(path: $0, workflows: []) }
    let suites = ReadXML(LintReport(files: files, diagnostics: []).junit()).all("testsuite")
    #expect(suites.map { $0.attributes["id"] } == ["0", "1"])
  }

  @Test func keepsText() {
    let report = ReadXML(Sample.hostile.junit())
    let text = Sample.shownHostileText
    #expect(
      report.all("testcase").map { $0.attributes["name"] }
        == ["some-rule at /\(text)", text + "2"])
    #expect(report.all("failure")[0].attributes["message"] == text)
    #expect(report.all("failure")[0].text == "flows/\(text).json:1:1: \(text)\n\(text)")
  }
}
