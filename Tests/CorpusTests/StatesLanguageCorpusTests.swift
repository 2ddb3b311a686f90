import TestSupport
import Testing

/// The release build over real definitions, many of them with the answer that AWS gave.
@Suite(
  .enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)),
  .enabled(if: BuiltProgram.path != nil, Comment(rawValue: BuiltProgram.missing)))
struct StatesLanguageCorpusTests {
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
    let units = try CorpusUnit.all(kinds: ["a", "b", "g"]).filter { readable.contains($0.id) }
    #expect(units.count > 700)
    let run = try CorpusRun(units)
    for unit in units {
      let unread = run[unit].filter { unreadableText.contains($0.rule) }
      #expect(unread.map(\.description) == [], "\(unit)")
    }
  }

  /// What is underlined is a bracket, or text that the message or its help speaks of.
  @Test func rangesLieOnWhatMessagesName() throws {
    let units = try CorpusUnit.all(kinds: ["a", "b", "g", "h"])
    let run = try CorpusRun(units)
    #expect(run.count > 500)
    for unit in units where !run[unit].isEmpty {
      let bytes = try TestFiles.read(unit.path)
      for finding in run[unit] {
        let range = finding.offsets
        #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        let text = String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
        #expect(isNamed(text, by: finding), "\(unit) \(text) \(finding)")
      }
    }
  }

  private func isNamed(_ text: String, by finding: CorpusRun.Finding) -> Bool {
    let isQuoted = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
    let bare = isQuoted ? String(text.dropFirst().dropLast()) : text
    let said = finding.message + finding.help
    if said.contains(bare) || said.contains(bare.replacing("\\\"", with: "\"")) { return true }
    switch finding.rule {
    // These messages say what is wrong with the text instead of repeating it.
    case "invalid-json", "invalid-yaml", "invalid-encoding", "foreign-template", "wrong-value-type",
      "state-name-too-long", "no-terminal-state", "unknown-query-language":
      return true
    // These point into a string: at a part of one line, not at nothing.
    case "invalid-path", "invalid-intrinsic", "function-in-path", "failing-intrinsic", "invalid-label",
      "invalid-jsonata":
      return !text.isEmpty && !text.contains(where: \.isNewline)
    default:
      return text == "{" || text == "["
    }
  }

  @Test func everyFileIsSurvived() throws {
    let run = try CorpusRun(try CorpusUnit.all())
    #expect(run.count > 500)
  }
}
