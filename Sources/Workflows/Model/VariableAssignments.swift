public import Syntax

/// One `Assign`: which variables have new values behind it.
public struct AssignClause: Sendable {
  public let state: StateID
  /// Whether the state, one of its choice rules or one of its catchers has it.
  public let owner: ObjectKind
  /// The index of the transition that is taken with these values; nil if there is none.
  public let transition: Int?
  /// Indexes into the rows of ``VariableAssignments``.
  public internal(set) var rows: Range<Int>
  /// Whether it may assign other variables as well: it is an expression, or something in it is filled in later or wrong.
  public internal(set) var isOpen: Bool
}

/// A variable in an `Assign`.
public struct AssignmentRow: Sendable {
  /// The index of its name in ``VariableAssignments/names``.
  public let variable: Int
  /// The key that names it.
  public let key: NodeID
  /// The index of its clause.
  public let clause: Int
}

/// Every variable that a state machine assigns, and where.
public struct VariableAssignments: Sendable {
  /// Without `.$`, in order of their first assignments.
  public private(set) var names: [String] = []
  /// In order of the states; of each state first its own, then those of its rules and its catchers.
  public private(set) var clauses: [AssignClause] = []
  public private(set) var rows: [AssignmentRow] = []
  private var indexes: [String: Int] = [:]
  /// By variable: indexes into `rows`.
  private var rowsOfVariable: [[Int]] = []

  /// Whether a variable of this name may be assigned somewhere. O(clauses) for one that is nowhere.
  public func mayAssign(_ name: String) -> Bool {
    indexes[name] != nil || clauses.contains(where: \.isOpen)
  }

  /// The place of a name in ``names``.
  public func index(of name: String) -> Int? { indexes[name] }

  /// The assignments of a variable, in the order of ``rows``.
  public func rows(of variable: Int) -> [AssignmentRow] { rowsOfVariable[variable].map { rows[$0] } }

  /// The state in which an assignment stands.
  public func state(of row: AssignmentRow) -> StateID { clauses[row.clause].state }

  fileprivate mutating func begin(_ owner: ObjectKind, of state: State, transition: Int?, isOpen: Bool) {
    clauses.append(
      AssignClause(
        state: state.id, owner: owner, transition: transition, rows: rows.count..<rows.count, isOpen: isOpen))
  }

  /// Adds a variable to the last clause.
  fileprivate mutating func add(_ name: String, _ key: NodeID) {
    let clause = clauses.count - 1
    guard clause >= 0 else { return }
    let variable = indexes[name] ?? names.count
    if variable == names.count {
      names.append(name)
      indexes[name] = variable
      rowsOfVariable.append([])
    }
    rowsOfVariable[variable].append(rows.count)
    rows.append(AssignmentRow(variable: variable, key: key, clause: clause))
    clauses[clause].rows = clauses[clause].rows.lowerBound..<rows.count
  }

  /// Says that the last clause may assign anything.
  fileprivate mutating func openLast() {
    if let last = clauses.indices.last { clauses[last].isOpen = true }
  }
}

extension StateMachine {
  /// Reads each `Assign`. O(states + choice rules + catchers + variables).
  public func variableAssignments() -> VariableAssignments {
    var result = VariableAssignments()
    for state in states {
      if mayAssign(state) {
        var position = state.transitions.lowerBound
        let transition = transition(state.type == .choice ? .default : .next, of: state, from: &position)
        add(state, ObjectKind(state.type), of: state, transition, &result)
      }
      var position = state.transitions.lowerBound
      for rule in choiceRules(of: state) where rule.depth == 0 && mayAssign(rule) {
        let transition = transition(.choice(rule.position), of: state, from: &position)
        add(rule, .choiceRule, of: state, transition, &result)
      }
      position = state.transitions.lowerBound
      for catcher in catchers(of: state) where mayAssign(catcher) {
        let transition = transition(.catch(catcher.position), of: state, from: &position)
        add(catcher, .catcher, of: state, transition, &result)
      }
    }
    return result
  }

  /// Whether an `Assign` is there, or a field that may be one in other words.
  private func mayAssign(_ owner: some HasFields) -> Bool {
    owner.fields.present.contains(.assign) || owner.fields.present.contains(.unknown)
  }

  /// The transition of a kind, if it does not stand before `position`, which moves on to it. Rules and catchers come in
  /// the order of their transitions, so that one walk over these finds all.
  private func transition(
    _ kind: Transition.Kind, of state: State, from position: inout UInt32
  ) -> Int? {
    while position < state.transitions.upperBound, transitions[Int(position)].kind.rank < kind.rank {
      position += 1
    }
    guard position < state.transitions.upperBound, transitions[Int(position)].kind == kind else { return nil }
    return Int(position)
  }

  private func add(
    _ owner: some HasFields, _ kind: ObjectKind, of state: State, _ transition: Int?,
    _ result: inout VariableAssignments
  ) {
    let isOpen = owner.fields.present.contains(.unknown)
    result.begin(kind, of: state, transition: transition, isOpen: isOpen)
    guard let value = value(.assign, of: owner) else { return }
    guard tree.kind(value) == .object, !isUnknown(value) else { return result.openLast() }
    tree.forEachMember(value) { key, _ in
      if hasVariableName(key, state.language), !hasSubstitution(key) {
        result.add(variableName(key, state.language), key)
      } else {
        // Whatever is meant to be assigned.
        result.openLast()
      }
    }
  }

  /// Whether a key in an `Assign` names a variable as it must.
  private func hasVariableName(_ key: NodeID, _ language: QueryLanguage) -> Bool {
    if hasPlainVariableName(key, language) { return true }
    let name = variableName(key, language)
    return name != VariableName.reserved && VariableName.defect(of: name) == nil
  }

  /// Whether a key in an `Assign` surely names a variable as it must: true of almost all, and quick to see.
  public func hasPlainVariableName(_ key: NodeID, _ language: QueryLanguage) -> Bool {
    tree.withText(key) { text in
      let isEvaluated = language == .jsonPath && text.ends(with: ".$")
      let name = UnsafeBufferPointer(rebasing: text.dropLast(isEvaluated ? 2 : 0))
      return VariableName.isPlain(name) && !name.equals("states")
    }
  }

  /// The name of the variable that a key in an `Assign` stands for.
  public func variableName(_ key: NodeID, _ language: QueryLanguage) -> String {
    let name = tree.text(key)
    return language == .jsonPath && name.hasSuffix(".$") ? String(name.dropLast(2)) : name
  }
}

extension Transition.Kind {
  /// The order in which the transitions of a state stand.
  fileprivate var rank: (Int, Int) {
    switch self {
    case .next: (0, 0)
    case .choice(let position): (1, position)
    case .default: (2, 0)
    case .catch(let position): (3, position)
    }
  }
}
