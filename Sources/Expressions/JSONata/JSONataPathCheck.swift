import SourceText

/// Finds what is grammatical and yet refused: literals as steps, predicates and bindings in the wrong order,
/// and `%` without a parent.
///
/// The reference finds these while it turns the tree into paths with steps. The check forms the same paths in
/// the same order, with no more in them than decides about an error, so that the first error is the same.
struct JSONataPathCheck {
  private let expression: JSONataExpression

  init(_ expression: JSONataExpression) {
    self.expression = expression
  }

  func run() throws(JSONataError) {
    let whole = try part(expression.root)
    if case .parent(let demand) = whole.kind { throw JSONataError(.noParent, demand.range) }
    if let demand = whole.demands?.first { throw JSONataError(.noParent, demand.range) }
  }

  /// A `%` that looks for the step which makes its parent.
  private final class Demand {
    let range: ByteRange
    /// How many more steps to go back; 0 if the step is found.
    var level = 1

    init(_ range: ByteRange) {
      self.range = range
    }
  }

  /// An operand, as a step of a path or by itself.
  private final class Part {
    enum Kind {
      /// The steps, and how many of them have been looked at for literals.
      case path([Part], checked: Int)
      case name, wildcard
      case parent(Demand)
      /// Its last expression.
      case block(Part?)
      case number, booleanOrNull, string
      case sort
      case other
    }

    var kind: Kind
    let range: ByteRange
    var hasGroup = false
    /// Predicates, as the reference keeps them of a step and of what is no step.
    var hasStages = false
    var hasPredicate = false
    var hasFocus = false
    /// What is looked for further left; nil if nothing was ever asked for.
    var demands: [Demand]?

    init(_ kind: Kind, _ range: ByteRange) {
      self.kind = kind
      self.range = range
    }

    var steps: [Part]? {
      if case .path(let steps, _) = kind { steps } else { nil }
    }

    /// The last step of a path; of anything else itself.
    var lastStep: Part { steps?.last ?? self }

    /// Hands on what `other`, a part of this one, looks for.
    func adoptDemands(of other: Part) {
      if let adopted = other.demands { add(adopted) }
      if case .parent(let demand) = other.kind { add([demand]) }
    }

    func add(_ more: [Demand]) {
      if demands == nil { demands = [] }
      demands?.append(contentsOf: more)
    }
  }

  private func part(_ id: JSONataNode.ID) throws(JSONataError) -> Part {
    let node = expression[id]
    let children = expression.children(id)
    switch node.kind {
    case .name: return Part(.path([Part(.name, node.range)], checked: 1), node.range)
    case .wildcard: return Part(.wildcard, node.range)
    case .parent: return Part(.parent(Demand(node.range)), node.range)
    case .number: return Part(.number, node.range)
    case .boolean, .null: return Part(.booleanOrNull, node.range)
    case .missing: throw JSONataError(.unexpectedEnd, node.range)
    case .string: return Part(.string, node.range)
    case .variable, .descendant, .regex, .placeholder, .signature: return Part(.other, node.range)
    case .negation: return try negation(node, children)
    case .block: return try block(node, children)
    case .array, .object, .binary, .range, .condition:
      return try adopting(children, Part(.other, node.range))
    case .call, .partialCall:
      let result = try adopting(children.dropFirst(), Part(.other, node.range))
      for callee in children.prefix(1) { _ = try part(callee) }
      return result
    case .assignment:
      for variable in children.prefix(1) { _ = try part(variable) }
      return try adopting(children.dropFirst(), Part(.other, node.range))
    case .lambda, .transform, .chain:
      // A parent is not looked for outside of these.
      for child in children { _ = try part(child) }
      return Part(.other, node.range)
    case .step, .predicate, .group, .sort, .focus, .index:
      guard let left = children.first else { return Part(.other, node.range) }
      return try pathOperation(node, try part(left), children.dropFirst())
    }
  }

  private func adopting(
    _ children: ArraySlice<JSONataNode.ID>, _ result: Part
  ) throws(JSONataError) -> Part {
    for child in children { result.adoptDemands(of: try part(child)) }
    return result
  }

  private func negation(
    _ node: JSONataNode, _ children: ArraySlice<JSONataNode.ID>
  ) throws(JSONataError) -> Part {
    let result = Part(.other, node.range)
    for child in children {
      let operand = try part(child)
      // The sign becomes part of the number.
      if case .number = operand.kind { return operand }
      result.adoptDemands(of: operand)
    }
    return result
  }

  private func block(
    _ node: JSONataNode, _ children: ArraySlice<JSONataNode.ID>
  ) throws(JSONataError) -> Part {
    let result = Part(.block(nil), node.range)
    for child in children {
      let expression = try part(child)
      result.adoptDemands(of: expression)
      result.kind = .block(expression)
    }
    return result
  }
}

