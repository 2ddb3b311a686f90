import Linting

/// In which scopes variables are assigned.
struct AssignmentPlaces {
  struct Place: Hashable {
    let variable: Int
    let scope: ScopeID
  }

  private var rows: [Place: AssignmentRow] = [:]
  private var variables: Set<Int> = []

  /// - Parameter isWanted: Which assignments to look at.
  ///
  /// O(assignments).
  init(_ assignments: VariableAssignments, _ machine: StateMachine, where isWanted: (AssignmentRow) -> Bool) {
    for row in assignments.rows where isWanted(row) {
      let place = Place(variable: row.variable, scope: machine[assignments.state(of: row)].scope)
      if rows[place] == nil { rows[place] = row }
      variables.insert(row.variable)
    }
  }

  func contains(_ variable: Int) -> Bool { variables.contains(variable) }

  /// The first assignment of a variable in a scope, not in those inside it.
  func first(_ variable: Int, in scope: ScopeID) -> AssignmentRow? {
    rows[Place(variable: variable, scope: scope)]
  }
}

extension StateMachine {
  /// The scopes around one whose variables its states can read, innermost first, and those behind the wall of a
  /// Distributed Map. Where a mode is unknown, so is what lies behind it.
  func outerScopes(of scope: ScopeID) -> (scopes: [ScopeID], walledOff: [ScopeID]) {
    var visible: [ScopeID] = []
    var walledOff: [ScopeID] = []
    var isWalledOff = false
    var current = self[scope]
    while let parent = current.parent {
      if current.kind == .processor {
        switch mode(of: current) {
        case .inline: break
        case .distributed: isWalledOff = true
        case .unknown: return (visible, walledOff)
        }
      }
      if isWalledOff { walledOff.append(parent) } else { visible.append(parent) }
      current = self[parent]
    }
    return (visible, walledOff)
  }
}
