import Diagnostics
import SourceText

extension LintReport {
  /// For programs: one JSON object, version 1.
  public func json() -> String {
    var lines = LineIndexes(diagnostics)
    let summary: JSON = [
      "files": .integer(files.count), "workflows": .integer(workflowCount),
      "errors": .integer(count(of: .error)), "warnings": .integer(count(of: .warning)),
      "notes": .integer(count(of: .note)), "suppressed": .integer(suppressed.count),
    ]
    let report: JSON = [
      "version": 1, "summary": summary,
      "diagnostics": .array(diagnostics.map { $0.json(lines[$0.source]) }),
    ]
    return report.indented + "\n"
  }

  /// For programs that read as they go: each finding on a line of its own.
  public func jsonLines() -> String {
    var lines = LineIndexes(diagnostics)
    return diagnostics.reduce(into: "") { $0 += $1.json(lines[$1.source]).compact + "\n" }
  }
}

extension Diagnostic {
  fileprivate func json(_ lines: LineIndex) -> JSON {
    [
      "rule": .string(rule), "category": .string(category.rawValue),
      "certainty": .string(certainty.rawValue), "severity": .string(severity.rawValue),
      "message": .string(message), "help": .optional(help),
      "file": .string(source.path), "range": lines.json(range),
      "workflow": .optional(workflow), "state": .optional(state), "pointer": .optional(pointer),
      "predicts": .optional(predicts), "fingerprint": .string(fingerprint),
      "related": .array(
        related.map { place in
          [
            "message": .string(place.message), "file": .string(source.path),
            "range": lines.json(place.range),
          ]
        }),
      "fixes": .array(fix.map { [$0.json(lines)] } ?? []),
    ]
  }
}

extension Fix {
  fileprivate func json(_ lines: LineIndex) -> JSON {
    [
      "title": .string(title), "safe": .boolean(isSafe),
      "edits": .array(edits.map { ["range": lines.json($0.range), "text": .string($0.text)] }),
    ]
  }
}

extension LineIndex {
  fileprivate func json(_ range: ByteRange) -> JSON {
    ["start": json(position(at: range.start)), "end": json(position(at: range.end))]
  }

  private func json(_ position: Position) -> JSON {
    [
      "line": .integer(position.line), "column": .integer(position.column),
      "offset": .integer(position.offset),
    ]
  }
}
