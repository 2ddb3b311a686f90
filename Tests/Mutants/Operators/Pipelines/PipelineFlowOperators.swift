import Flow
import ServiceCatalogue
import Syntax
import Workflows

/// What waits for what.
let pipelineFlowOperators: [Operator] = [
  Operator(
    pipeline: "close-a-cycle", .refused, "6",
    reason: "Of a long cycle not every step is shown."
  ) { original in
    let pipeline = original.pipeline
    let graph = PipelineGraph(pipeline)
    return pipeline.steps.flatMap { step in
      descendants(of: step.id, in: graph).compactMap { pipeline.name($0) }.map {
        original.addingDependency(of: step, on: $0)
      }
    }
  },
  Operator(pipeline: "step-that-waits-for-itself", .refused, "6") { original in
    original.steps().compactMap { step in
      original.pipeline.name(step.id).map { original.addingDependency(of: step, on: $0) }
    }
  },
  Operator(pipeline: "step-that-refers-to-its-descendant", .refused, "6") { original in
    let pipeline = original.pipeline
    let graph = PipelineGraph(pipeline)
    return pipeline.steps.flatMap { step -> [Mutation] in
      guard
        let arguments = original.arguments.values.first(where: {
          $0.step.id == step.id && $0.shape.isScalar
        })
      else { return [] }
      return descendants(of: step.id, in: graph).filter { pipeline[$0].type == .training }
        .compactMap { pipeline.name($0) }.map {
          original.replacing(
            arguments.node, with: "{ \"Get\": \(quoted("Steps.\($0).ModelArtifacts.S3ModelArtifacts")) }")
        }
    }
  },
  Operator(pipeline: "step-that-waits-for-a-fail", .refused, "5") { original in
    original.steps(.fail).compactMap { original.pipeline.name($0.id) }.flatMap { name in
      original.steps().filter { $0.type != .fail && $0.type != .condition }.map {
        original.addingDependency(of: $0, on: name)
      }
    }
  },
  Operator(pipeline: "step-that-waits-for-the-other-branch", .fails, "6") { original in
    original.steps(.condition).flatMap { condition -> [Mutation] in
      let lists = original.pipeline.lists(of: condition).map { original.pipeline.steps(of: $0) }
      guard lists.count == 2 else { return [] }
      return lists[0].filter { $0.type != .fail }.flatMap { first in
        lists[1].filter { $0.type != .fail }.compactMap { second in
          original.pipeline.name(first.id).map { original.addingDependency(of: second, on: $0) }
        }
      }
    }
  },
]

/// What waits for a step, directly or over others.
private func descendants(of step: StepID, in graph: PipelineGraph) -> [StepID] {
  var found: [StepID] = []
  var pending = [step]
  while let current = pending.popLast() {
    for edge in graph.edges(from: current) where edge.target != step && !found.contains(edge.target) {
      found.append(edge.target)
      pending.append(edge.target)
    }
  }
  return found.sorted()
}