// MARK: - Paths

extension JSONataPathCheck {
  private func pathOperation(
    _ node: JSONataNode, _ left: Part, _ right: ArraySlice<JSONataNode.ID>
  ) throws(JSONataError) -> Part {
    switch node.kind {
    case .step: return try step(node, left, right)
    case .predicate: return try predicate(node, left, right)
    case .group:
      if left.hasGroup { throw JSONataError(.secondGroup, node.tokenRange) }
      left.hasGroup = true
      for child in right { _ = try part(child) }
      return left
    case .sort:
      let sort = try adopting(right, Part(.sort, node.range))
      let path = left.steps == nil ? Part(.path([left], checked: 0), node.range) : left
      append([sort], to: path)
      try satisfyDemands(ofLastStepOf: path)
      return path
    case .focus:
      let step = left.lastStep
      if step.hasStages || step.hasPredicate { throw JSONataError(.bindingAfterPredicate, node.tokenRange) }
      if case .sort = step.kind { throw JSONataError(.bindingAfterSort, node.tokenRange) }
      step.hasFocus = true
      return left
    default:
      if left.steps != nil { return left }
      left.hasStages = left.hasPredicate
      left.hasPredicate = false
      return Part(.path([left], checked: 0), node.range)
    }
  }

  private func step(
    _ node: JSONataNode, _ left: Part, _ right: ArraySlice<JSONataNode.ID>
  ) throws(JSONataError) -> Part {
    let path = left.steps == nil ? Part(.path([left], checked: 0), node.range) : left
    if case .parent(let demand) = left.kind { path.demands = [demand] }
    for child in right {
      let next = try part(child)
      if next.steps == nil, next.hasPredicate {
        next.hasStages = true
        next.hasPredicate = false
      }
      append(next.steps ?? [next], to: path)
    }
    try checkLiterals(in: path)
    try satisfyDemands(ofLastStepOf: path)
    return path
  }

  private func append(_ more: [Part], to path: Part) {
    guard case .path(var steps, let checked) = path.kind else { return }
    // The array moves out of the path while it grows, so that it is not copied.
    path.kind = .other
    steps += more
    path.kind = .path(steps, checked: checked)
  }

  /// Refuses literals as steps, except for strings, which are names there.
  private func checkLiterals(in path: Part) throws(JSONataError) {
    guard case .path(let steps, let checked) = path.kind else { return }
    for step in steps[checked...] {
      switch step.kind {
      case .number, .booleanOrNull: throw JSONataError(.literalStep, step.range)
      case .string: step.kind = .name
      default: break
      }
    }
    path.kind = .path(steps, checked: steps.count)
  }

  private func predicate(
    _ node: JSONataNode, _ left: Part, _ right: ArraySlice<JSONataNode.ID>
  ) throws(JSONataError) -> Part {
    let step = left.lastStep
    if step.hasGroup { throw JSONataError(.predicateAfterGroup, node.tokenRange) }
    for child in right {
      let condition = try part(child)
      guard let demands = condition.demands else { continue }
      for demand in demands {
        if demand.level == 1 { try satisfy(demand, by: step) } else { demand.level -= 1 }
      }
      step.adoptDemands(of: condition)
    }
    if left.steps == nil { step.hasPredicate = true } else { step.hasStages = true }
    return left
  }

  /// Goes back from the last step for what it looks for, and leaves to the path what is not found.
  private func satisfyDemands(ofLastStepOf path: Part) throws(JSONataError) {
    guard let steps = path.steps, let last = steps.last else { return }
    var demands = last.demands ?? []
    if case .parent(let demand) = last.kind { demands.append(demand) }
    for demand in demands {
      var index = steps.count - 2
      while demand.level > 0 {
        guard index >= 0 else {
          path.add([demand])
          break
        }
        // Steps that bind a variable each stand for the same items.
        while index > 0, steps[index].hasFocus, steps[index - 1].hasFocus { index -= 1 }
        try satisfy(demand, by: steps[index])
        index -= 1
      }
    }
  }

  private func satisfy(_ demand: Demand, by part: Part) throws(JSONataError) {
    switch part.kind {
    case .name, .wildcard: demand.level -= 1
    case .parent: demand.level += 1
    case .block(let last):
      if let last { try satisfy(demand, by: last) }
    case .path(let steps, _):
      for (index, step) in steps.reversed().enumerated() where index == 0 || demand.level > 0 {
        try satisfy(demand, by: step)
      }
    case .number, .booleanOrNull, .string, .sort, .other: throw JSONataError(.noParent, demand.range)
    }
  }
}
