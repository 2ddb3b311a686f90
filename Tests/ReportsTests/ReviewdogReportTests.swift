import Diagnostics
import Reports
import SourceText
import Testing

@Suite struct ReviewdogReportTests {
  private func diagnostic(_ report: LintReport) -> ReadJSON { ReadJSON(report.reviewdog())["diagnostics"][0] }

  @Test func hasNoDiagnosticsWithoutFindings() {
    #expect(ReadJSON(Sample.clean.reviewdog()) == ["source": ["name": "Stateline"], "diagnostics": []])
  }

  @Test func saysWhatAndWhere() {
    let diagnostic = diagnostic(Sample.one)
    #expect(diagnostic["message"] == "This is wrong. Mend it.")
    #expect(diagnostic["severity"] == "ERROR" && diagnostic["code"] == ["value": "some-rule"])
    #expect(diagnostic["location"]["path"] == "flows/a b.asl.json")
    let place = diagnostic["related_locations"][0]
    #expect(
      place["message"] == "and here" && place["location"]["range"]["start"] == ["line": 3, "column": 3])
  }

  @Test func countsColumnsInBytes() {
    #expect(
      diagnostic(Sample.one)["location"]["range"]
        == ["start": ["line": 2, "column": 15], "end": ["line": 2, "column": 21]])
  }

  /// A reader takes each suggestion for a whole one.
  @Test func suggestsAllEditsAtOnce() {
    let suggestions = diagnostic(Sample.one)["suggestions"]
    #expect(
      suggestions == [
        [
          "range": ["start": ["line": 2, "column": 15], "end": ["line": 2, "column": 27]],
          "text": "\"Name\": ",
        ]
      ])
  }

  @Test func leavesOutWhatIsTooLongToSuggest() {
    let source = SourceFile(path: "f", text: String(repeating: "x", count: 5_000))
    let edits = [TextEdit(ByteRange(0, 1), ""), TextEdit(ByteRange(3_000, 3_001), "")]
    let finding = Diagnostic(
      rule: "some-rule", category: .refused, message: "m", source: source, range: ByteRange(0, 1),
      fix: Fix("t", isSafe: true, edits: edits))
    #expect(diagnostic(LintReport(files: [], diagnostics: [finding]))["suggestions"] == .null)
  }

  @Test func hasItsOwnSeverities() {
    let severities = [Diagnostics.Category.fails, .risky, .advice].map {
      diagnostic(Sample.report(at: Sample.range, $0))["severity"]
    }
    #expect(severities == ["ERROR", "WARNING", "INFO"])
  }

  @Test func keepsText() {
    let diagnostic = diagnostic(Sample.hostile)
    #expect(diagnostic["message"] == .string("\(Sample.hostileText) \(Sample.hostileText)"))
    #expect(diagnostic["suggestions"][0]["text"] == .string(Sample.hostileText))
    #expect(diagnostic["related_locations"][0]["message"] == .string(Sample.hostileText))
  }
}
