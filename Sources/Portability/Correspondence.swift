public import Workflows

/// One line of the comparison of the two languages: a type of step and the states that say the same, or a type of
/// state without such a step.
public struct Correspondence: Sendable {
  /// Nil if pipelines have no such step.
  public let step: StepType?
  public let state: StateType
  /// Of Tasks what they call, the chief one first: `sagemaker:createTrainingJob.sync`,
  /// `aws-sdk:sagemaker:createJob`.
  public let calls: [String]
  /// Calls that the step makes by itself, beside those of ``calls``.
  public let ownCalls: [String]
  /// Calls that only ask for what the step yields as its properties.
  public let readCalls: [String]
  /// Whether it counts as work of SageMaker.
  public let isSageMaker: Bool
  /// Whether it runs until a job has ended, so that a Task that does not wait is something else.
  public let isJob: Bool
  /// What the step becomes; nil if there is none.
  public let asStates: Counterpart?
  /// What the state becomes; nil if no state becomes such a step.
  public let asStep: Counterpart?

  /// The type of step as definitions spell it; nil if there is none.
  public var stepName: String? { step?.name }

  /// The type of state as definitions spell it.
  public var stateTypeName: String { state.name }

  /// What the state is, as tables show it.
  public var stateName: String {
    guard state == .task else { return state.name }
    let names = calls.joined(separator: ", ")
    return names.contains(":") ? "Task \(names)" : "Task: \(names)"
  }
}

extension Correspondence {
  static func job(
    _ step: StepType, _ calls: String..., own: [String] = [], reads: [String], isSageMaker: Bool = true,
    isJob: Bool = true, states: Counterpart, step asStep: Counterpart?
  ) -> Correspondence {
    Correspondence(
      step: step, state: .task, calls: calls, ownCalls: own, readCalls: reads, isSageMaker: isSageMaker,
      isJob: isJob, asStates: states, asStep: asStep)
  }

  static func control(
    _ step: StepType?, _ state: StateType, states: Counterpart?, step asStep: Counterpart
  ) -> Correspondence {
    Correspondence(
      step: step, state: state, calls: [], ownCalls: [], readCalls: [], isSageMaker: false, isJob: false,
      asStates: states, asStep: asStep)
  }

  /// A call of another service that no step makes.
  static func other(_ call: String, step asStep: Counterpart) -> Correspondence {
    Correspondence(
      step: nil, state: .task, calls: [call], ownCalls: [], readCalls: [], isSageMaker: false, isJob: false,
      asStates: nil, asStep: asStep)
  }
}

// MARK: - Look-up

/// What a call is to the step that it belongs to.
enum CallUse: Sendable {
  /// It is the step.
  case step
  /// The step makes it as well.
  case own
  /// It asks for what the step yields.
  case read
}

extension Correspondence {
  /// The line of each known type of step. A test proves that there is exactly one.
  static let byStep = [StepType: Correspondence](
    table.compactMap { line in line.step.map { ($0, line) } }, uniquingKeysWith: { first, _ in first })

  /// By `SERVICE:ACTION`, as ``TaskCall/key`` spells it.
  static let byCall: [String: (line: Correspondence, use: CallUse)] = {
    var result: [String: (line: Correspondence, use: CallUse)] = [:]
    // Checks are made of jobs and functions, which have lines of their own.
    for line in table where line.step != nil && line.asStep != nil {
      for (calls, use) in [(line.calls, CallUse.step), (line.ownCalls, .own), (line.readCalls, .read)] {
        for call in calls { result[TaskCall.key(of: call)] = (line, use) }
      }
    }
    return result
  }()
}
