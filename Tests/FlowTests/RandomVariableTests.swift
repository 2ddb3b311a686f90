import Flow
import TestSupport
import Testing
import Workflows

/// The flow of variables, compared with walks over small random machines.
@Suite struct RandomVariableTests {
  /// Writes machines of Choice, Task and Parallel states with random transitions and assignments.
  private struct Writer {
    var random: SplitMix64
    var nextName = 0

    mutating func scope(depth: Int) -> String {
      let first = nextName
      let count = Int.random(in: 1...5, using: &random)
      nextName += count
      let states = (first..<first + count).map { name in
        #""\#(name)": \#(state(among: first..<first + count, depth: depth))"#
      }
      return #"{ "StartAt": "\#(first)", "States": { \#(states.joined(separator: ", ")) } }"#
    }

    private mutating func state(among names: Range<Int>, depth: Int) -> String {
      switch Int.random(in: 0...(depth > 0 ? 3 : 2), using: &random) {
      case 0: return #"{ "Type": "Succeed" }"#
      case 1:
        let rules = (0..<Int.random(in: 0...2, using: &random)).map { _ in way(among: names) }
        return #"{ "Type": "Choice", "Choices": [ \#(rules.joined(separator: ", ")) ], \#(assign())"#
          + #" "Default": "\#(Int.random(in: names, using: &random))" }"#
      case 2:
        let catchers = (0..<Int.random(in: 0...2, using: &random)).map { _ in way(among: names) }
        return #"{ "Type": "Task", "Catch": [ \#(catchers.joined(separator: ", ")) ], \#(assign())"#
          + #" "Next": "\#(Int.random(in: names, using: &random))" }"#
      default:
        let isMap = Bool.random(using: &random)
        let inner = scope(depth: depth - 1)
        return #"{ "Type": "\#(isMap ? "Map" : "Parallel")", \#(assign())"#
          + (isMap ? #" "ItemProcessor": \#(inner),"# : #" "Branches": [ \#(inner) ],"#)
          + #" "Next": "\#(Int.random(in: names, using: &random))" }"#
      }
    }

    private mutating func way(among names: Range<Int>) -> String {
      #"{ \#(assign()) "Next": "\#(Int.random(in: names, using: &random))" }"#
    }

    private mutating func assign() -> String {
      let names = ["a", "b", "c"].filter { _ in Int.random(in: 0...3, using: &random) == 0 }
      return names.isEmpty ? "" : #""Assign": { \#(names.map { "\"\($0)\": 1" }.joined(separator: ", ")) },"#
    }
  }

  /// A state with the variables that have a value when it begins.
  private struct Moment: Hashable {
    let state: StateID
    let variables: Set<String>
  }

  /// Every moment that an execution can come to, found by running it in all ways.
  private func moments(_ machine: StateMachine, _ assignments: VariableAssignments) -> Set<Moment> {
    var seen: Set<Moment> = []
    var pending = [machine.scopes.first?.start.state].compactMap { $0 }.map {
      Moment(state: $0, variables: [])
    }
    while let moment = pending.popLast() {
      guard seen.insert(moment).inserted else { continue }
      let state = machine[moment.state]
      for index in state.transitions {
        guard let target = machine.transitions[Int(index)].target.state else { continue }
        let clauses = assignments.clauses.filter { $0.transition == Int(index) }
        let gained = clauses.flatMap { assignments.rows[$0.rows].map { assignments.names[$0.variable] } }
        pending.append(Moment(state: target, variables: moment.variables.union(gained)))
      }
      for scope in machine.scopes(of: state) {
        if let start = scope.start.state { pending.append(Moment(state: start, variables: moment.variables)) }
      }
    }
    return seen
  }

  @Test(arguments: 0..<300)
  func agreesWithAllExecutions(_ seed: Int) {
    var writer = Writer(random: SplitMix64(seed: UInt64(seed)))
    let graph = FlowGraphTests.graph(writer.scope(depth: 2))
    let assignments = graph.machine.variableAssignments()
    let flow = VariableFlow(graph, assignments, tests: [])
    let moments = moments(graph.machine, assignments)
    for state in graph.machine.states.map(\.id) {
      let here = moments.filter { $0.state == state }
      for name in ["a", "b", "c", "d"] {
        let count = here.count { $0.variables.contains(name) }
        let expected: VariableFlow.Presence =
          count == here.count ? .certain : count == 0 ? .absent : .possible
        let variable = assignments.index(of: name)
        #expect(flow.presence(of: variable, in: state) == expected)
        guard expected == .possible, let variable else { continue }
        // The way that is shown leads from where the variable is absent.
        switch flow.unassignedWay(to: state, without: variable, graph, assignments) {
        case .transition(let way): #expect(flow.presence(of: variable, in: way.source) == .absent)
        case .start(let start):
          #expect(moments.contains { $0.state == start && !$0.variables.contains(name) })
        case nil: Issue.record("no way")
        }
      }
    }
  }
}
