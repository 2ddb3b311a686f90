import Testing
import Workflows

@Suite struct FieldTableTests {
  @Test func fieldsFitTheirSet() {
    #expect(Field.allCases.count <= 128)
  }

  @Test func namesAreSpeltAsDefinitionsSpellThem() {
    let sample: [(Field, String)] = [
      (.startAt, "StartAt"), (.catch, "Catch"), (.default, "Default"),
      (.csvHeaderLocation, "CSVHeaderLocation"),
      (.toleratedFailurePercentagePath, "ToleratedFailurePercentagePath"), (.isTimestamp, "IsTimestamp"),
      (.stringGreaterThanEqualsPath, "StringGreaterThanEqualsPath"), (.unknown, ""),
    ]
    for (field, name) in sample { #expect(field.name == name) }
    #expect(Set(Field.allCases.map(\.name)).count == Field.allCases.count)
  }

  @Test func thereAre39Comparisons() {
    #expect(Field.allCases.filter(\.isComparison).count == 39)
  }

  @Test(arguments: ObjectKind.allCases)
  func everyKindListsAFieldOnce(_ kind: ObjectKind) {
    let fields = FieldTable[kind].map(\.field)
    #expect(Set(fields).count == fields.count)
    #expect(!fields.contains(.unknown))
    #expect(fields.isEmpty == (kind == .credentials))
    #expect(FieldTable.groups(in: kind).allSatisfy { $0.fields.allSatisfy(fields.contains) })
  }

  /// Some cells of the matrix of state types and fields that was measured against AWS.
  @Test func agreesWithTheMeasuredMatrix() {
    func isAllowed(_ field: Field, _ kind: ObjectKind) -> String {
      let path = FieldTable.allowed(in: kind, .jsonPath).contains(field)
      let ata = FieldTable.allowed(in: kind, .jsonata).contains(field)
      return path ? (ata ? "B" : "P") : (ata ? "A" : "–")
    }
    #expect(isAllowed(.inputPath, .succeed) == "P" && isAllowed(.inputPath, .fail) == "–")
    #expect(isAllowed(.parameters, .wait) == "–" && isAllowed(.parameters, .map) == "P")
    #expect(isAllowed(.resultSelector, .pass) == "–" && isAllowed(.resultSelector, .parallel) == "P")
    #expect(isAllowed(.arguments, .map) == "–" && isAllowed(.arguments, .task) == "A")
    #expect(isAllowed(.output, .choice) == "A" && isAllowed(.output, .fail) == "–")
    #expect(isAllowed(.assign, .wait) == "B" && isAllowed(.assign, .succeed) == "–")
    #expect(isAllowed(.timeoutSeconds, .parallel) == "–" && isAllowed(.timeoutSeconds, .task) == "B")
    #expect(isAllowed(.errorPath, .fail) == "P" && isAllowed(.items, .map) == "A")
    #expect(isAllowed(.queryLanguage, .branch) == "–" && isAllowed(.queryLanguage, .machine) == "B")
  }
}
