import SourceText
import Syntax
import TestSupport
import Testing

/// JSONTestSuite: `y_` files must be accepted, `n_` files refused, and `i_` files may be either.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct JSONTestSuiteTests {
  private func trees(_ prefix: String, as notation: Notation = .json) throws -> [SyntaxTree] {
    let folder = try SharedCorpus.path("json/test_parsing")
    return try TestFiles.names(in: folder).filter { $0.hasPrefix(prefix) }.map { name in
      SyntaxTree.read(SourceFile(path: name, bytes: try TestFiles.read("\(folder)/\(name)")), as: notation)
    }
  }

  /// RFC 8259 allows repeated names, and says that they are trouble.
  @Test func acceptsWhatIsJSON() throws {
    let trees = try trees("y_")
    #expect(trees.count == 95)
    for tree in trees {
      #expect(tree.defects.allSatisfy { $0.kind == .duplicateKey }, "\(tree.source.path): \(tree.problems)")
      #expect(tree.brokenPromises == [], "\(tree.source.path)")
    }
  }

  @Test func refusesWhatIsNot() throws {
    let trees = try trees("n_")
    #expect(trees.count == 188)
    for tree in trees {
      #expect(tree.defects.contains { $0.kind != .duplicateKey }, "\(tree.source.path)")
      #expect(tree.brokenPromises == [], "\(tree.source.path)")
    }
  }

  @Test(arguments: Notation.allCases)
  func survivesEverything(_ notation: Notation) throws {
    let trees = try trees("", as: notation)
    #expect(trees.count == 318)
    for tree in trees { #expect(tree.brokenPromises == [], "\(tree.source.path)") }
  }
}
