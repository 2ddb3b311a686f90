public import Syntax

/// The model of one Amazon States Language definition: flat, typed rows over the nodes of a ``SyntaxTree``.
///
/// It is built from any tree, however broken: what is wrong becomes a ``ModelDefect`` and the rest is there all the
/// same. Rows hold ids and nodes; whoever wants a text or a range asks the tree.
public final class StateMachine: Sendable {
  public let tree: SyntaxTree
  /// The object that holds `StartAt` and `States`.
  public let root: NodeID
  /// The query language of the states that do not name one.
  public let language: QueryLanguage

  /// The machine itself first, then each Parallel branch and item processor, outer before inner.
  public let scopes: [Scope]
  /// The states of all scopes; those of one scope stand together, in document order.
  public let states: [State]
  /// Grouped by their source, in the order in which the source names them: Next, choice rules, Default, catchers.
  public let transitions: [Transition]
  public let retriers: [Retrier]
  public let catchers: [Catcher]
  /// The rules of Choice states, each before those nested in it.
  public let choiceRules: [ChoiceRule]
  /// Every object whose fields the language fixes, states included.
  public let objects: [ObjectRow]
  public let defects: [ModelDefect]

  let fieldRows: [FieldRow]

  /// Builds the model of the definition at `root`. O(nodes); recursion is bounded by the tree's nesting.
  public convenience init(_ tree: SyntaxTree, root: NodeID) {
    var builder = StateMachineBuilder(tree)
    builder.build(root)
    self.init(builder, root: root)
  }

  private init(_ builder: consuming StateMachineBuilder, root: NodeID) {
    tree = builder.tree
    self.root = root
    language = builder.language
    scopes = builder.scopes
    states = builder.states
    transitions = builder.transitions
    retriers = builder.retriers
    catchers = builder.catchers
    choiceRules = builder.choiceRules
    objects = builder.objects
    fieldRows = builder.fieldRows
    defects = builder.defects.sorted { $0.range < $1.range }
  }
}

// MARK: - Rows by id

extension StateMachine {
  public subscript(id: StateID) -> State { states[Int(id.index)] }
  public subscript(id: ScopeID) -> Scope { scopes[Int(id.index)] }

  /// The name of a state, decoded.
  public func name(_ id: StateID) -> String { tree.text(self[id].name) }

  public func states(of scope: Scope) -> ArraySlice<State> {
    states[Int(scope.states.lowerBound)..<Int(scope.states.upperBound)]
  }

  public func transitions(of state: State) -> ArraySlice<Transition> {
    transitions[Int(state.transitions.lowerBound)..<Int(state.transitions.upperBound)]
  }

  public func retriers(of state: State) -> ArraySlice<Retrier> {
    retriers[Int(state.retriers.lowerBound)..<Int(state.retriers.upperBound)]
  }

  public func catchers(of state: State) -> ArraySlice<Catcher> {
    catchers[Int(state.catchers.lowerBound)..<Int(state.catchers.upperBound)]
  }

  public func choiceRules(of state: State) -> ArraySlice<ChoiceRule> {
    choiceRules[Int(state.choiceRules.lowerBound)..<Int(state.choiceRules.upperBound)]
  }

  /// The branches of a Parallel state, the processor of a Map state.
  public func scopes(of state: State) -> ArraySlice<Scope> {
    scopes[Int(state.scopes.lowerBound)..<Int(state.scopes.upperBound)]
  }
}

// MARK: - Fields

extension StateMachine {
  /// The fields of an object in source order, unknown and repeated ones included.
  public func fields(of owner: some HasFields) -> ArraySlice<FieldRow> {
    let fields = owner.fields
    return fieldRows[Int(fields.first)..<Int(fields.first) + Int(fields.count)]
  }

  /// The row of a field; of repeated ones the last, as parsers keep it. O(1) for a field that is not there.
  public func row(_ field: Field, of owner: some HasFields) -> FieldRow? {
    let fields = owner.fields
    guard fields.present.contains(field) else { return nil }
    var index = Int(fields.first + fields.count)
    while index > Int(fields.first) {
      index -= 1
      if fieldRows[index].field == field { return fieldRows[index] }
    }
    return nil
  }

  /// The value of a field.
  public func value(_ field: Field, of owner: some HasFields) -> NodeID? {
    row(field, of: owner)?.value
  }
}

// MARK: - Values

extension StateMachine {
  /// Whether nothing can be said about a value; see ``Syntax/SyntaxTree/isUnsettled(_:)``.
  public func isUnknown(_ value: NodeID) -> Bool { tree.isUnsettled(value) }

  /// Whether a string is filled in before AWS sees it: it holds a `${Name}`.
  public func hasSubstitution(_ value: NodeID) -> Bool { tree.hasSubstitution(value) }

  /// Whether a value is a string that means what it says.
  public func isLiteralString(_ value: NodeID) -> Bool { tree.isLiteralString(value) }
}

extension StateMachine {
  /// What a Task calls; ``ResourceARN/unknown`` if that cannot be known. O(length of the text).
  public func resource(of task: State) -> ResourceARN {
    guard let value = value(.resource, of: task), tree.kind(value) == .string, !tree.isTagged(value) else {
      return .unknown
    }
    return tree.withText(value, ResourceARN.init)
  }
}
