import Expressions
import SourceText
import Syntax
import TestSupport
import Testing

@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct IntrinsicCorpusTests {
  /// The kinds that stand for the corpus' codes.
  static let codes: [String: Set<IntrinsicProblem.Kind>] = [
    "I001": [.notAnExpression, .missingName, .missingParenthesis], "I002": [.unknownFunction],
    "I003": [.blankBeforeParenthesis], "I004": [.missingSeparator], "I005": [.invalidArgument],
    "I006": [.unterminatedString], "I007": [.invalidEscape], "I008": [.doubleQuotes],
    "I009": [.textAfterCall], "I010": [.wrongArgumentCount], "I011": [.wrongArgumentType],
    "I012": [.unknownHashAlgorithm], "I013": [.deepMerge], "I014": [.sizeNotPositive, .zeroStep],
    "I015": [.placeholderCount], "I016": [.rangeTooLong], "I017": [.nestingTooDeep],
  ]

  @Test func verdictsAreThoseOfTheCorpus() throws {
    let cases = try ExpressionCase.all("intrinsics.jsonl")
    #expect(cases.count > 250)
    for test in cases {
      let intrinsic = withBytes(test.text, Intrinsic.parse)
      let isAccepted =
        intrinsic.problems.isEmpty && intrinsic.paths.flatMap(\.problems).allSatisfy { $0.kind.isTolerated }
      let isExpected = test.tree.value(test.object, "expect").flatMap(test.tree.boolean)
      #expect(isAccepted == isExpected, "\(test.text): \(intrinsic.problems)")
      guard let code = test.tree.value(test.object, "code").map(test.tree.text) else { continue }
      if let kinds = Self.codes[code] {
        #expect(intrinsic.problems.first.map { kinds.contains($0.kind) } == true, "\(code) \(test.text)")
      } else {
        #expect(code.hasPrefix("P"), "\(code) \(test.text)")
        #expect(!intrinsic.paths.allSatisfy { $0.problems.isEmpty }, "\(code) \(test.text)")
      }
    }
  }

  @Test func treesAreThoseOfTheCorpus() throws {
    var count = 0
    for test in try ExpressionCase.all("intrinsics.jsonl") {
      guard let row = test.tree.value(test.object, "ast") else { continue }
      let intrinsic = withBytes(test.text, Intrinsic.parse)
      guard !intrinsic.problems.contains(where: { $0.kind == .nestingTooDeep }) else { continue }
      let call = try #require(intrinsic.call, "\(test.text)")
      expect(.call(call), call.range, row, test)
      count += 1
    }
    #expect(count > 230)
  }

  private func expect(_ value: Intrinsic.Value, _ range: ByteRange, _ row: NodeID, _ test: ExpressionCase) {
    let tree = test.tree
    let bounds = tree.value(row, "range").map { tree.elements($0).map(tree.integer) } ?? []
    #expect(bounds.count == 2 && range == test.range(bounds[0], bounds[1]), "\(test.text)")
    let literal = tree.value(row, "v").map(tree.text)
    switch value {
    case .string(let text, _):
      #expect(withBytes(test.text) { text.text(in: $0) } == literal, "\(test.text)")
    case .number(let number): #expect(number == literal.flatMap(Double.init), "\(test.text)")
    case .boolean(let boolean): #expect(String(boolean) == literal, "\(test.text)")
    case .null: #expect(literal == "null", "\(test.text)")
    case .path(let path):
      #expect(part(path.range, of: test.text) == tree.value(row, "path").map(tree.text), "\(test.text)")
    case .call(let call):
      #expect(part(call.name, of: test.text) == tree.value(row, "name").map(tree.text), "\(test.text)")
      let rows = tree.value(row, "args").map(tree.elements) ?? []
      #expect(call.arguments.count == rows.count, "\(test.text)")
      for (argument, row) in zip(call.arguments, rows) { expect(argument.value, argument.range, row, test) }
    }
  }
}
