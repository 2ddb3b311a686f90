import Expressions
import SourceText
import Syntax
import TestSupport
import Testing

@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct PipelineReferenceCorpusTests {
  @Test func takesWhatItShould() throws {
    let cases = try ExpressionCase.all("pipeline-references.jsonl")
    #expect(cases.count == 168)
    for test in cases {
      let isExpected = test.tree.value(test.object, "expect").flatMap(test.tree.boolean)
      #expect((problem(of: test) == nil) == isExpected, "\(test.text)")
    }
  }

  private func problem(of test: ExpressionCase) -> ReferenceProblem? {
    guard test.tree.value(test.object, "kind").map({ test.tree.text($0, is: "Get") }) == true else {
      return withBytes(test.text, JSONGetPath.parse).problem
    }
    return withBytes(test.text, PipelineReference.parse).problem
  }

  @Test func partsAreThoseOfTheCorpus() throws {
    var count = 0
    for test in try ExpressionCase.all("pipeline-references.jsonl") {
      let tree = test.tree
      if let expected = tree.value(test.object, "ast") {
        let reference = withBytes(test.text, PipelineReference.parse)
        let name = tree.elements(try #require(tree.value(expected, "range"))).map { tree.integer($0) }
        #expect(reference.name == test.range(name[0], name[1]), "\(test.text)")
        expect(reference.segments, try #require(tree.value(expected, "segs")), in: test)
        count += reference.segments.count
      } else if let expected = tree.value(test.object, "segs") {
        let path = withBytes(test.text, JSONGetPath.parse)
        expect(path.segments, expected, in: test)
        count += path.segments.count
      }
    }
    #expect(count > 190)
  }

  private func expect(_ segments: [ReferenceSegment], _ rows: NodeID, in test: ExpressionCase) {
    let tree = test.tree
    let expected = tree.elements(rows)
    #expect(segments.count == expected.count, "\(test.text)")
    for (segment, row) in zip(segments, expected) {
      let range = test.range(
        tree.value(row, "s").flatMap(tree.integer), tree.value(row, "e").flatMap(tree.integer))
      #expect(segment.range == range, "\(test.text)")
      func text(_ names: StaticString...) -> String? {
        names.compactMap { tree.value(row, $0) }.first.map(tree.text)
      }
      switch segment.selector {
      case .member(let name):
        #expect(text("k") == "name" && text("name") == part(name, of: test.text), "\(test.text)")
      case .key(let key):
        let key = withBytes(test.text) { key.text(in: $0) }
        #expect(text("k") == "key" && text("key", "v") == key, "\(test.text)")
      case .index(let index):
        #expect(text("k") == "index" && text("i", "v") == String(index), "\(test.text)")
      }
    }
  }
}
