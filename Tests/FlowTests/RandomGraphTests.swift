import Flow
import TestSupport
import Testing
import Workflows

/// The analyses, compared with what their definitions say, on small random machines.
@Suite struct RandomGraphTests {
  /// A machine of Choice states with random transitions, as text.
  private func machine(_ random: inout SplitMix64) -> FlowGraph {
    let count = Int.random(in: 1...9, using: &random)
    let states = (0..<count).map { index in
      let targets = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        #"{ "Next": "\#(Int.random(in: 0..<count, using: &random))" }"#
      }
      return #""\#(index)": { "Type": "Choice", "Choices": [ \#(targets.joined(separator: ", ")) ] }"#
    }
    return FlowGraphTests.graph(#"{ "StartAt": "0", "States": { \#(states.joined(separator: ", ")) } }"#)
  }

  /// The states reachable from `start` without passing `avoided`.
  private func reached(from start: StateID, avoiding avoided: StateID? = nil, in graph: FlowGraph) -> Set<
    StateID
  > {
    var seen: Set<StateID> = []
    var pending = start == avoided ? [] : [start]
    while let state = pending.popLast() {
      guard seen.insert(state).inserted else { continue }
      pending += graph.edges.filter { $0.source == state && $0.target != avoided }.map(\.target)
    }
    return seen
  }

  @Test(arguments: 0..<300)
  func agreeWithTheirDefinitions(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let graph = machine(&random)
    let states = graph.machine.states.map(\.id)
    let reachable = reached(from: states[0], in: graph)
    #expect(Set(graph.reachable.states) == reachable)
    for left in states {
      let fromLeft = reached(from: left, in: graph)
      for right in states {
        let together = fromLeft.contains(right) && reached(from: right, in: graph).contains(left)
        #expect((graph.components.number(of: left) == graph.components.number(of: right)) == together)
        guard reachable.contains(right) else { continue }
        let passesLeft = !reached(from: states[0], avoiding: left, in: graph).contains(right)
        #expect(graph.dominators.dominates(left, right) == passesLeft)
      }
    }
  }
}
