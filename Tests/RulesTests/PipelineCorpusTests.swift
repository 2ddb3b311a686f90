import Discovery
import Linting
import Rules
import TestSupport
import Testing

/// The rules about pipelines over collected definitions: each fault is found where it is, and nothing else is an error.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct PipelineCorpusTests {
  @Test func faultsAreFoundWhereTheyAre() throws {
    let units = try PipelineUnit.all().filter { $0.kind == "invalid" }
    #expect(units.count == 58)
    for unit in units {
      let found = try unit.lint()
      let hits = found.filter { $0.pointer.map { $0.isInside(unit.expectedPointer) } ?? false }
      #expect(!hits.isEmpty, "\(unit): \(found.map(\.shown))")
    }
  }

  /// One root cause makes one error.
  @Test func faultsMakeOneError() throws {
    for unit in try PipelineUnit.all() where unit.kind == "invalid" {
      let errors = try unit.lint().filter { $0.severity == .error }
      #expect(errors.count <= 1, "\(unit): \(errors.map(\.shown))")
    }
  }

  @Test func otherDefinitionsHaveNoError() throws {
    let units = try PipelineUnit.all().filter { $0.kind != "invalid" }
    #expect(units.count == 68)
    for unit in units {
      let errors = try unit.lint().filter { $0.severity == .error }
      #expect(errors.isEmpty == !unit.isReallyFaulty, "\(unit): \(errors.map(\.shown))")
    }
  }
}

/// A line of `pipelines/manifest.jsonl`.
private struct PipelineUnit: CustomStringConvertible {
  let file: String
  let kind: String
  let expectedPointer: String
  /// Whether the fault that its manifest names is an error in a definition that somebody published.
  let isReallyFaulty: Bool

  var description: String { file }

  static func all() throws -> [PipelineUnit] {
    let path = try SharedCorpus.path("pipelines/manifest.jsonl")
    return try TestFiles.text(path).split(separator: "\n").map { line in
      let tree = SyntaxTree.read(SourceFile(path: path, text: String(line)), as: .json)
      let root = try #require(tree.roots.first)
      func text(_ name: StaticString) -> String { tree.value(root, name).map(tree.text) ?? "" }
      let oracle = tree.value(root, "oracle").map(tree.elements) ?? []
      return PipelineUnit(
        file: text("file"), kind: text("kind"), expectedPointer: text("expected_pointer"),
        isReallyFaulty: oracle.contains { tree.value($0, "severity").map(tree.text) == "error" })
    }
  }

  func lint() throws -> [Diagnostic] {
    let path = try SharedCorpus.path("pipelines/\(file)")
    let source = SourceFile(path: path, bytes: try TestFiles.read(path))
    let document = try #require(Discovery().document(source, origin: .named))
    return Linter(rules: catalog).lint(document).diagnostics
  }
}

extension Diagnostic {
  fileprivate var shown: String { "\(severity) \(rule) \(pointer ?? "-"): \(message)" }
}

extension String {
  fileprivate func isInside(_ pointer: String) -> Bool { self == pointer || hasPrefix(pointer + "/") }
}
