import Discovery
import Linting
import Rules
import Testing

/// The examples of every rule, run: they are its documentation and its tests.
@Suite struct ExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let example: Example
    let number: Int

    var testDescription: String { "\(rule.id) \(number)" }
  }

  static func cases(_ examples: KeyPath<Rule, [Example]>) -> [Case] {
    catalog.flatMap { rule in
      rule[keyPath: examples].enumerated().map { Case(rule: rule, example: $1, number: $0 + 1) }
    }
  }

  @Test(arguments: cases(\.bad))
  func badExampleYieldsExactlyItsMarks(_ example: Case) throws {
    let expected = MarkedText(example.example.markedText)
    let diagnostics = try lint(example)
    #expect(diagnostics.map(\.range) == expected.marked, "\(diagnostics.map(\.message))")
    #expect(diagnostics.flatMap(\.related).map(\.range).sorted() == expected.related)
    #expect(!expected.marked.isEmpty)
  }

  @Test(arguments: cases(\.good))
  func goodExampleYieldsNothing(_ example: Case) throws {
    let expected = MarkedText(example.example.markedText)
    #expect(expected.marked.isEmpty && expected.related.isEmpty)
    #expect(try lint(example).map(\.message) == [])
  }

  /// Safe fixes and others alike.
  @Test(arguments: cases(\.bad))
  func fixesMakeOfTheExampleWhatItSays(_ example: Case) throws {
    let fixes = try lint(example).compactMap(\.fix)
    guard let expected = example.example.fixed else {
      #expect(fixes == [])
      return
    }
    let source = SourceFile(path: "example", text: example.example.text)
    let fixed = FixedText(source, making: fixes)
    #expect(String(decoding: fixed.source.bytes, as: UTF8.self) == expected)
    #expect(fixed.fixCount == fixes.count)
    #expect(try lint(example, text: expected).map(\.message) == [])
  }

  /// The findings of the example's own rule, with all rules running.
  private func lint(_ example: Case, text: String? = nil) throws -> [Diagnostic] {
    let documents = example.example.documents(text: text)
    try #require(!documents.isEmpty)
    let linter = Linter(rules: catalog, machineType: example.example.machineType) { RuleNames(catalog) }
    let found = documents.flatMap { linter.lint($0).diagnostics }.filter { $0.rule == example.rule.id }
    #expect(found.allSatisfy { $0.source.path == example.example.path })
    return found
  }
}
