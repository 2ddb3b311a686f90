import Linting

/// A step that waits for one in a branch of a Condition in which it is not itself.
struct BranchEscape {
  let edge: StepEdge
  /// The outermost branch around the source that the target is not in.
  let branch: StepList
  /// Whether the target is in the other branch of the same Condition.
  let isIntoOtherBranch: Bool
}

extension PipelineSubject {
  /// One for each two steps, in the order of the graph's edges. O(edges × nesting).
  var escapesFromBranches: [BranchEscape] {
    var escapes: [BranchEscape] = []
    // Edges to one target stand together.
    var seen: Set<StepID> = []
    var target: StepID?
    for edge in graph.edges where !edge.kind.isMember {
      if edge.target != target {
        seen.removeAll(keepingCapacity: true)
        target = edge.target
      }
      guard let escape = escape(of: edge), seen.insert(edge.source).inserted else { continue }
      escapes.append(escape)
    }
    return escapes
  }

  private func escape(of edge: StepEdge) -> BranchEscape? {
    // What nothing may wait for is another fault.
    guard pipeline[edge.source].type != .fail else { return nil }
    let around = Array(pipeline.lists(around: edge.target))
    let ids = Set(around.map(\.id))
    guard let branch = pipeline.lists(around: edge.source).prefix(while: { !ids.contains($0.id) }).last,
      branch.kind == .ifBranch || branch.kind == .elseBranch, branch.owner != edge.target
    else { return nil }
    // A Condition that waits for its own branch is a cycle, also from further inside.
    let isInside = around.contains { $0.owner == edge.source }
    guard !isInside else { return nil }
    return BranchEscape(
      edge: edge, branch: branch, isIntoOtherBranch: around.contains { $0.owner == branch.owner })
  }
}

extension StepList.Kind {
  /// The field that holds such a list.
  var name: String {
    switch self {
    case .pipeline: PipelineField.steps.name
    case .ifBranch: PipelineField.ifSteps.name
    case .elseBranch: PipelineField.elseSteps.name
    case .body: PipelineField.forEachBody.name
    }
  }
}
