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
      let rules = try #require(PipelineFaults.rules[unit.expectedRule], "\(unit): \(unit.expectedRule)")
      let hits = found.filter {
        rules.contains($0.rule) && ($0.pointer.map { $0.isInside(unit.expectedPointer) } ?? false)
      }
      #expect(!hits.isEmpty, "\(unit): \(found.map(\.shown))")
    }
  }

  @Test func eachFaultHasRulesThatThereAre() {
    let ids = Set(catalog.map(\.id))
    for (fault, rules) in PipelineFaults.rules {
      #expect(!rules.isEmpty && ids.isSuperset(of: rules), "\(fault)")
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

extension PipelineUnit {
  fileprivate func lint() throws -> [Diagnostic] {
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
