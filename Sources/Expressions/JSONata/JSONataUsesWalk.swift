/// Visits an expression in the order of evaluation and keeps track of the variables that it binds.
struct JSONataUsesWalk {
  typealias ID = JSONataNode.ID

  private let expression: JSONataExpression
  /// Nil if the expression binds no variable, as most do not.
  private var scopes: JSONataScopes?
  /// Its variables are all that are read, in order; the scopes know them by their index.
  private var uses = JSONataUses()
  /// Which read is the callee of a call, by the call's index.
  private var calleeReads: [(call: Int, read: Int)] = []

  init(_ expression: JSONataExpression) {
    self.expression = expression
    if expression.bindsVariables { scopes = JSONataScopes() }
  }

  mutating func run() -> JSONataUses {
    visit(expression.root, hasContext: false)
    guard var scopes else { return uses }
    scopes.leave()
    for (call, read) in calleeReads { uses.calls[call].isLocal = scopes.isLocal(read: read) }
    uses.variables = uses.variables.indices.filter { !scopes.isLocal(read: $0) }.map { uses.variables[$0] }
    return uses
  }

  /// - Parameters:
  ///   - hasContext: Whether a context item is there to read.
  ///   - isStep: Whether the node is a step of a path, where strings are names.
  /// - Returns: The index in `uses.variables` of the variable that a name behind the node would be a static step of.
  @discardableResult
  private mutating func visit(_ id: ID, hasContext: Bool, isStep: Bool = false) -> Int? {
    let children = expression.children(id)
    switch expression.kind(id) {
    case .name: if !hasContext { note(.field, id) }
    case .string: if isStep, !hasContext { note(.field, id) }
    case .variable: return visitVariable(id, hasContext)
    case .step, .predicate, .group, .sort, .focus, .index:
      return visitPath(id, children, hasContext, isStep)
    case .block: return visitBlock(children, hasContext)
    case .lambda: visitLambda(children, hasContext)
    case .assignment:
      for value in children.dropFirst() { visit(value, hasContext: hasContext) }
      for variable in children.prefix(1) { bind(variable) }
    case .call, .partialCall: visitCall(id, hasContext, isChained: false)
    case .chain: visitChain(children, hasContext)
    case .transform: for child in children { visit(child, hasContext: true) }
    case .negation, .array, .object, .condition, .range, .binary:
      for child in children { visit(child, hasContext: hasContext) }
    case .number, .boolean, .null, .regex, .wildcard, .descendant, .parent, .placeholder, .signature,
      .missing:
      break
    }
    return nil
  }

  private mutating func note(_ kind: JSONataUses.ContextRead.Kind, _ id: ID) {
    uses.contextReads.append(JSONataUses.ContextRead(kind: kind, node: id))
  }

  private mutating func visitVariable(_ id: ID, _ hasContext: Bool) -> Int? {
    switch expression.root(namedBy: id) {
    case .context:
      if !hasContext { note(.context, id) }
      return nil
    case .document:
      note(hasContext ? .innerRoot : .root, id)
      return nil
    case nil: break
    }
    if scopes != nil { scopes?.read(expression.name(id)) }
    uses.variables.append(JSONataUses.VariableRead(node: id, firstStep: UInt32(uses.steps.count)))
    return uses.variables.count - 1
  }

  private mutating func bind(_ variable: ID) {
    scopes?.bind(expression.name(variable))
  }

  private mutating func visitBlock(_ children: ArraySlice<ID>, _ hasContext: Bool) -> Int? {
    scopes?.enter()
    defer { scopes?.leave() }
    var last: Int?
    for child in children { last = visit(child, hasContext: hasContext) }
    return children.count == 1 ? last : nil
  }

  private mutating func visitLambda(_ children: ArraySlice<ID>, _ hasContext: Bool) {
    scopes?.enterLambda()
    defer { scopes?.leave() }
    for parameter in children.dropLast() where expression.kind(parameter) == .variable {
      bind(parameter)
    }
    for body in children.suffix(1) { visit(body, hasContext: hasContext) }
  }
}

// MARK: - Paths

extension JSONataUsesWalk {
  private mutating func visitPath(
    _ id: ID, _ children: ArraySlice<ID>, _ hasContext: Bool, _ isStep: Bool
  ) -> Int? {
    guard let left = children.first else { return nil }
    let isDot = expression.kind(id) == .step
    let read = visit(left, hasContext: hasContext, isStep: isStep || isDot)
    return visitBehind(id, read)
  }

  /// Visits what stands to the right of a path's left side.
  private mutating func visitBehind(_ id: ID, _ read: Int?) -> Int? {
    let right = expression.children(id).dropFirst()
    switch expression.kind(id) {
    case .step: return right.first.flatMap { visitStep($0, behind: read) }
    case .focus, .index:
      // It is seen by the steps to the right; that it is not seen behind the path matters to no one.
      for variable in right { bind(variable) }
    default:
      for child in right { visit(child, hasContext: true) }
    }
    return nil
  }

  /// Visits a later step. Predicates and bindings are written into it: `a.b[0]` is the step `b[0]` of `a`.
  private mutating func visitStep(_ id: ID, behind read: Int?) -> Int? {
    switch expression.kind(id) {
    case .name, .string:
      if let read {
        // No other variable is read between the steps of one.
        uses.steps.append(id)
        uses.variables[read].stepCount += 1
      }
      return read
    case .predicate, .focus, .index:
      let read = expression.children(id).first.flatMap { visitStep($0, behind: read) }
      return visitBehind(id, read)
    default:
      visit(id, hasContext: true, isStep: true)
      return nil
    }
  }
}

// MARK: - Calls

extension JSONataUsesWalk {
  private mutating func visitChain(_ children: ArraySlice<ID>, _ hasContext: Bool) {
    guard let left = children.first, let right = children.last else { return }
    visit(left, hasContext: hasContext)
    switch expression.kind(right) {
    case .call: visitCall(right, hasContext, isChained: true)
    case .variable:
      guard let read = visitVariable(right, hasContext) else { return }
      addCall(right, callee: right, argumentCount: 1, read: read)
    default: visit(right, hasContext: hasContext)
    }
  }

  private mutating func visitCall(_ id: ID, _ hasContext: Bool, isChained: Bool) {
    let children = expression.children(id)
    guard let callee = children.first else { return }
    let count = children.count - 1 + (isChained ? 1 : 0)
    switch expression.kind(callee) {
    case .variable:
      if let read = visitVariable(callee, hasContext) {
        addCall(id, callee: callee, argumentCount: count, read: read)
      }
    case .name:
      if !hasContext { note(.callee, callee) }
      addCall(id, callee: callee, argumentCount: count, read: nil)
    default: visit(callee, hasContext: hasContext)
    }
    for argument in children.dropFirst() { visit(argument, hasContext: hasContext) }
  }

  private mutating func addCall(_ id: ID, callee: ID, argumentCount: Int, read: Int?) {
    if let read {
      uses.variables[read].isCallee = true
      if scopes != nil { calleeReads.append((uses.calls.count, read)) }
    }
    uses.calls.append(
      JSONataUses.Call(
        node: id, callee: callee, argumentCount: argumentCount,
        isPartial: expression.kind(id) == .partialCall, isLocal: false))
  }
}
