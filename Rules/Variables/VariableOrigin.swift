import Linting

/// Where a variable without a value is assigned instead.
enum VariableOrigin {
  case nowhere
  /// In the very state that reads it.
  case sameState(AssignmentRow)
  /// In a branch or the processor of another state of the scope.
  case inside(StateID, AssignmentRow)
  /// In a scope that has nothing to do with the state's.
  case elsewhere(StateID, AssignmentRow)
  /// In a scope whose variables the state sees, but on no way to it.
  case notOnTheWay(StateID, AssignmentRow)
  /// In a scope around the Distributed Map in which the state is.
  case outsideDistributedMap(StateID, AssignmentRow)

  init(of doubt: Variables.DoubtfulRead, _ subject: Subject) {
    let machine = subject.machine
    let assignments = subject.assignments
    guard let variable = doubt.variable else {
      self = .nowhere
      return
    }
    let rows = assignments.rows(of: variable)
    func state(_ row: AssignmentRow) -> StateID { assignments.state(of: row) }
    func first(in scopes: [ScopeID]) -> AssignmentRow? {
      rows.first { scopes.contains(machine[state($0)].scope) }
    }
    let scope = machine[doubt.read.state].scope
    let outer = machine.outerScopes(of: scope)
    if let row = rows.first(where: { state($0) == doubt.read.state }) {
      self = .sameState(row)
    } else if let row = first(in: [scope] + outer.scopes) {
      self = .notOnTheWay(state(row), row)
    } else if let row = first(in: outer.walledOff) {
      self = .outsideDistributedMap(state(row), row)
    } else if let row = rows.first {
      self =
        machine.container(of: state(row), in: scope).map { .inside($0, row) } ?? .elsewhere(state(row), row)
    } else {
      self = .nowhere
    }
  }

  var assignment: AssignmentRow? {
    switch self {
    case .nowhere: nil
    case .sameState(let row), .inside(_, let row), .elsewhere(_, let row), .notOnTheWay(_, let row),
      .outsideDistributedMap(_, let row):
      row
    }
  }
}

extension StateMachine {
  /// The state of a scope in whose branches or processor another state is, however deep; nil if there is none.
  func container(of state: StateID, in scope: ScopeID) -> StateID? {
    var current = state
    while self[current].scope != scope {
      guard let owner = self[self[current].scope].owner else { return nil }
      current = owner
    }
    return current == state ? nil : current
  }
}
