import Discovery
import Linting
import Rules
import TestSupport
import Testing

/// The fixtures of other linters: we agree with what they expect, or a fact about AWS decides against them.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct PeerVerdictTests {
  @Test func agreeWithOursExceptWhereAFactDecides() throws {
    let exceptions = try Self.exceptions()
    let units = try CorpusUnit.all(kinds: ["h"]).filter { $0.verdict == "valid" || $0.verdict == "invalid" }
    #expect(units.count > 200)
    for unit in units {
      let errors = try errors(in: unit)
      let verdict = errors.isEmpty ? "valid" : "invalid"
      if let theirs = exceptions[unit.id] {
        #expect(theirs == unit.verdict && verdict != theirs, "\(unit) is no exception any more")
      } else {
        #expect(verdict == unit.verdict, "\(unit) \(errors.map(\.message))")
      }
    }
    #expect(Set(exceptions.keys).isSubset(of: units.map(\.id)))
  }

  /// Their verdict by unit. Each row ends in a reason.
  private static func exceptions() throws -> [String: String] {
    let path = #filePath.replacing("PeerVerdictTests.swift", with: "peer-exceptions.tsv")
    let rows = try TestFiles.text(path).split(separator: "\n").filter { !$0.hasPrefix("#") }
    return try rows.reduce(into: [:]) { result, row in
      let columns = row.split(separator: "\t").map(String.init)
      try #require(columns.count == 3)
      result[columns[0]] = columns[1]
    }
  }

  private func errors(in unit: CorpusUnit) throws -> [Diagnostic] {
    let source = SourceFile(path: unit.path, bytes: try TestFiles.read(unit.path))
    guard let document = Discovery().document(source, origin: .named) else { return [] }
    return Linter(rules: catalog).lint(document).diagnostics.filter { $0.severity == .error }
  }
}
