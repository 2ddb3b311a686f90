import Portability
import Testing
import Workflows

@Suite struct CorrespondenceTests {
  @Test(arguments: StepType.known)
  func everyTypeOfStepHasOneLine(_ type: StepType) {
    let lines = Correspondence.table.filter { $0.step == type }
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.asStates.map(isExplained) == true })
  }

  @Test(arguments: StateType.allCases.filter { $0 != .unknown })
  func everyTypeOfStateHasALine(_ type: StateType) {
    let lines = Correspondence.table.filter { $0.state == type }
    #expect(!lines.isEmpty)
    #expect(lines.contains { $0.asStep.map(isExplained) == true })
  }

  /// What cannot be said one for one has a reason.
  private func isExplained(_ counterpart: Counterpart) -> Bool {
    let isNamed = !counterpart.parts.isEmpty || counterpart.ease == .implicit || counterpart.ease == .none
    return isNamed && (counterpart.ease == .direct || counterpart.note != nil)
  }

  /// A call that two lines claim would be counted as the one or the other by accident.
  @Test func everyCallBelongsToOneStep() {
    var owners: [String: StepType] = [:]
    for line in Correspondence.table {
      // Checks are made of calls that have lines of their own.
      guard let step = line.step, line.asStep != nil else { continue }
      for call in line.calls + line.ownCalls + line.readCalls {
        let name = call.split(separator: ":").suffix(2).joined(separator: ":").prefix { $0 != "." }
        #expect(owners[String(name)] == nil, "\(name)")
        owners[String(name)] = step
      }
    }
    #expect(owners.count > 40)
  }

  /// Calls behind no `aws-sdk:` are in the table of integrations, with the pattern that is written.
  @Test func optimizedCallsExist() {
    for call in Correspondence.table.flatMap(\.calls) where call.contains(":") && !call.hasPrefix("aws-sdk:")
    {
      let name = call.prefix { $0 != "." }
      let suffix = call.dropFirst(name.count)
      let integration = Integration.all.first { $0.name == name }
      #expect(integration?.api.patterns.contains { "\($0.suffix)" == suffix } == true, "\(call)")
    }
  }

  /// What every state and step would become can be read without knowing our types.
  @Test func partsAreSpeltAsDefinitionsSpellThem() {
    let steps = Set(StepType.known.map { "\($0.name) step" })
    let states = Set(StateType.allCases.map(\.name))
    for line in Correspondence.table {
      for part in line.asStep?.parts ?? [] {
        #expect(steps.contains(part) || part.hasPrefix("Std:"), "\(part)")
      }
      for part in line.asStates?.parts ?? [] {
        #expect(states.contains(part) || part.hasPrefix("Task "), "\(part)")
      }
    }
  }

  @Test func thresholdsAreExplained() {
    #expect(Set(Threshold.all.map(\.name)).count == Threshold.all.count)
    for threshold in Threshold.all { #expect(!threshold.reason.isEmpty && threshold.value > 0) }
  }
}
