import Flow
import TestSupport
import Testing
import Workflows

/// The ways past some states, compared with what they are said to be, on random machines with branches in them.
@Suite struct WaysPastTests {
  /// A machine of Choice states with random ways, some of which end, and a Parallel here and there.
  private func scope(_ random: inout SplitMix64, _ prefix: String, depth: Int) -> String {
    let count = Int.random(in: 1...5, using: &random)
    let states = (0..<count).map { index in
      let name = "\(prefix)\(index)"
      let target = "\(prefix)\(Int.random(in: 0..<count, using: &random))"
      switch Int.random(in: 0..<7, using: &random) {
      case 0: return #""\#(name)": { "Type": "Succeed" }"#
      case 1: return #""\#(name)": { "Type": "Fail" }"#
      case 2 where depth > 0:
        let branches = (0..<2).map { scope(&random, "\(name).\($0)-", depth: depth - 1) }.joined(
          separator: ", ")
        return #""\#(name)": { "Type": "Parallel", "Branches": [ \#(branches) ], "Next": "\#(target)" }"#
      case 3:
        return
          #""\#(name)": { "Type": "Task", "Next": "\#(target)", "Catch": [ { "Next": "\#(prefix)0" } ] }"#
      default:
        let other = "\(prefix)\(Int.random(in: 0..<count, using: &random))"
        return
          #""\#(name)": { "Type": "Choice", "Choices": [ { "Next": "\#(other)" } ], "Default": "\#(target)" }"#
      }
    }
    return #"{ "StartAt": "\#(prefix)0", "States": { \#(states.joined(separator: ", ")) } }"#
  }

  /// Where ways without errors lead on from a state: behind the end of a branch, to what is behind its owner; nil is the
  /// end of the execution.
  private func next(_ state: State, _ machine: StateMachine) -> [StateID?] {
    guard state.isTerminal else {
      return machine.transitions(of: state).filter { !$0.isForErrors }.map(\.target.state)
    }
    if state.type == .fail { return [] }
    return machine[state.scope].owner.map { next(machine[$0], machine) } ?? [nil]
  }

  /// Whether each way through a Parallel passes a stop in one of its branches.
  private func isStop(_ state: State, _ machine: StateMachine, _ stops: Set<StateID>) -> Bool {
    if stops.contains(state.id) { return true }
    return machine.scopes(of: state).contains { scope in
      guard let start = scope.start.state else { return false }
      return !canLeave(scope, from: start, machine, stops)
    }
  }

  private func canLeave(_ scope: Scope, from start: StateID, _ machine: StateMachine, _ stops: Set<StateID>)
    -> Bool
  {
    var seen: Set<StateID> = []
    var pending = [start]
    while let id = pending.popLast() {
      let state = machine[id]
      guard seen.insert(id).inserted, !isStop(state, machine, stops) else { continue }
      if state.isTerminal, state.type != .fail { return true }
      if !state.isTerminal { pending += next(state, machine).compactMap(\.self) }
    }
    return false
  }

  private func canEnd(after state: State, _ machine: StateMachine, _ stops: Set<StateID>) -> Bool {
    var seen: Set<StateID> = []
    var pending = next(state, machine)
    while let id = pending.popLast() {
      guard let id else { return true }
      guard seen.insert(id).inserted, !isStop(machine[id], machine, stops) else { continue }
      pending += next(machine[id], machine)
    }
    return false
  }

  @Test(arguments: 0..<400)
  func areWhatTheyAreSaidToBe(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let graph = FlowGraphTests.graph(scope(&random, "s", depth: 2))
    let machine = graph.machine
    let stops = Set(machine.states.map(\.id).filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
    let ways = WaysPast(graph) { stops.contains($0.id) }
    for state in machine.states {
      #expect(
        ways.canEnd(after: state.id) == canEnd(after: state, machine, stops), "\(machine.name(state.id))")
    }
  }

  /// What runs behind a state: what its ways lead to, what is inside of those, and what is behind the state around it.
  private func behind(_ start: StateID, _ machine: StateMachine) -> Set<StateID> {
    var result: Set<StateID> = []
    var pending = [start]
    while let id = pending.popLast() {
      let state = machine[id]
      var found = machine.transitions(of: state).compactMap(\.target.state)
      found += machine.scopes(of: state).compactMap(\.start.state)
      var owner = machine[state.scope].owner
      while let around = owner {
        found += machine.transitions(of: machine[around]).compactMap(\.target.state)
        owner = machine[machine[around].scope].owner
      }
      for other in found where result.insert(other).inserted { pending.append(other) }
    }
    return result
  }

  @Test(arguments: 0..<200)
  func statesBehindAreWhatTheyAreSaidToBe(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(1_000 + seed))
    let graph = FlowGraphTests.graph(scope(&random, "s", depth: 2))
    let machine = graph.machine
    let starts = machine.states.map(\.id).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    let expected = starts.reduce(into: Set<StateID>()) { $0.formUnion(behind($1, machine)) }
    #expect(Set(graph.statesBehind(starts).states) == expected)
  }
}
