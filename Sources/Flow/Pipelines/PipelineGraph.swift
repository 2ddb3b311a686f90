public import Workflows

/// The graph of one pipeline: its steps as nodes, in lists of any depth, and an edge for each reason why a step waits
/// for another one.
///
/// Each analysis is computed when it is first asked for and kept. A graph therefore belongs to one thread; the
/// pipeline under it may be shared.
public final class PipelineGraph {
  public let pipeline: Pipeline
  /// Grouped by their target, in document order; one of each kind between two steps. A step that waits for itself has
  /// an edge to itself.
  public let edges: [StepEdge]

  /// For each step the places in ``edges`` of those that leave it.
  private let outgoing: Adjacency
  private let incoming: Adjacency

  public init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    let edges = StepEdges.all(of: pipeline)
    self.edges = edges
    let places = 0..<UInt32(edges.count)
    outgoing = Adjacency(places.map { (edges[Int($0)].source.index, $0) }, count: pipeline.steps.count)
    incoming = Adjacency(places.map { (edges[Int($0)].target.index, $0) }, count: pipeline.steps.count)
  }

  /// The edges that leave a step.
  public func edges(from step: StepID) -> some Sequence<StepEdge> {
    outgoing[step.index].lazy.map { [edges] in edges[Int($0)] }
  }

  /// The edges that lead to a step.
  public func edges(to step: StepID) -> some Sequence<StepEdge> {
    incoming[step.index].lazy.map { [edges] in edges[Int($0)] }
  }

  /// Whether a step runs only after another one, for whatever reason and over however many between. O(edges).
  public func waits(_ step: StepID, for other: StepID) -> Bool {
    var seen: Set<StepID> = [step]
    var pending = [step]
    while let step = pending.popLast() {
      for edge in edges(to: step) {
        if edge.source == other { return true }
        if seen.insert(edge.source).inserted { pending.append(edge.source) }
      }
    }
    return false
  }

  /// For each group of steps that wait for each other one shortest cycle, from the first step of the group in document
  /// order back to it. AWS refuses each.
  public private(set) lazy var cycles: [[StepEdge]] = {
    let count = pipeline.steps.count
    let successors = Adjacency(edges.map { ($0.source.index, $0.target.index) }, count: count)
    let (numbers, componentCount) = StronglyConnectedComponents.numbers(successors)
    var isSeen = [Bool](repeating: false, count: componentCount)
    var cycles: [[StepEdge]] = []
    for index in 0..<UInt32(count) where !isSeen[Int(numbers[Int(index)])] {
      isSeen[Int(numbers[Int(index)])] = true
      let cycle = shortestCycle(through: StepID(index), numbers)
      if !cycle.isEmpty { cycles.append(cycle) }
    }
    return cycles
  }()

  /// A breadth-first search within one component. O(edges of the component).
  private func shortestCycle(through start: StepID, _ numbers: [UInt32]) -> [StepEdge] {
    // How each step was reached.
    var arrivals: [StepID: StepEdge] = [:]
    var pending = [start]
    var next = 0
    while next < pending.count, arrivals[start] == nil {
      let step = pending[next]
      next += 1
      for edge in edges(from: step) where arrivals[edge.target] == nil {
        guard numbers[Int(edge.target.index)] == numbers[Int(start.index)] else { continue }
        arrivals[edge.target] = edge
        pending.append(edge.target)
      }
    }
    var cycle: [StepEdge] = []
    var step = start
    while let edge = arrivals[step], cycle.isEmpty || step != start {
      cycle.append(edge)
      step = edge.source
    }
    return step == start ? cycle.reversed() : []
  }
}
