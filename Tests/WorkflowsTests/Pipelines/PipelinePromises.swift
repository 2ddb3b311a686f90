import Syntax
import Testing
import Workflows

/// What holds of the model of every text, however broken.
enum PipelinePromises {
  static func check(_ pipeline: Pipeline) {
    let tree = pipeline.tree
    for list in pipeline.lists { #expect(pipeline.steps(of: list).allSatisfy { $0.list == list.id }) }
    #expect(pipeline.lists.map { $0.steps.count }.reduce(0, +) == pipeline.steps.count)
    for step in pipeline.steps {
      #expect(Array(pipeline.lists(around: step.id)).last?.kind == .pipeline)
      #expect(pipeline.dependencies(of: step).allSatisfy { $0.step == step.id })
      #expect(pipeline.references(of: step).allSatisfy { $0.step == step.id })
      #expect(pipeline.conditions(of: step).allSatisfy { $0.step == step.id })
      #expect(pipeline.lists(of: step).allSatisfy { $0.owner == step.id })
      let end = tree[step.node].next
      #expect(pipeline.references(of: step).allSatisfy { $0.node > step.node && $0.node.index < end })
    }
    // Each `Get` is found once.
    #expect(Set(pipeline.references.map(\.node)).count == pipeline.references.count)
    for object in pipeline.objects {
      #expect(tree.kind(object.node) == .object)
      #expect(pipeline.fields(of: object).count == tree.count(object.node))
    }
    for defect in pipeline.defects { #expect(tree.range(defect.node) == defect.range) }
  }
}
