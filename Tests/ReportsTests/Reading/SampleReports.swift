import Diagnostics
import Reports
import SourceText

/// Reports to be written in every format.
enum Sample {
  /// The second line has a tab, a character of two bytes and one of two UTF-16 code units before what is found.
  static let source = SourceFile(
    path: "flows/a b.asl.json", text: "{\n\t\"é😀\": 1, \"name\": \"Go\",\n  \"end\": true\n}\n")

  /// What each format has to bring to its reader.
  static let hostileText =
    "\"q\" 'a' & &lt; <b> ]]> %0A % ::error::x, | \\ `c` *i* [l](u) #1\n\r\t\u{0}\u{1B}[31m\u{7F}\u{202E}é😀"

  /// The same where control characters cannot be, or would steer a terminal.
  static let shownHostileText =
    "\"q\" 'a' & &lt; <b> ]]> %0A % ::error::x, | \\ `c` *i* [l](u) #1\n\r\t··[31m·\u{FFFD}é😀"

  static let empty = LintReport(files: [], diagnostics: [])

  static let clean = LintReport(
    files: [LintedFile(path: "flows/a.asl.json", workflows: ["a", "b"])], diagnostics: [])

  /// `"name"` in the second line.
  static let range = range(of: "\"name\"")

  static func range(of text: String) -> ByteRange {
    let bytes = Array(text.utf8)
    let start = source.bytes.indices.first { source.bytes[$0...].starts(with: bytes) } ?? 0
    return ByteRange(UInt32(start), UInt32(start + bytes.count))
  }

  static let finding = Diagnostic(
    rule: "some-rule", category: .refused, message: "This is wrong.", help: "Mend it.", source: source,
    range: range, related: [RelatedPlace("and here", at: range(of: "\"end\""))],
    fix: Fix(
      "Rename both", isSafe: true,
      edits: [TextEdit(range(of: "\"name\""), "\"Name\""), TextEdit(range(of: "\"Go\""), "")]),
    workflow: "a b", state: "Go", pointer: "/name", predicts: "SOME_CODE")

  static let one = LintReport(
    files: [LintedFile(path: source.path, workflows: ["a b"])], diagnostics: [finding])

  static let hostile: LintReport = {
    let source = SourceFile(path: "flows/\(hostileText).json", text: "{}")
    let finding = Diagnostic(
      rule: "some-rule", category: .advice, message: hostileText, help: hostileText, source: source,
      range: ByteRange(0, 2), related: [RelatedPlace(hostileText, at: ByteRange(1, 2))],
      fix: Fix(hostileText, isSafe: false, edits: [TextEdit(ByteRange(1, 1), hostileText)]),
      workflow: hostileText, state: hostileText, pointer: "/\(hostileText)", predicts: hostileText)
    return LintReport(
      files: [LintedFile(path: source.path, workflows: [hostileText, hostileText + "2"])],
      diagnostics: [finding])
  }()

  static let all = [empty, clean, one, hostile]

  /// A report on one finding at a place of the sample.
  static func report(at range: ByteRange, _ category: Diagnostics.Category = .refused) -> LintReport {
    LintReport(
      files: [LintedFile(path: source.path, workflows: ["a b"])],
      diagnostics: [
        Diagnostic(rule: "some-rule", category: category, message: "Wrong.", source: source, range: range)
      ])
  }

  static func rule(_ id: String) -> SARIFRule? {
    SARIFRule(
      id: id, category: .refused, summary: "It is right.", rationale: "Else it is wrong.", page: "It *is*.\n",
      formerIDs: ["old-rule"])
  }
}

extension LintReport {
  var sampleSARIF: String { sarif(version: "1.2.3", describing: Sample.rule) }
}

extension Sample {
  /// A finding at the start of another file.
  static func finding(in source: SourceFile) -> Diagnostic {
    Diagnostic(
      rule: "some-rule", category: .refused, message: "Wrong.", source: source, range: ByteRange(at: 0))
  }
}
