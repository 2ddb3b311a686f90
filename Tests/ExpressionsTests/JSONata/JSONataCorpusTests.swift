import Expressions
import SourceText
import Syntax
import TestSupport
import Testing

/// What the reference implementation of JSONata 2.0.6 says of thousands of expressions.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct JSONataCorpusTests {
  /// Expressions that the reference judges otherwise, and why that is right.
  private static let exceptions: [String: String] = [
    "mut/00001": "JavaScript refuses to repeat `$`, but Java does not, which Step Functions may use"
  ]

  @Test(arguments: ["jsonata-syntax.jsonl", "jsonata-suite.jsonl"])
  func verdictsAgree(file: String) throws {
    let cases = try JSONataCase.all(of: file)
    #expect(cases.count > 1_000)
    for item in cases where Self.exceptions[item.id] == nil {
      let verdict = try #require(item.verdict, "\(item)")
      switch item.parse() {
      case .success: #expect(verdict.code == nil, "\(item)")
      case .failure(let error):
        #expect(verdict.code == error.kind.code ?? "JS:SyntaxError", "\(item) \(error)")
        expectPlace(of: error, verdict, item)
      }
    }
  }

  /// The reference names one position, which is the end of a token or the start, by the kind of the error.
  private func expectPlace(of error: JSONataError, _ verdict: JSONataCase.Verdict, _ item: JSONataCase) {
    let offsets = item.utf16Offsets
    let start = offsets[Int(error.range.start)]
    let end = offsets[Int(error.range.end)]
    // Only one of the files has it.
    let expectedStart = verdict.start ?? (error.kind == .operatorOfLaterVersion ? start + 1 : start)
    switch error.kind {
    case .unclosedComment, .numberOutOfRange: #expect(start == verdict.position, "\(item) \(error)")
    case .unknownEscape, .badUnicodeEscape: #expect(start == verdict.position, "\(item) \(error)")
    case .emptyRegex: #expect(end - 1 == verdict.position, "\(item) \(error)")
    case .operatorOfLaterVersion:
      #expect(end == verdict.position && start + 1 == expectedStart, "\(item) \(error)")
    case .typeParametersNotAllowed, .typeParametersInChoice, .assignmentToExpression,
      .bindingToExpression, .parameterIsNotVariable:
      #expect(start == expectedStart, "\(item) \(error)")
    case .noParent, .danglingQuantifier, .tooDeep: break
    default: #expect(start == expectedStart && end == verdict.position, "\(item) \(error)")
    }
  }

  @Test func treesAndRangesAgree() throws {
    let cases = try JSONataCase.all(of: "jsonata-ranges.jsonl")
    #expect(cases.count > 1_000)
    for item in cases {
      let expected = CollectedTreeDump(item.tree, try #require(item["raw"])).text
      let expression = try item.parse().get()
      #expect(JSONataTreeDump(expression, utf16Offsets: item.utf16Offsets).text == expected, "\(item)")
    }
  }

  /// In definitions that Step Functions accepts every expression parses, and none reads a context item.
  @Test func acceptedDefinitionsHaveAcceptedExpressions() throws {
    var count = 0
    for unit in try CorpusUnit.all() where unit.verdict == "valid" && unit.language != "JSONPath" {
      for text in try expressions(inFileAt: unit.path) {
        count += 1
        do throws(JSONataError) {
          let expression = try JSONataExpression.parse(Array(text.utf8))
          let reads = expression.uses().contextReads.map { expression.name($0.node) }
          #expect(reads == [], "\(unit) \(text)")
        } catch {
          Issue.record("\(unit) \(text) \(error)")
        }
      }
    }
    #expect(count > 150)
  }

  private func expressions(inFileAt path: String) throws -> [String] {
    let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    let source = SourceFile(path: path, bytes: try TestFiles.read(path))
    let tree = SyntaxTree.read(source, as: isYAML ? .yaml : .json)
    return tree.nodes.indices.map { NodeID(UInt32($0)) }.compactMap { id in
      guard tree.kind(id) == .string else { return nil }
      let text = tree.text(id)
      guard text.hasPrefix("{%"), text.hasSuffix("%}"), text.utf8.count >= 4 else { return nil }
      return String(text.dropFirst(2).dropLast(2))
    }
  }
}
