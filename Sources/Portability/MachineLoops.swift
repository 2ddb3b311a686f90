import Flow
import Workflows

/// The loops of a machine: those that only wait for what a step would wait for by itself, and the others, which a
/// pipeline cannot have.
struct MachineLoops {
  /// The states of loops that wait, with the step that does it instead.
  private(set) var polled: [StateID: StepType] = [:]
  private(set) var polledSteps: Set<StepType> = []
  private(set) var pollCount = 0
  /// Of each other loop the states, in document order.
  private(set) var others: [[StateID]] = []
  private(set) var statesOfOthers: Set<StateID> = []

  /// - Parameters:
  ///   - calls: By state.
  ///   - created: What the machine creates somewhere.
  init(_ flow: FlowGraph, calls: [TaskCall?], created: Set<StepType>) {
    let machine = flow.machine
    for states in flow.components.members where flow.isLoop(states) {
      if let step = Self.polledStep(states, machine, calls, created) {
        pollCount += 1
        polledSteps.insert(step)
        for state in states { polled[state] = step }
      } else {
        others.append(states)
        statesOfOthers.formUnion(states)
      }
    }
    others.sort { ($0.first?.index ?? 0) < ($1.first?.index ?? 0) }
  }

  /// What a loop waits for, if it does nothing else: one Task asks, and the rest waits and decides.
  private static func polledStep(
    _ states: [StateID], _ machine: StateMachine, _ calls: [TaskCall?], _ created: Set<StepType>
  ) -> StepType? {
    var found: StepType?
    for state in states {
      switch machine[state].type {
      case .wait, .choice, .pass: continue
      case .task:
        guard found == nil, let call = calls[Int(state.index)],
          let (line, use) = Correspondence.byCall[call.key], use == .read, let step = line.step,
          created.contains(step)
        else { return nil }
        found = step
      default: return nil
      }
    }
    return found
  }
}
