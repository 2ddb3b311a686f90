import Discovery
import Linting
import Rules
import Testing

/// Which fields AWS takes in which type of state, as it was measured on 8 types and 50 fields with
/// `ValidateStateMachineDefinition` on 2026-09-05 (the rules of cdk-preflight): section 1.2 of the reference.
///
/// The table is written down a second time, on purpose: a slip in ``FieldTable`` shows here.
@Suite struct FieldMatrixTests {
  private static let types = ["Pass", "Task", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"]

  /// For each type in the order of `types`: `P` in JSONPath only, `A` in JSONata only, `B` in both, `-` in neither.
  private static let matrix: [(fields: String, acceptance: String)] = [
    ("Next End", "BB-B--BB"),
    ("InputPath OutputPath", "PPPPP-PP"),
    ("Parameters", "PP----PP"),
    ("ResultPath", "PP----PP"),
    ("ResultSelector", "-P----PP"),
    ("Result", "P-------"),
    ("Arguments", "-A----A-"),
    ("Output", "AAAAA-AA"),
    ("Assign", "BBBB--BB"),
    ("Retry Catch", "-B----BB"),
    ("Resource Credentials TimeoutSeconds HeartbeatSeconds", "-B------"),
    ("TimeoutSecondsPath HeartbeatSecondsPath", "-P------"),
    ("Choices Default", "--B-----"),
    ("Seconds Timestamp", "---B----"),
    ("SecondsPath TimestampPath", "---P----"),
    ("Error Cause", "-----B--"),
    ("ErrorPath CausePath", "-----P--"),
    ("Branches", "------B-"),
    ("ItemProcessor Iterator ItemReader ItemSelector ItemBatcher ResultWriter Label", "-------B"),
    ("MaxConcurrency ToleratedFailureCount ToleratedFailurePercentage", "-------B"),
    ("Items", "-------A"),
    ("ItemsPath MaxConcurrencyPath ToleratedFailureCountPath ToleratedFailurePercentagePath", "-------P"),
    ("Comment QueryLanguage", "BBBBBBBB"),
  ]

  /// The rules that say that a field may not stand where it does.
  private static let refusals: Set<String> = ["misplaced-field", "wrong-query-language", "unknown-field"]

  @Test(arguments: ["JSONPath", "JSONata"])
  func fieldsAreTakenAsMeasured(_ language: String) throws {
    let letter: Character = language == "JSONPath" ? "P" : "A"
    var count = 0
    for (fields, acceptance) in Self.matrix {
      for field in fields.split(separator: " ").map(String.init) {
        for (type, answer) in zip(Self.types, acceptance) {
          let isRefused = try isRefused(field, in: type, language)
          #expect(isRefused == (answer != "B" && answer != letter), "\(field) in \(type), \(language)")
          count += 1
        }
      }
    }
    #expect(count == 8 * 47)
  }

  private func isRefused(_ field: String, in type: String, _ language: String) throws -> Bool {
    let text = #"""
      { "QueryLanguage": "\#(language)", "StartAt": "A", "States": { "A": { "Type": "\#(type)", "\#(field)": null } } }
      """#
    let document = try #require(
      Discovery().document(SourceFile(path: "a.asl.json", text: text), origin: .named))
    return Linter(rules: catalog).lint(document).diagnostics.contains { diagnostic in
      Self.refusals.contains(diagnostic.rule) && diagnostic.message.contains("\"\(field)\"")
    }
  }
}
