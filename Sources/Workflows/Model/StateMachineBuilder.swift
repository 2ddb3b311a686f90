import SourceText
import Syntax

/// Builds the rows of a ``StateMachine``, scope by scope, outer before inner.
struct StateMachineBuilder: ~Copyable {
  let tree: SyntaxTree
  private(set) var language = QueryLanguage.jsonPath
  private(set) var scopes: [Scope] = []
  private(set) var states: [State] = []
  private(set) var transitions: [Transition] = []
  private(set) var retriers: [Retrier] = []
  private(set) var catchers: [Catcher] = []
  private(set) var choiceRules: [ChoiceRule] = []
  private(set) var objects: [ObjectRow] = []
  private(set) var fieldRows: [FieldRow] = []
  private(set) var defects: [ModelDefect] = []
  private var names: StateNames
  private let fieldNames = FieldNames.shared
  private let acceptedKinds = FieldTable.acceptedKinds

  /// Whose objects are being read.
  private var scope = ScopeID.machine
  private var state: StateID?
  private var stateLanguage = QueryLanguage.jsonPath

  init(_ tree: SyntaxTree) {
    self.tree = tree
    names = StateNames(tree)
    // What definitions come to; more only costs a copy.
    let nodes = tree.nodes.count
    fieldRows.reserveCapacity(nodes * 2 / 5)
    objects.reserveCapacity(nodes / 8)
    states.reserveCapacity(nodes / 20)
    transitions.reserveCapacity(nodes / 16)
    choiceRules.reserveCapacity(nodes / 64)
    retriers.reserveCapacity(nodes / 64)
    catchers.reserveCapacity(nodes / 64)
  }

  mutating func build(_ root: NodeID) {
    addScope(root, .machine, owner: nil)
    var index = 0
    while index < scopes.count {
      readScope(at: index)
      index += 1
    }
    findStatesElsewhere()
  }
}

// MARK: - Scopes and states

extension StateMachineBuilder {
  private mutating func addScope(_ node: NodeID, _ kind: Scope.Kind, owner: StateID?) {
    let parent = owner.map { states[Int($0.index)].scope }
    let id = ScopeID(UInt32(scopes.count))
    scope = id
    let objectKind: ObjectKind =
      switch kind {
      case .machine: .machine
      case .branch: .branch
      case .processor: .processor
      }
    let fields = readFields(node)
    if kind == .machine, let value = value(.queryLanguage, of: fields) {
      language = queryLanguage(value, in: .machine)
    }
    stateLanguage = language
    addObject(node, objectKind, fields)
    scopes.append(
      Scope(
        id: id, kind: kind, owner: owner, parent: parent, node: node, fields: fields, states: 0..<0,
        start: .unknown))
  }

  private mutating func readScope(at index: Int) {
    scope = scopes[index].id
    state = nil
    stateLanguage = language
    if let config = value(.processorConfig, of: scopes[index].fields) { readPart(config, .processorConfig) }
    let first = UInt32(states.count)
    if let node = value(.states, of: scopes[index].fields), tree.kind(node) == .object {
      var key = NodeID(node.index + 1)
      while key.index < tree[node].next {
        let state = NodeID(key.index + 1)
        readState(key, state)
        key = NodeID(tree[state].next)
      }
    }
    scopes[index].states = first..<UInt32(states.count)
    if let name = value(.startAt, of: scopes[index].fields) {
      scopes[index].start = names.target(of: name, in: scope, states)
    }
    // The parts come second, so that the states of one scope stand together, and targets behind their source are known.
    for position in Int(first)..<states.count { readParts(ofStateAt: position) }
  }

  private mutating func readState(_ key: NodeID, _ node: NodeID) {
    let id = StateID(UInt32(states.count))
    state = id
    let fields = readFields(node)
    stateLanguage = value(.queryLanguage, of: fields).map { queryLanguage($0, in: .untypedState) } ?? language
    let type = stateType(value(.type, of: fields))
    addObject(node, ObjectKind(type), fields)
    let ends = value(.end, of: fields).map { tree.boolean($0) ?? tree.isUnknown($0) } ?? false
    states.append(
      State(
        id: id, scope: scope, type: type, language: stateLanguage,
        isTerminal: ends || type == .succeed || type == .fail, name: key, node: node, fields: fields))
    names.insert(id, into: &states)
  }

