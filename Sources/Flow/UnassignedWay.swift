public import Workflows

/// Where a way on which a variable has no value meets others on which it has one.
public enum UnassignedWay: Sendable {
  /// At the state with which its scope begins.
  case start(StateID)
  case transition(Transition)
}

extension VariableFlow {
  /// The last part of a way without the variable that leads to a state where its presence is ``Presence/possible``; nil
  /// if there is none. O(states + transitions + assignments).
  public func unassignedWay(
    to state: StateID, without variable: Int, _ graph: FlowGraph, _ assignments: VariableAssignments
  ) -> UnassignedWay? {
    let machine = graph.machine
    let gaining = Set(
      assignments.clauses.indices.lazy.filter { index in
        let clause = assignments.clauses[index]
        return clause.isOpen || assignments.rows[clause.rows].contains { $0.variable == variable }
      }.compactMap { assignments.clauses[$0].transition })
    var seen: Set<StateID> = []
    var pending = [state]
    while let current = pending.popLast() {
      guard seen.insert(current).inserted else { continue }
      let scope = machine[machine[current].scope]
      if scope.start.state == current {
        // What an inner scope inherits is as old as the state around it.
        guard let owner = scope.owner, presence(of: variable, in: owner) == .possible else {
          return .start(current)
        }
        pending.append(owner)
      }
      for index in graph.incoming[current.index] where !gaining.contains(Int(index)) {
        let transition = machine.transitions[Int(index)]
        switch presence(of: variable, in: transition.source) {
        case .absent: return .transition(transition)
        case .possible: pending.append(transition.source)
        case .certain: break
        }
      }
    }
    return nil
  }
}
