import Discovery
import Linting
import Rules
import TestSupport
import Testing

/// The rules over real definitions, many of them with the answer that AWS gave.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct StatesLanguageCorpusTests {
  /// What Stateline says of a unit's primary file; nil if it holds no workflow.
  private func lint(_ unit: CorpusUnit) throws -> [Diagnostic]? {
    let source = SourceFile(path: unit.path, bytes: try TestFiles.read(unit.path))
    return Discovery().document(source, origin: .named).map { Linter(rules: catalog).lint($0).diagnostics }
  }

  private func texts(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.rule): \($0.message)" }
  }

  @Test func acceptedDefinitionsHaveNoErrors() throws {
    let units = try CorpusUnit.all(kinds: ["g"]).filter { $0.verdict == "valid" }
    #expect(units.count > 250)
    for unit in units {
      let errors = try #require(try lint(unit), "\(unit)").filter { $0.severity == .error }
      #expect(texts(errors) == [], "\(unit)")
    }
  }

  /// `oracle.tsv` says which files a strict parser reads.
  @Test func whatAStrictParserReadsIsRead() throws {
    let folder = try SharedCorpus.path("asl")
    let rows = try TestFiles.text("\(folder)/oracle.tsv").split(separator: "\n").dropFirst()
    let readable = Set(
      rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        .filter { $0[4].hasSuffix("ok") }.map { String($0[0]) })
    let unreadableText: Set<String> = [
      "invalid-json", "invalid-yaml", "invalid-encoding", "foreign-template",
    ]
    var count = 0
    for unit in try CorpusUnit.all(kinds: ["a", "b", "g"]) where readable.contains(unit.id) {
      let found = try lint(unit)?.filter { unreadableText.contains($0.rule) } ?? []
      #expect(texts(found) == [], "\(unit)")
      count += 1
    }
    #expect(count > 700)
  }

  /// What is underlined is a bracket, or text that the message or its help speaks of.
  @Test func rangesLieOnWhatMessagesName() throws {
    var count = 0
    for unit in try CorpusUnit.all(kinds: ["a", "b", "g", "h"]) {
      for diagnostic in try lint(unit) ?? [] {
        let text = diagnostic.source.text(in: diagnostic.range)
        let said = diagnostic.message + (diagnostic.help ?? "")
        #expect(Int(diagnostic.range.end) <= diagnostic.source.bytes.count)
        #expect(isNamed(text, in: said, by: diagnostic.rule), "\(unit) \(diagnostic.rule) \(text): \(said)")
        count += 1
      }
    }
    #expect(count > 500)
  }

  private func isNamed(_ text: String, in said: String, by rule: String) -> Bool {
    let bare = text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
    if said.contains(bare) || ["{", "["].contains(text) { return true }
    switch rule {
    // These messages say what is wrong with the text instead of repeating it.
    case "invalid-json", "invalid-yaml", "invalid-encoding", "foreign-template", "wrong-value-type",
      "state-name-too-long", "no-terminal-state", "unknown-query-language":
      return true
    default:
      return said.contains(bare.replacing("\\\"", with: "\""))
    }
  }

  @Test func everyFileIsSurvived() throws {
    for unit in try CorpusUnit.all() { _ = try lint(unit) }
  }
}
