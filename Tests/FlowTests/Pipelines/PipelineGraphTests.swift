import Flow
import SourceText
import Syntax
import Testing
import Workflows

struct PipelineGraphTests {
  private func graph(_ text: String) -> PipelineGraph {
    let tree = SyntaxTree.read(SourceFile(path: "pipeline.json", text: text), as: .json)
    return PipelineGraph(Pipeline(tree, root: tree.roots[0]))
  }

  private func names(_ cycle: [StepEdge], _ graph: PipelineGraph) -> [String] {
    cycle.map { graph.pipeline.name($0.source) ?? "?" }
  }

  @Test func aConditionThatReadsItsOwnBranchIsACycle() {
    let graph = graph(
      """
      { "Steps": [ { "Name": "C", "Type": "Condition", "Arguments": {
          "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Steps.I.X" }, "RightValue": 1 } ],
          "IfSteps": [ { "Name": "I", "Type": "Training", "Arguments": {} } ] } } ] }
      """)
    #expect(graph.cycles.map { names($0, graph) } == [["C", "I"]])
    #expect(graph.cycles[0].map(\.kind) == [.member(.ifBranch), .data])
  }

  @Test func eachGroupHasOneShortestCycle() {
    let graph = graph(
      """
      { "Steps": [
        { "Name": "A", "DependsOn": [ "D", "C" ] }, { "Name": "B", "DependsOn": [ "A" ] },
        { "Name": "C", "DependsOn": [ "B", "A" ] }, { "Name": "D", "DependsOn": [ "X" ] },
        { "Name": "X" }, { "Name": "Y", "DependsOn": [ "Y" ] } ] }
      """)
    #expect(graph.cycles.map { names($0, graph) } == [["A", "C"], ["Y"]])
  }

  /// Over others, over the Condition around it, and in a cycle.
  @Test func aStepWaitsForAllBeforeIt() throws {
    let graph = graph(
      """
      { "Steps": [
        { "Name": "A" }, { "Name": "B", "DependsOn": [ "A" ] },
        { "Name": "C", "Type": "Condition", "DependsOn": [ "B" ], "Arguments": { "IfSteps": [
          { "Name": "I", "DependsOn": [ "J" ] }, { "Name": "J", "DependsOn": [ "I" ] } ] } } ] }
      """)
    let ids = Dictionary(
      uniqueKeysWithValues: graph.pipeline.steps.map { (graph.pipeline.name($0.id), $0.id) })
    func waits(_ step: String, _ other: String) throws -> Bool {
      graph.waits(try #require(ids[step]), for: try #require(ids[other]))
    }
    #expect(try waits("I", "A"))
    #expect(try waits("C", "A"))
    #expect(try !waits("A", "I"))
    #expect(try !waits("A", "A"))
    #expect(try waits("I", "I"))
  }

  @Test func edgesOfOneKindAreMerged() {
    let graph = graph(
      """
      { "Steps": [ { "Name": "A" }, { "Name": "B", "DependsOn": [ "A", { "Step": "A", "Trigger": "Any" } ],
        "Arguments": { "x": { "Get": "Steps.A.P" }, "y": [ { "Std:Join": { "Values": [ { "Get": "Steps.A.Q" },
          { "Get": "Steps.Nowhere.Q" } ] } } ] } } ] }
      """)
    #expect(graph.edges.map(\.kind) == [.dependsOn(.completed), .dependsOn(.any), .data])
    #expect(graph.edges(from: StepID(0)).map(\.target) == [StepID(1), StepID(1), StepID(1)])
    #expect(graph.edges(to: StepID(0)).map(\.source) == [])
  }

  @Test func branchesAreEnteredWhereNothingIsAwaited() {
    let graph = graph(
      """
      { "Steps": [ { "Name": "Before" }, { "Name": "C", "Type": "Condition", "Arguments": { "IfSteps": [
          { "Name": "I", "DependsOn": [ "Before" ] },
          { "Name": "J", "Type": "Condition", "Arguments": { "ElseSteps": [ { "Name": "K" } ] } },
          { "Name": "L", "DependsOn": [ "K" ] } ] } } ] }
      """)
    let drawn = graph.edges.filter { $0.kind.isMember && $0.isDrawn }.map { graph.pipeline.name($0.target) }
    #expect(drawn == ["I", "J", "K"])
  }
}
