import Diagnostics
import Reports
import SourceText
import Testing

@Suite struct FixReportTests {
  /// The lines of a file are counted only as far as a report needs them.
  @Test func editsBehindTheFindingHaveTheirPlace() {
    let source = SourceFile(path: "f", text: "one\ntwo\nthree\nfour\n")
    let edits = [TextEdit(ByteRange(9, 11), "")]
    let finding = Diagnostic(
      rule: "r", category: .advice, message: "m", source: source, range: ByteRange(0, 3),
      fix: Fix("t", isSafe: true, edits: edits))
    let report = LintReport(files: [], diagnostics: [finding]).jsonLines()
    #expect(
      report.contains(#""start":{"line":3,"column":2,"offset":9},"end":{"line":3,"column":4,"offset":11}"#))
  }
}
