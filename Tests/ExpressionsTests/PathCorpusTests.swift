import Expressions
import SourceText
import Syntax
import TestSupport
import Testing

@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct PathCorpusTests {
  /// What the corpus takes and we doubt: engines differ, or the documentation contradicts what passes.
  static let doubted: Set<PathProblem.Kind> = [.doubleQuotedName, .script]

  @Test func profilesTakeWhatTheyShould() throws {
    let cases = try ExpressionCase.all("jsonpath.jsonl")
    #expect(cases.count > 450)
    let profiles: [(StaticString, Path.Profile)] = [
      ("path", .path), ("reference_path", .referencePath), ("result_path", .resultPath),
    ]
    for test in cases {
      let path = withBytes(test.text, Path.parse)
      let expect = try #require(test.tree.value(test.object, "expect"))
      for (key, profile) in profiles {
        let isAccepted = path.problems(for: profile).allSatisfy {
          $0.kind.isTolerated || Self.doubted.contains($0.kind)
        }
        let isExpected = test.tree.value(expect, key).flatMap(test.tree.boolean)
        #expect(isAccepted == isExpected, "\(test.text) as \(profile): \(path.problems(for: profile))")
      }
    }
  }

  @Test func templatesTakeWhatTheyShould() throws {
    for test in try ExpressionCase.all("jsonpath.jsonl") {
      let value = withBytes(test.text, TemplateValue.parse)
      var isAccepted = value.paths.flatMap(\.problems).allSatisfy {
        $0.kind.isTolerated || Self.doubted.contains($0.kind)
      }
      if case .intrinsic(let intrinsic) = value, !intrinsic.problems.isEmpty { isAccepted = false }
      let expect = try #require(test.tree.value(test.object, "expect"))
      let isExpected = test.tree.value(expect, "template").flatMap(test.tree.boolean)
      #expect(isAccepted == isExpected, "\(test.text): \(value)")
    }
  }

  /// A problem is not certain if an engine that Step Functions may use takes the path.
  @Test func certaintyFollowsTheEngines() throws {
    for test in try ExpressionCase.all("jsonpath.jsonl") {
      let path = withBytes(test.text, Path.parse)
      let isTaken = ["jayway_2_0_0", "jayway_head"].contains { engine in
        test.tree.members(test.object).contains {
          test.tree.text($0.key) == engine && test.tree.boolean($0.value) == true
        }
      }
      for problem in path.problems where isTaken && problem.isCertain && !problem.kind.isTolerated {
        // Decided: a path starts with `$`, though an engine adds it.
        let isDecided = problem.kind == .missingRoot
        // A placeholder `[?]` compiles, but the engine is never given the filter to put there.
        let isPlaceholder = problem.kind == .filterWithoutParentheses
        #expect(isDecided || isPlaceholder, "\(test.text): \(problem)")
      }
    }
  }

  @Test func segmentsAreThoseOfTheCorpus() throws {
    var count = 0
    for test in try ExpressionCase.all("jsonpath.jsonl") {
      guard let segments = test.tree.value(test.object, "segments") else { continue }
      let path = withBytes(test.text, Path.parse)
      #expect(path.isComplete, "\(test.text)")
      let expected = test.tree.elements(segments)
      #expect(path.segments.count == expected.count, "\(test.text)")
      for (segment, row) in zip(path.segments, expected) {
        let fields = Fields(test.tree, row)
        #expect(segment.range == test.range(fields.integer("s"), fields.integer("e")), "\(test.text)")
        expect(segment.selector, fields, in: test.text)
        count += 1
      }
    }
    #expect(count > 700)
  }

  private func expect(_ selector: Path.Selector, _ fields: Fields, in text: String) {
    switch selector {
    case .name(let name):
      let name = withBytes(text) { name.text(in: $0) }
      #expect(fields.text("k") == "name" && fields.text("name") == name, "\(text)")
    case .names(let names):
      let names = withBytes(text) { bytes in names.map { $0.text(in: bytes) } }
      #expect(fields.texts("names") == names, "\(text)")
    case .index(let index): #expect(fields.integer("i") == Int(index), "\(text)")
    case .indexes(let indexes):
      #expect(fields.texts("v") == indexes.map(String.init), "\(text)")
    case .slice(let from, let to):
      #expect(fields.text("a") == from.map { String($0) } ?? "null", "\(text)")
      #expect(fields.text("b") == to.map { String($0) } ?? "null", "\(text)")
    case .wildcard: #expect(fields.text("k") == "wild", "\(text)")
    case .filter(let range): #expect(fields.text("expr") == part(range, of: text), "\(text)")
    case .fromEnd: #expect(fields.text("k") == "script", "\(text)")
    case .function(let name): #expect(fields.text("name") == part(name, of: text), "\(text)")
    }
  }
}

/// The fields of one row of the corpus, by name.
private struct Fields {
  let tree: SyntaxTree
  let row: NodeID

  init(_ tree: SyntaxTree, _ row: NodeID) {
    self.tree = tree
    self.row = row
  }

  func text(_ name: StaticString) -> String? { tree.value(row, name).map(tree.text) }
  func integer(_ name: StaticString) -> Int? { tree.value(row, name).flatMap(tree.integer) }
  func texts(_ name: StaticString) -> [String]? {
    tree.value(row, name).map { tree.elements($0).map(tree.text) }
  }
}
