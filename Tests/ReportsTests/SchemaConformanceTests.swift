import Diagnostics
import Reports
import TestSupport
import Testing

/// Holds the formats in JSON to the schemas that other programs read them with.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct SchemaConformanceTests {
  private func problems(_ schema: String, _ format: (LintReport) -> String) throws -> [String] {
    let schema = JSONSchema(try SharedCorpus.schema(schema))
    return Sample.all.flatMap { schema.problems(of: ReadJSON(format($0))) }
  }

  @Test func sarif() throws {
    #expect(try problems("sarif-2.1.0.json", \.sampleSARIF) == [])
    let suppressed = LintReport(
      files: Sample.one.files, diagnostics: [],
      suppressed: [SuppressedDiagnostic(Sample.finding, Suppression(.elsewhere, reason: "Why not?"))])
    let schema = JSONSchema(try SharedCorpus.schema("sarif-2.1.0.json"))
    #expect(schema.problems(of: ReadJSON(suppressed.sampleSARIF)) == [])
  }

  @Test func gitlab() throws {
    #expect(try problems("gitlab-codequality.schema.json") { $0.gitlabCodeQuality() } == [])
  }

  @Test func reviewdog() throws {
    #expect(try problems("rdf-DiagnosticResult.json") { $0.reviewdog() } == [])
  }

  /// The check of the check.
  @Test func mistakesAreSeen() throws {
    let schema = JSONSchema(try SharedCorpus.schema("sarif-2.1.0.json"))
    func problems(_ old: String, _ new: String) -> [String] {
      let report = Sample.one.sampleSARIF
      #expect(report.contains(old))
      return schema.problems(of: ReadJSON(report.replacing(old, with: new)))
    }
    #expect(problems(#""level":"error""#, #""level":"fatal""#).count == 2)
    #expect(problems(#""startColumn":"#, #""firstColumn":"#).count == 4)
    #expect(problems(#""ruleIndex":0"#, #""ruleIndex":-2"#).count == 1)
    #expect(problems(#""ruleIndex":0"#, #""ruleIndex":"0""#).count == 1)
    #expect(problems(#""id":"some-rule","#, "").count == 1)
    #expect(problems(#""replacements":["#, #""replacement":["#).count == 2)
  }
}
