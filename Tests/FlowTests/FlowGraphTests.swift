import Flow
import SourceText
import Syntax
import Testing
import Workflows

@Suite struct FlowGraphTests {
  static func graph(_ text: String) -> FlowGraph {
    let tree = SyntaxTree.read(SourceFile(path: "test.asl.json", text: text), as: .json)
    return FlowGraph(StateMachine(tree, root: tree.roots[0]))
  }

  private func names(_ set: StateSet, _ graph: FlowGraph) -> [String] {
    set.states.map { graph.machine.name($0) }
  }

  private let nested = """
    { "StartAt": "A", "States": {
      "A": { "Type": "Parallel", "Next": "B", "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "H" } ],
        "Branches": [
          { "StartAt": "P", "States": { "P": { "Type": "Pass", "Next": "Q" }, "Q": { "Type": "Succeed" } } },
          { "StartAt": "M", "States": { "M": { "Type": "Map", "End": true, "ItemProcessor": {
            "StartAt": "I", "States": { "I": { "Type": "Pass", "Next": "I" } } } } } } ] },
      "B": { "Type": "Choice", "Default": "A", "Choices": [
        { "Variable": "$.x", "IsNull": true, "Next": "C" }, { "Variable": "$.y", "IsNull": true, "Next": "Z" } ] },
      "C": { "Type": "Succeed" },
      "H": { "Type": "Fail" },
      "U": { "Type": "Parallel", "End": true,
        "Branches": [ { "StartAt": "V", "States": { "V": { "Type": "Succeed" } } } ] } } }
    """

  @Test func typesEveryEdge() {
    let graph = Self.graph(nested)
    let edges = graph.edges.map { edge in
      "\(graph.machine.name(edge.source)) \(edge.kind) \(graph.machine.name(edge.target))"
    }
    #expect(
      edges == [
        "A next B", "A catch(0) H", "B choice(0) C", "B default A", "P next Q", "I next I", "A branch(0) P",
        "A branch(1) M", "U branch(0) V", "M iterate I",
      ])
  }

  @Test func walksEachScopeFromItsStart() {
    let graph = Self.graph(nested)
    #expect(names(graph.reachable, graph) == ["A", "B", "C", "H", "P", "Q", "M", "V", "I"])
    #expect(names(graph.live, graph) == ["A", "B", "C", "H", "P", "Q", "M", "I"])
    #expect(names(graph.liveWithoutErrors, graph) == ["A", "B", "C", "P", "Q", "M", "I"])
    // B may lead to Z, which is missing: for all we know it ends there.
    #expect(names(graph.reachesEnd, graph) == ["A", "B", "C", "H", "U", "P", "Q", "M", "V"])
  }

  @Test func findsLoops() {
    let graph = Self.graph(nested)
    let loops = graph.components.members.filter(graph.isLoop).map { $0.map { graph.machine.name($0) } }
    #expect(loops.sorted { $0.count > $1.count } == [["A", "B"], ["I"]])
  }

  @Test func tellsWhereATargetOutOfScopeLives() throws {
    let graph = Self.graph(
      """
      { "StartAt": "A", "States": {
        "A": { "Type": "Map", "Next": "I", "ItemProcessor": {
          "StartAt": "I", "States": { "I": { "Type": "Pass", "Next": "B" } } } },
        "B": { "Type": "Succeed" } } }
      """)
    let found = graph.transitionsOutOfScope.map {
      "\(graph.machine.name($0.transition.source)) → \(graph.machine.name($0.elsewhere))"
    }
    #expect(found == ["A → I", "I → B"])
  }

  @Test func survivesMachinesWithoutStates() {
    for text in ["{}", "[]", #"{"StartAt": "A", "States": {}}"#, #"{"States": {"A": 1, "B": []}}"#, ""] {
      let graph = Self.graph(text)
      #expect(graph.edges.isEmpty && graph.reachable.states.isEmpty)
      #expect(graph.components.members.count == graph.machine.states.count)
      #expect(graph.machine.states.allSatisfy { graph.dominators.immediateDominator(of: $0.id) == nil })
    }
  }
}
