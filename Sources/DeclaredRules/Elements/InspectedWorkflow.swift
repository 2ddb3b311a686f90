import Discovery
import Linting

/// A definition as one rule looks at it, with what the rule works out only once. It belongs to one thread.
final class InspectedWorkflow {
  enum Content {
    case machine(Subject)
    case pipeline(PipelineSubject)
  }

  let content: Content
  let tree: SyntaxTree
  let root: NodeID
  /// Of the definition: its file's, or what the template around it calls it.
  let name: String
  /// What regular expressions may still cost, in steps of some nanoseconds. Beyond it no text is judged.
  var patternBudget = maximumPatternSteps
  /// By the number of the check.
  private var waysPast: [Int: WaysPast] = [:]
  private var behind: [Int: [Bool]] = [:]

  /// What all texts of a definition of the largest size cost an ordinary pattern, several times over.
  private static let maximumPatternSteps = 50_000_000

  init(_ subject: Subject) {
    content = .machine(subject)
    tree = subject.tree
    root = subject.machine.root
    name = subject.definition.name
  }

  init(_ subject: PipelineSubject) {
    content = .pipeline(subject)
    tree = subject.tree
    root = subject.pipeline.root
    name = subject.definition.name
  }

  var machine: StateMachine? {
    if case .machine(let subject) = content { subject.machine } else { nil }
  }

  var pipeline: Pipeline? {
    if case .pipeline(let subject) = content { subject.pipeline } else { nil }
  }

  /// The ways past what a check asks for.
  func waysPast(_ check: Int, _ make: () -> WaysPast) -> WaysPast {
    if let known = waysPast[check] { return known }
    let ways = make()
    waysPast[check] = ways
    return ways
  }

  /// By state or step: whether it stands behind what a check asks for.
  func behind(_ check: Int, _ make: () -> [Bool]) -> [Bool] {
    if let known = behind[check] { return known }
    let flags = make()
    behind[check] = flags
    return flags
  }

  // MARK: What is known

  /// Whether a value means what it says, and is not filled in or worked out later.
  func isKnown(_ value: NodeID) -> Bool {
    if tree.isUnsettled(value) { return false }
    switch tree.kind(value) {
    case .string, .key: return !tree.hasSubstitution(value) && !tree.withText(value) { $0.begins(with: "{%") }
    case .object: return !(pipeline?.isExpression(value) ?? false)
    default: return true
    }
  }
}
