import Discovery
import Linting
import Rules
import TestSupport
import Testing

@Suite struct SamplesTests {
  private func lint(_ sample: String) throws -> [Diagnostic] {
    let source = SourceFile(path: sample, bytes: try TestFiles.read("\(SampleFiles.folder)/\(sample)"))
    let document = try #require(Discovery().document(source, origin: .named))
    try #require(document.definitions.count == 1)
    return Linter(rules: catalog).lint(document).diagnostics
  }

  @Test func samplesAreFound() throws {
    #expect(try SampleFiles.definitions().count >= 11)
    #expect(try SampleFiles.definitions(in: "faulty/").count >= 1)
  }

  /// What shows a design that may get advice, but has no fault.
  private static let advised: Set = ["refresh-catalogue.json"]

  /// Not even a note: what people copy should be as good as we know how.
  @Test(arguments: try SampleFiles.definitions())
  func sampleIsClean(_ sample: String) throws {
    let found = try lint(sample).filter { $0.severity != .note || !Self.advised.contains(sample) }
    #expect(found.map { "\($0.severity) \($0.rule): \($0.message)" } == [])
  }

  /// `faulty.txt` lists what is found in them. With `STATELINE_BLESS=1` in the environment it is rewritten.
  @Test func faultySamplesYieldWhatIsListed() throws {
    let path = SampleFiles.project("Tests/SamplesTests/faulty.txt")
    let actual = try SampleFiles.definitions(in: "faulty/").map(listing).joined()
    if TestFiles.environment("STATELINE_BLESS") == "1" { try TestFiles.write(actual, to: path) }
    #expect(try TestFiles.text(path) == actual)
  }

  /// A line for each finding: place, severity, rule.
  private func listing(_ sample: String) throws -> String {
    try lint(sample).map { diagnostic in
      let line = LineIndex(diagnostic.source).line(at: diagnostic.range.start)
      return "\(sample):\(line) \(diagnostic.severity) \(diagnostic.rule)\n"
    }.joined()
  }

  @Test func everySampleIsInTheIndex() throws {
    let index = try TestFiles.text("\(SampleFiles.folder)/README.md")
    let linked = index.matches(of: /\]\(([^)]+)\)/).map { String($0.output.1) }.filter {
      !$0.hasPrefix("../")
    }
    let samples = try ["", "faulty/", "house-rules/"].flatMap { try SampleFiles.definitions(in: $0) }
    #expect(linked.sorted() == samples.sorted())
  }
}
