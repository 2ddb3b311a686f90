import Diagnostics
import SourceText

extension LintReport {
  /// Reviewdog's diagnostic format as one JSON object, called rdjson. Columns count bytes of UTF-8.
  public func reviewdog() -> String {
    var lines = LineIndexes(diagnostics)
    let rows = JSON.rows(diagnostics) { diagnostic in
      diagnostic.reviewdog(path: root.relative(diagnostic.source.path), lines[diagnostic.source])
    }
    let report: JSON = ["source": ["name": "Stateline"], "diagnostics": .written(rows)]
    return report.compact + "\n"
  }
}

extension Diagnostic {
  fileprivate func reviewdog(path: String, _ lines: LineIndex) -> JSON {
    func location(_ range: ByteRange) -> JSON { ["path": .string(path), "range": lines.reviewdog(range)] }
    var members: [(name: String, value: JSON)] = [
      ("message", .string(advice)), ("location", location(range)),
      ("severity", .string(severity.reviewdogName)), ("code", ["value": .string(rule)]),
    ]
    if !related.isEmpty {
      let places = related.map { place -> JSON in
        ["message": .string(place.message), "location": location(place.range)]
      }
      members.append(("related_locations", .array(places)))
    }
    if let edit = fix?.wholeEdit(of: source) {
      let suggestion: JSON = ["range": lines.reviewdog(edit.range), "text": .string(edit.text)]
      members.append(("suggestions", .array([suggestion])))
    }
    return .object(members)
  }
}

extension Fix {
  /// More bytes than that are no suggestion that somebody reads beside the code.
  private static let longestSuggestion: UInt32 = 2_000

  /// All edits and what is between them as one, since each suggestion stands for itself; nil if that is too much.
  fileprivate func wholeEdit(of source: SourceFile) -> TextEdit? {
    guard let first = edits.first, let last = edits.last,
      last.range.end - first.range.start <= Self.longestSuggestion
    else { return nil }
    var text = ""
    var position = first.range.start
    for edit in edits {
      guard edit.range.start >= position else { return nil }
      text += source.text(in: ByteRange(position, edit.range.start)) + edit.text
      position = edit.range.end
    }
    return TextEdit(ByteRange(first.range.start, position), text)
  }
}

extension LineIndex {
  fileprivate func reviewdog(_ range: ByteRange) -> JSON {
    ["start": reviewdog(range.start), "end": reviewdog(range.end)]
  }

  private func reviewdog(_ offset: UInt32) -> JSON {
    let position = position(at: offset, columnsIn: .bytes)
    return ["line": .integer(position.line), "column": .integer(position.column)]
  }
}

extension Severity {
  fileprivate var reviewdogName: String { self == .note ? "INFO" : rawValue.uppercased() }
}
