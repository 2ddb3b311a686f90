import Diagnostics
import Reports
import SourceText
import Testing

@Suite struct GitHubReportTests {
  /// A command as the runner reads it.
  private struct Command: Equatable {
    var name: Substring = ""
    var properties: [String: String] = [:]
    var message = ""

    init?(_ line: Substring) {
      guard let parts = line.wholeMatch(of: /::(error|warning|notice) ([^:]*)::(.*)/) else { return nil }
      name = parts.1
      for property in parts.2.split(separator: ",") {
        let pair = property.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return nil }
        properties[String(pair[0])] = Self.unescaped(
          pair[1].replacing("%2C", with: ",").replacing("%3A", with: ":"))
      }
      message = Self.unescaped(parts.3)
    }

    private static func unescaped(_ text: Substring) -> String {
      String(text.replacing("%0A", with: "\n").replacing("%0D", with: "\r").replacing("%25", with: "%"))
    }
  }

  private func commands(_ report: LintReport) -> [Command?] {
    report.githubAnnotations().split(separator: "\n").map { Command($0) }
  }

  @Test func saysNothingWithoutFindings() {
    #expect(Sample.clean.githubAnnotations() == "")
  }

  @Test func annotatesALine() {
    let line = """
      ::error file=flows/a b.asl.json,line=2,endLine=2,col=11,endColumn=17,title=Stateline%3A some-rule\
      ::flows/a b.asl.json:2:11: This is wrong. Mend it.

      """
    #expect(Sample.one.githubAnnotations() == line)
  }

  @Test func hasNoColumnsForSeveralLines() {
    let command = commands(Sample.report(at: ByteRange(0, Sample.source.range.end), .advice))[0]
    #expect(command?.name == "notice")
    #expect(
      command?.properties == [
        "file": "flows/a b.asl.json", "line": "1", "endLine": "5", "title": "Stateline: some-rule",
      ])
  }

  @Test func namesWarnings() {
    #expect(commands(Sample.report(at: Sample.range, .risky))[0]?.name == "warning")
  }

  @Test func isOneLineWhateverTheText() {
    let commands = commands(Sample.hostile)
    #expect(commands.count == 1)
    let text = Sample.shownHostileText.replacing("\t", with: "·")
    #expect(commands[0]?.properties["file"] == "flows/\(text).json")
    #expect(commands[0]?.message == "flows/\(text).json:1:1: \(text) \(text)")
  }

  @Test func namesFilesFromTheRoot() {
    let source = SourceFile(path: "/repo/x/../flows/./a.json", text: "{}")
    let report = LintReport(
      files: [], diagnostics: [Sample.finding(in: source)], root: ReportRoot("/repo"))
    #expect(commands(report)[0]?.properties["file"] == "flows/a.json")
  }
}
