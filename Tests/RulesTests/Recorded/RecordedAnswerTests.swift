import Discovery
import Linting
import Rules
import Testing

/// What AWS refuses we refuse as well, for the same reason; and nothing that stands near it.
@Suite struct RecordedAnswerTests {
  static let answers =
    structureAnswers + fieldAnswers + expressionAnswers + jsonataAnswers + variableAnswers
    + serviceAnswers

  @Test(arguments: answers)
  func refusedDefinitionHasTheOneError(_ answer: RecordedAnswer) throws {
    let errors = try errors(in: answer.refused, answer.machineType)
    #expect(errors.map(\.rule) == [answer.rule])
    let error = try #require(errors.first)
    #expect(error.predicts == answer.code)
    let text = error.message + (error.help ?? "")
    for word in answer.words { #expect(text.contains(word), "\(text)") }
  }

  @Test(arguments: answers)
  func acceptedDefinitionHasNoError(_ answer: RecordedAnswer) throws {
    #expect(try errors(in: answer.accepted, answer.machineType).map(\.message) == [])
  }

  private func errors(in text: String, _ machineType: MachineType) throws -> [Diagnostic] {
    let document = try #require(
      Discovery().document(SourceFile(path: "a.asl.json", text: text), origin: .named))
    return Linter(rules: catalog, machineType: machineType).lint(document).diagnostics
      .filter { $0.severity == .error }
  }
}