  private mutating func stateType(_ value: NodeID?) -> StateType {
    guard let value, tree.kind(value) == .string else { return .unknown }
    if let type = tree.withText(value, StateType.init(spelt:)) { return type }
    if !tree.text(value).contains("${") { report(.unknownStateType, value, in: .untypedState) }
    return .unknown
  }

  /// AWS takes any value other than exactly `JSONPath` for JSONata, and refuses it (measured 2026-08).
  private mutating func queryLanguage(_ value: NodeID, in object: ObjectKind) -> QueryLanguage {
    if tree.text(value, is: "JSONPath") { return .jsonPath }
    if tree.text(value, is: "JSONata") { return .jsonata }
    guard tree.kind(value) == .string, !tree.text(value).contains("${") else { return language }
    report(.unknownQueryLanguage, value, in: object)
    return .jsonata
  }

  private mutating func readParts(ofStateAt position: Int) {
    let id = states[position].id
    let fields = states[position].fields
    state = id
    scope = states[position].scope
    stateLanguage = states[position].language

    let firstTransition = UInt32(transitions.count)
    if let next = value(.next, of: fields) { addTransition(.next, next) }
    states[position].choiceRules = readChoiceRules(fields)
    if let next = value(.default, of: fields) { addTransition(.default, next) }
    states[position].retriers = readRetriers(fields)
    states[position].catchers = readCatchers(fields)
    states[position].transitions = firstTransition..<UInt32(transitions.count)
    readMapParts(fields)
    states[position].scopes = addScopes(of: id, fields)
  }

  private mutating func addScopes(of id: StateID, _ fields: FieldList) -> Range<UInt32> {
    let first = UInt32(scopes.count)
    let outer = scope
    forEachEntry(of: .branches, in: fields) { builder, position, branch in
      builder.addScope(branch, .branch(position), owner: id)
    }
    if let processor = value(.itemProcessor, of: fields) ?? value(.iterator, of: fields),
      !tree.isUnknown(processor)
    {
      addScope(processor, .processor, owner: id)
    }
    scope = outer
    return first..<UInt32(scopes.count)
  }
}

// MARK: - Parts of states

extension StateMachineBuilder {
  private mutating func addTransition(_ kind: Transition.Kind, _ name: NodeID) {
    guard let state else { return }
    let target = names.target(of: name, in: scope, states)
    transitions.append(Transition(source: state, kind: kind, name: name, target: target))
  }

  private mutating func readChoiceRules(_ fields: FieldList) -> Range<UInt32> {
    let first = UInt32(choiceRules.count)
    forEachEntry(of: .choices, in: fields) { builder, position, rule in
      builder.readChoiceRule(rule, position: position, depth: 0)
    }
    return first..<UInt32(choiceRules.count)
  }

  private mutating func readChoiceRule(_ node: NodeID, position: Int, depth: Int) {
    guard let state else { return }
    let fields = readObject(node, depth == 0 ? .choiceRule : .nestedRule)
    choiceRules.append(ChoiceRule(state: state, position: position, depth: depth, node: node, fields: fields))
    if depth == 0, let next = value(.next, of: fields) { addTransition(.choice(position), next) }
    for field in [Field.and, .or] where fields.present.contains(field) {
      forEachEntry(of: field, in: fields) { builder, position, rule in
        builder.readChoiceRule(rule, position: position, depth: depth + 1)
      }
    }
    if let rule = value(.not, of: fields), tree.kind(rule) == .object {
      readChoiceRule(rule, position: 0, depth: depth + 1)
    }
  }

  private mutating func readRetriers(_ fields: FieldList) -> Range<UInt32> {
    let first = UInt32(retriers.count)
    guard let state else { return first..<first }
    forEachEntry(of: .retry, in: fields) { builder, position, node in
      let fields = builder.readObject(node, .retrier)
      builder.retriers.append(Retrier(state: state, position: position, node: node, fields: fields))
    }
    return first..<UInt32(retriers.count)
  }

  private mutating func readCatchers(_ fields: FieldList) -> Range<UInt32> {
    let first = UInt32(catchers.count)
    guard let state else { return first..<first }
    forEachEntry(of: .catch, in: fields) { builder, position, node in
      let fields = builder.readObject(node, .catcher)
      builder.catchers.append(Catcher(state: state, position: position, node: node, fields: fields))
      if let next = builder.value(.next, of: fields) { builder.addTransition(.catch(position), next) }
    }
    return first..<UInt32(catchers.count)
  }

