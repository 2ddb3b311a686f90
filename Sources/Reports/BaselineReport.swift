import Diagnostics
import SourceText

extension LintReport {
  /// The findings as a baseline: what a later run need not show. A line for each, in an order that changes little when
  /// findings come and go.
  ///
  /// - Parameter name: What a file is called there.
  public func baseline(naming name: (_ path: String) -> String) -> String {
    let entries = diagnostics.map { diagnostic in
      let file = name(diagnostic.source.path)
      return Entry(
        file: file, rule: diagnostic.rule, message: diagnostic.message,
        fingerprint: diagnostic.fingerprint(inFile: file))
    }
    let rows = JSON.rows(entries.sorted()) { entry in
      [
        "fingerprint": .string(entry.fingerprint), "rule": .string(entry.rule), "file": .string(entry.file),
        "message": .string(entry.message),
      ]
    }
    return "{\n\"version\": 1,\n\"findings\": \(rows)\n}\n"
  }

  private struct Entry: Comparable {
    let file: String
    let rule: String
    let message: String
    let fingerprint: String

    static func < (left: Entry, right: Entry) -> Bool {
      (left.file, left.rule, left.message, left.fingerprint)
        < (right.file, right.rule, right.message, right.fingerprint)
    }
  }
}
