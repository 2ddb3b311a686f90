import Workflows

/// What is known of 64 variables at one place.
struct VariableFacts: Equatable {
  /// Some way assigns them.
  var assigned: UInt64
  /// Some way does not.
  var lacking: UInt64

  static let unreached = VariableFacts(assigned: 0, lacking: 0)
  static let nothingAssigned = VariableFacts(assigned: 0, lacking: ~0)
  static let unknown = VariableFacts(assigned: ~0, lacking: 0)

  func gaining(_ variables: UInt64) -> VariableFacts {
    VariableFacts(assigned: assigned | variables, lacking: lacking & ~variables)
  }

  /// Adds what another way brings; whether that is news.
  mutating func join(_ other: VariableFacts) -> Bool {
    let joined = VariableFacts(assigned: assigned | other.assigned, lacking: lacking | other.lacking)
    defer { self = joined }
    return joined != self
  }
}

/// Which of 64 variables have a value behind which transition.
struct VariableGains {
  /// By index of the transition.
  private(set) var assigned: [(transition: Int, variables: UInt64)] = []
  private(set) var tested: [(state: StateID, variables: UInt64)] = []

  static func byWord(
    _ assignments: VariableAssignments, _ tests: [(state: StateID, variable: Int)], wordCount: Int
  ) -> [VariableGains] {
    var result = [VariableGains](repeating: VariableGains(), count: wordCount)
    for clause in assignments.clauses {
      guard let transition = clause.transition else { continue }
      if clause.isOpen {
        for word in result.indices { result[word].assigned.append((transition, ~0)) }
      }
      for row in assignments.rows[clause.rows] {
        let bit = VariableFlow.bit(row.variable)
        result[bit / 64].assigned.append((transition, 1 << UInt64(bit % 64)))
      }
    }
    for (state, variable) in tests {
      let bit = VariableFlow.bit(variable)
      result[bit / 64].addTest(state, 1 << UInt64(bit % 64))
    }
    return result
  }

  private mutating func addTest(_ state: StateID, _ variables: UInt64) {
    if let last = tested.indices.last, tested[last].state == state {
      tested[last].variables |= variables
    } else {
      tested.append((state, variables))
    }
  }
}

/// Finds the facts of 64 variables, of which each state is visited at most twice for each.
struct VariableFlowSolver {
  private let machine: StateMachine
  /// By state: those at its entry.
  private(set) var facts: [VariableFacts] = []
  /// By scope: whether all of its transitions are known.
  private let isKnown: [Bool]
  /// By scope: what is known when it is entered; nil if that is what its owner knows.
  private let entries: [VariableFacts?]
  /// By transition: the variables that have a value behind it.
  private var gains: [UInt64] = []
  private var pending: [StateID] = []
  private var isPending: [Bool] = []

  init(_ machine: StateMachine) {
    self.machine = machine
    isKnown = machine.scopes.map { scope in
      scope.start.state != nil && machine.states(of: scope).allSatisfy(machine.knowsTransitions)
    }
    entries = machine.scopes.map { scope in
      switch scope.kind {
      case .machine: .nothingAssigned
      case .branch: nil
      case .processor:
        switch machine.mode(of: scope) {
        case .inline: nil
        case .distributed: .nothingAssigned
        case .unknown: .unknown
        }
      }
    }
  }

  mutating func solve(_ word: VariableGains) {
    facts = Array(repeating: .unreached, count: machine.states.count)
    isPending = Array(repeating: false, count: machine.states.count)
    gains = Array(repeating: 0, count: machine.transitions.count)
    for (transition, variables) in word.assigned { gains[transition] |= variables }
    for (state, variables) in word.tested {
      for transition in machine[state].transitions { gains[Int(transition)] |= variables }
    }
    enterScopes()
    while let state = pending.popLast() {
      isPending[Int(state.index)] = false
      leave(machine[state])
    }
  }

  private mutating func enterScopes() {
    for (index, scope) in machine.scopes.enumerated() {
      if !isKnown[index] {
        for state in machine.states(of: scope) { enter(state.id, .unknown) }
      } else if let facts = entries[index], let start = scope.start.state {
        enter(start, facts)
      }
    }
  }

  /// Hands on what is known at a state's entry.
  private mutating func leave(_ state: State) {
    let entry = facts[Int(state.id.index)]
    if isKnown[Int(state.scope.index)] {
      for index in state.transitions {
        guard let target = machine.transitions[Int(index)].target.state else { continue }
        enter(target, entry.gaining(gains[Int(index)]))
      }
    }
    for index in state.scopes where isKnown[Int(index)] && entries[Int(index)] == nil {
      if let start = machine.scopes[Int(index)].start.state { enter(start, entry) }
    }
  }

  private mutating func enter(_ state: StateID, _ other: VariableFacts) {
    let index = Int(state.index)
    guard facts[index].join(other), !isPending[index] else { return }
    isPending[index] = true
    pending.append(state)
  }
}
