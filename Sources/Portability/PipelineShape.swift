import Flow
import Workflows

/// What the order of a pipeline's steps would be as states.
struct PipelineShape {
  /// Whether sequences and Parallel states can say it exactly; nil if there are too many steps, or a cycle.
  let isFoldable: Bool?
  /// How many Parallel states it takes, if it is.
  let parallelCount: Int

  init(_ graph: PipelineGraph) {
    let pipeline = graph.pipeline
    guard pipeline.steps.count <= SeriesParallel.maximumCount, graph.cycles.isEmpty else {
      isFoldable = nil
      parallelCount = 0
      return
    }
    var isFoldable = true
    var total = 0
    for list in pipeline.lists {
      if let count = Self.fold(list, graph) { total += count } else { isFoldable = false }
    }
    self.isFoldable = isFoldable
    parallelCount = total
  }

  private static func fold(_ list: StepList, _ graph: PipelineGraph) -> Int? {
    let pipeline = graph.pipeline
    let first = Int(list.steps.lowerBound)
    let pairs = graph.edges.compactMap { edge -> (Int, Int)? in
      guard let source = pipeline.ancestor(of: edge.source, in: list),
        let target = pipeline.ancestor(of: edge.target, in: list), source != target
      else { return nil }
      return (Int(source.index) - first, Int(target.index) - first)
    }
    return SeriesParallel(count: list.steps.count, pairs: pairs).parallelCount
  }

  /// The largest number of bridges each of which waits for the one before. O(edges).
  static func longestChain(of bridges: Set<StepID>, in graph: PipelineGraph) -> [StepID] {
    guard graph.cycles.isEmpty else { return [] }
    let edges = graph.edges.filter {
      !$0.kind.isMember && bridges.contains($0.source) && bridges.contains($0.target)
    }
    let outgoing = Dictionary(grouping: edges, by: \.source)
    var waiting: [StepID: Int] = [:]
    for edge in edges { waiting[edge.target, default: 0] += 1 }
    // How long the longest chain to each step is, and which step is before it there.
    var best: [StepID: (length: Int, before: StepID?)] = [:]
    var ready = bridges.filter { waiting[$0] == nil }.sorted()
    for step in ready { best[step] = (1, nil) }
    while let step = ready.popLast() {
      let length = best[step]?.length ?? 1
      for edge in outgoing[step] ?? [] {
        if length + 1 > best[edge.target]?.length ?? 0 { best[edge.target] = (length + 1, step) }
        waiting[edge.target, default: 0] -= 1
        if waiting[edge.target] == 0 { ready.append(edge.target) }
      }
    }
    let end = best.max { ($0.value.length, $1.key) < ($1.value.length, $0.key) }?.key
    return Array(sequence(first: end) { $0.map { best[$0]?.before } ?? nil }.prefix { $0 != nil })
      .compactMap(\.self).reversed()
  }
}

extension Pipeline {
  /// The step of a list that a step is, or is inside of.
  fileprivate func ancestor(of step: StepID, in list: StepList) -> StepID? {
    var current: StepID? = step
    while let step = current, self[step].list != list.id { current = self[self[step].list].owner }
    return current
  }
}
