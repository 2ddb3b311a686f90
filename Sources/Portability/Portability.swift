import Flow
public import Syntax
public import Workflows

/// Whether a workflow would be better off as one of the other service, with the evidence.
public struct Portability: Sendable {
  /// Whose language it is written in.
  public let service: WorkflowService
  /// In document order, inner ones behind what holds them.
  public let parts: [PortedPart]
  public let counts: PortabilityCounts
  /// What speaks for the other service first.
  public let evidence: [Evidence]
  public let verdict: Verdict
}

/// A state or step, and what it would become.
public struct PortedPart: Sendable {
  public let name: String
  /// As definitions spell it; empty if it is not known.
  public let type: String
  /// Of a Task what it calls.
  public let call: String?
  /// What names it, or the whole.
  public let node: NodeID
  /// Its place among all states or steps.
  let index: Int
  /// How many states or steps are around it.
  public let depth: Int
  public let role: Role
  public let counterpart: Counterpart

  /// What it does for the workflow.
  public enum Role: String, Sendable, CaseIterable {
    /// What a step of SageMaker does.
    case sageMaker = "sagemaker"
    /// What a Lambda or Callback step does.
    case bridge
    /// Work of another kind.
    case other
    /// It decides what runs, or moves data about.
    case control
    /// Not known.
    case unknown

    public var isWork: Bool { self != .control }
  }

  /// The steps by which a pipeline reaches what it has no step for.
  static let bridges: Set<String> = ["Lambda step", "Callback step"]
}

/// How much of a workflow is what.
public struct PortabilityCounts: Sendable {
  /// Parts that do work.
  public let work: Int
  public let sageMaker: Int
  public let bridges: Int
  /// Parts of which it is not known what they do.
  public let unknown: Int
  /// How many of the other service's parts it would have, as far as they are known.
  public let converted: Int
  private let byEase: [Ease: Int]

  public subscript(ease: Ease) -> Int { byEase[ease] ?? 0 }

  init(_ parts: [PortedPart]) {
    func count(_ role: PortedPart.Role) -> Int { parts.count { $0.role == role } }
    sageMaker = count(.sageMaker)
    bridges = count(.bridge)
    unknown = count(.unknown)
    work = parts.count { $0.role.isWork }
    converted = parts.reduce(0) { $0 + $1.counterpart.parts.count { !$0.hasPrefix("Std:") } }
    byEase = Dictionary(parts.map { ($0.counterpart.ease, 1) }, uniquingKeysWith: +)
  }
}

/// One thing that was counted.
public struct Evidence: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case sageMakerShare = "sagemaker-share"
    case noSageMaker = "no-sagemaker"
    case bridgeShare = "bridge-share"
    case unknownWork = "unknown-work"
    case noCounterpart = "no-counterpart"
    // Of state machines
    case pollLoops = "poll-loops"
    case evaluationGate = "evaluation-gate"
    case loops
    case waits
    case ownCode = "own-code"
    case otherServices = "other-services"
    case transformations
    case errorHandlers = "error-handlers"
    case retriedFunctions = "retried-functions"
    // Of pipelines
    case bridgeChain = "bridge-chain"
    case callbacks
    case nestedConditions = "nested-conditions"
    case polledJobs = "polled-jobs"
    case crossedDependencies = "crossed-dependencies"
    case caching
    case propertyFiles = "property-files"
    case checks
    case modelRegistry = "model-registry"
    case experiments
    case lineage
    case enumeratedParameters = "enumerated-parameters"
    case stoppedTriggers = "stopped-triggers"
    case expiringRetries = "expiring-retries"
  }

  /// What it speaks for.
  public enum Direction: String, Sendable, CaseIterable {
    case other, own, neither
  }

  public let kind: Kind
  public let direction: Direction
  public let count: Int
  /// Of how many; nil if it is not a share.
  public let total: Int?
  /// A sentence that stands for itself.
  public let sentence: String
  /// The names of the states or steps that are meant; empty where all are, or none in particular.
  public let places: [String]

  init(
    _ kind: Kind, _ direction: Direction, _ count: Int, of total: Int? = nil, _ sentence: String,
    at places: [String] = []
  ) {
    self.kind = kind
    self.direction = direction
    self.count = count
    self.total = total
    self.sentence = sentence
    self.places = places
  }
}

extension [Evidence] {
  /// What speaks for the other service first, what speaks for neither last; else in the order that there is.
  var groupedByDirection: [Evidence] {
    Evidence.Direction.allCases.flatMap { direction in filter { $0.direction == direction } }
  }
}

/// What is to be done.
public struct Verdict: Sendable {
  public enum Answer: String, Sendable, CaseIterable {
    /// It would not gain by a move.
    case stay
    /// It can be moved as it is, and neither service suits it much better.
    case either
    /// It would be better off in the other service.
    case move
  }

  public let answer: Answer
  /// Whether nothing speaks against it, so that a rule may say so unasked.
  public let isOverwhelming: Bool
  /// Why: a sentence.
  public let reason: String

  init(_ answer: Answer, isOverwhelming: Bool = false, _ reason: String) {
    self.answer = answer
    self.isOverwhelming = isOverwhelming
    self.reason = reason
  }
}

extension Portability {
  /// Looks at a workflow. O(nodes), and for pipelines of up to 200 steps O(steps³) of the list that is longest.
  ///
  /// - Parameter isExpress: Whether a machine is one of the type Express, if that is known.
  public init(of workflow: Workflow, isExpress: Bool = false) {
    switch workflow {
    case .stateMachine(let machine): self.init(of: FlowGraph(machine), isExpress: isExpress)
    case .pipeline(let pipeline): self.init(of: pipeline)
    }
  }
}
