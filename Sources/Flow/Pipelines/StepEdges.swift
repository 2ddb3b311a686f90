import Syntax
import Workflows

/// Collects the edges of a pipeline.
struct StepEdges {
  private let pipeline: Pipeline
  private var edges: [StepEdge] = []
  private var seen: Set<Identity> = []

  private struct Identity: Hashable {
    let source: StepID
    let target: StepID
    let kind: StepEdge.Kind
  }

  static func all(of pipeline: Pipeline) -> [StepEdge] {
    var collection = StepEdges(pipeline)
    for step in pipeline.steps { collection.addEdges(to: step) }
    return collection.edges
  }

  private init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  private mutating func addEdges(to step: Step) {
    let first = edges.count
    for dependency in pipeline.dependencies(of: step) {
      guard let source = dependency.target.step else { continue }
      add(source, step.id, .dependsOn(dependency.trigger), dependency.node)
    }
    for row in pipeline.references(of: step) {
      guard case .step(let source) = row.target else { continue }
      add(source, step.id, row.place == .propertyFile ? .jsonGet : .data, row.node)
    }
    for cleanup in pipeline.cleanupSources(of: step) {
      guard let source = cleanup.target.step else { continue }
      add(source, step.id, .cleanup, cleanup.name)
    }
    let list = pipeline[step.list]
    guard let owner = list.owner else { return }
    let waits = edges[first...].contains { isInside($0.source, step.list, besides: step.id) }
    add(owner, step.id, .member(list.kind), step.node, isDrawn: !waits)
  }

  /// Whether a step is in a list, or in one of its steps other than `other`.
  private func isInside(_ step: StepID, _ list: StepListID, besides other: StepID) -> Bool {
    var current: StepID? = step
    while let step = current, step != other {
      if pipeline[step].list == list { return true }
      current = pipeline[pipeline[step].list].owner
    }
    return false
  }

  private mutating func add(
    _ source: StepID, _ target: StepID, _ kind: StepEdge.Kind, _ place: NodeID, isDrawn: Bool = true
  ) {
    guard seen.insert(Identity(source: source, target: target, kind: kind)).inserted else { return }
    edges.append(StepEdge(source: source, target: target, kind: kind, place: place, isDrawn: isDrawn))
  }
}
