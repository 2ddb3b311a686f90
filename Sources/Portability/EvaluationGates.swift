import Expressions
import Flow
import Syntax
import Workflows

/// Finds where a machine measures a model and uses it only if it is good enough: a job, then a Choice that compares
/// numbers, then a call that registers or deploys the model, each on every way to the next.
enum EvaluationGates {
  /// Calls that are looked at; nobody deploys more models in one workflow.
  private static let maximumModels = 100

  /// Each Choice once, with the first state that it decides about. O(states) for each call.
  static func all(in reading: MachineReading) -> [(choice: String, model: String)] {
    let machine = reading.machine
    let models = machine.states.lazy.filter { step(of: $0, reading).map(using.contains) == true }
    var seen: Set<StateID> = []
    return models.prefix(maximumModels).compactMap { model in
      var choice: StateID?
      var current = reading.flow.dominators.immediateDominator(of: model.id)
      while let state = current {
        if choice == nil, isGate(state, reading) { choice = state }
        if let choice, step(of: machine[state], reading).map(measuring.contains) == true {
          return seen.insert(choice).inserted ? (machine.name(choice), machine.name(model.id)) : nil
        }
        current = reading.flow.dominators.immediateDominator(of: state)
      }
      return nil
    }
  }

  private static func isGate(_ state: StateID, _ reading: MachineReading) -> Bool {
    let isInLoop = reading.loops.polled[state] != nil || reading.loops.statesOfOthers.contains(state)
    return !isInLoop && reading.machine.comparesOrder(reading.machine[state])
  }

  private static let using: Set<StepType> = [.registerModel, .model, .endpointConfig, .endpoint]
  private static let measuring: Set<StepType> = [.processing, .training, .tuning, .transform, .autoML]

  private static func step(of state: State, _ reading: MachineReading) -> StepType? {
    guard let call = reading.call(state), let (line, use) = Correspondence.byCall[call.key], use == .step
    else {
      return nil
    }
    return line.step
  }
}

extension StateMachine {
  /// Whether a state is a Choice that compares numbers by their order.
  fileprivate func comparesOrder(_ state: State) -> Bool {
    guard state.type == .choice else { return false }
    return choiceRules(of: state).contains { rule in
      if fields(of: rule).contains(where: { Field.numericOrders.contains($0.field) }) { return true }
      guard let condition = value(.condition, of: rule), tree.kind(condition) == .string else { return false }
      return tree.withText(condition) { text in
        text.contains(UInt8(ascii: "<")) || text.contains(UInt8(ascii: ">"))
      }
    }
  }
}