  private mutating func readMapParts(_ fields: FieldList) {
    if let reader = value(.itemReader, of: fields), let part = readPart(reader, .itemReader),
      let config = value(.readerConfig, of: part)
    {
      readPart(config, .readerConfig)
    }
    if let batcher = value(.itemBatcher, of: fields) { readPart(batcher, .itemBatcher) }
    if let writer = value(.resultWriter, of: fields), let part = readPart(writer, .resultWriter),
      let config = value(.writerConfig, of: part)
    {
      readPart(config, .writerConfig)
    }
  }

  /// Visits what stands in the list of a field, but for what cannot be known.
  private mutating func forEachEntry(
    of field: Field, in fields: FieldList,
    _ body: (inout StateMachineBuilder, _ position: Int, NodeID) -> Void
  ) {
    guard let list = value(field, of: fields), tree.kind(list) == .array else { return }
    var entry = NodeID(list.index + 1)
    var position = 0
    while entry.index < tree[list].next {
      if !tree.isUnknown(entry) { body(&self, position, entry) }
      entry = NodeID(tree[entry].next)
      position += 1
    }
  }

  /// Reads an object that is the value of a field; another kind of value is left to the field's own shape.
  @discardableResult
  private mutating func readPart(_ node: NodeID, _ kind: ObjectKind) -> FieldList? {
    tree.kind(node) == .object ? readObject(node, kind) : nil
  }
}

// MARK: - Objects

extension StateMachineBuilder {
  private mutating func readObject(_ node: NodeID, _ kind: ObjectKind) -> FieldList {
    let fields = readFields(node)
    addObject(node, kind, fields)
    return fields
  }

  private mutating func readFields(_ node: NodeID) -> FieldList {
    let first = UInt32(fieldRows.count)
    var present: FieldSet = []
    let names = fieldNames
    tree.forEachMemberName(node) { key, value, name in
      let field = names.field(spelt: name)
      present.insert(field)
      fieldRows.append(FieldRow(field: field, key: key, value: value))
    }
    return FieldList(first: first, count: UInt32(fieldRows.count) - first, present: present)
  }

  private mutating func addObject(_ node: NodeID, _ kind: ObjectKind, _ fields: FieldList) {
    if tree.kind(node) == .object {
      objects.append(
        ObjectRow(
          kind: kind, language: stateLanguage, scope: scope, state: state, node: node, fields: fields,
          hasUnusualValue: hasUnusualValue(fields, in: kind)))
    } else if !tree.isUnknown(node) {
      report(.notAnObject, node, in: kind)
    }
  }

  private func hasUnusualValue(_ fields: FieldList, in kind: ObjectKind) -> Bool {
    let offset = Int(kind.rawValue) << 7
    for index in Int(fields.first)..<Int(fields.first + fields.count) {
      let row = fieldRows[index]
      let value = tree.nodes[Int(row.value.index)].kind
      if acceptedKinds[offset | Int(row.field.rawValue)] >> UInt16(value.rawValue) & 1 == 0 { return true }
    }
    return false
  }

  private func value(_ field: Field, of fields: FieldList) -> NodeID? {
    guard fields.present.contains(field) else { return nil }
    var index = Int(fields.first + fields.count)
    while index > Int(fields.first) {
      index -= 1
      if fieldRows[index].field == field { return fieldRows[index].value }
    }
    return nil
  }

  private mutating func report(_ kind: ModelDefect.Kind, _ node: NodeID, in object: ObjectKind) {
    defects.append(ModelDefect(kind: kind, node: node, range: tree.range(node), object: object))
  }
}

// MARK: - Names

extension StateMachineBuilder {
  /// Looks up in the whole document what no state of its own scope has as its name.
  private mutating func findStatesElsewhere() {
    for index in scopes.indices where scopes[index].start == .missing(elsewhere: nil) {
      guard let name = value(.startAt, of: scopes[index].fields) else { continue }
      scopes[index].start = .missing(elsewhere: names.state(named: name, states))
    }
    for index in transitions.indices where transitions[index].target == .missing(elsewhere: nil) {
      transitions[index].target = .missing(elsewhere: names.state(named: transitions[index].name, states))
    }
  }
}
