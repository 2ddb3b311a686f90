import Flow
import ServiceCatalogue
import Syntax
import Workflows

/// What stands in the arguments of steps that become requests of an API, with what the API takes there.
struct StepArguments: Sendable {
  struct Value: Sendable {
    let step: Step
    let node: NodeID
    let shape: Shape
    let request: StepRequest
  }

  struct Object: Sendable {
    let step: Step
    let node: NodeID
    let structure: Structure
    /// Whether it is `Arguments` itself.
    let isRoot: Bool
  }

  private(set) var values: [Value] = []
  private(set) var objects: [Object] = []
  private let pipeline: Pipeline

  /// Leaves out what cannot be known, such as what a template language fills in.
  init(of pipeline: Pipeline, where isWanted: (StepType) -> Bool) {
    self.pipeline = pipeline
    var requests: [StepType: StepRequest] = [:]
    for step in pipeline.steps where isWanted(step.type) {
      guard let node = pipeline.value(.arguments, of: step), pipeline.tree.kind(node) == .object,
        let request = requests[step.type] ?? StepRequest(step.type)
      else { continue }
      requests[step.type] = request
      addObject(node, request.root, step, request, isRoot: true)
    }
  }

  private mutating func addObject(
    _ node: NodeID, _ structure: Structure, _ step: Step, _ request: StepRequest, isRoot: Bool = false
  ) {
    objects.append(Object(step: step, node: node, structure: structure, isRoot: isRoot))
    for (key, value) in pipeline.tree.members(node) {
      guard let member = structure[pipeline.tree.text(key)] else { continue }
      addValue(value, member.shape, step, request)
    }
  }

  private mutating func addValue(_ node: NodeID, _ shape: Shape, _ step: Step, _ request: StepRequest) {
    let tree = pipeline.tree
    guard shape != .document, !tree.isUnsettled(node), tree.kind(node) != .null,
      !(tree.kind(node) == .string && tree.hasSubstitution(node))
    else { return }
    values.append(Value(step: step, node: node, shape: shape, request: request))
    guard !pipeline.isExpression(node) else { return }
    switch shape {
    case .structure(let name) where tree.kind(node) == .object:
      if let structure = request.structure(name) { addObject(node, structure, step, request) }
    case .list(let element, _): tree.forEachElement(node) { addValue($0, element, step, request) }
    case .map(_, let element, _): tree.forEachMember(node) { addValue($1, element, step, request) }
    default: break
    }
  }
}

extension StepArguments {
  /// Those that are written out, for which the shape is of some kind.
  func literals(where isWanted: (Shape) -> Bool) -> [Value] {
    values.filter { isWanted($0.shape) && !pipeline.isExpression($0.node) }
  }

  /// Values that are one of a few texts, with these.
  var choices: [(value: Value, known: Set<String>)] {
    values.compactMap { value in
      guard case .enumeration(let name) = value.shape, pipeline.tree.kind(value.node) == .string else {
        return nil
      }
      return (value, Set(value.request.service.values(of: name)))
    }
  }
}
