import Linting

/// What a rule asks of each of its elements: one entry of `then`. All of its checks must hold; the first that does not
/// makes the finding.
struct Demand: Sendable {
  enum Check: Sendable {
    case exists, absent
    case value(ValueCheck)
    /// The number is unique in the rule.
    case flow(FlowCheck, number: Int)
  }

  let field: FieldReference
  let checks: [Check]
}

/// What an element does that it should not. Its words are made for what is reported only.
struct Violation {
  enum Cause {
    case missing
    case surplus(NodeID)
    case value(ValueCheck, Value)
    case flow(FlowCheck)
  }

  let element: Element
  let demand: Demand
  let cause: Cause
}

extension InspectedWorkflow {
  /// Where an element is not as demanded. What cannot be known is no violation.
  func forEachViolation(of demand: Demand, by element: Element, _ body: (Violation) -> Void) {
    var known: Found?
    func found() -> Found {
      let found = known ?? find(demand.field, of: element)
      known = found
      return found
    }
    func add(_ cause: Violation.Cause) {
      body(Violation(element: element, demand: demand, cause: cause))
    }
    for check in demand.checks {
      switch check {
      case .flow(let flow, let number):
        if satisfies(element, flow, number: number) == false { return add(.flow(flow)) }
      case .exists:
        if case .nothing = found() { return add(.missing) }
      case .absent:
        if let node = found().first { return add(.surplus(node)) }
      case .value(let check):
        var isViolated = false
        found().forEachValue { value in
          guard satisfies(value, check) == false else { return }
          isViolated = true
          add(.value(check, value))
        }
        if isViolated { return }
      }
    }
  }
}

// MARK: - Words

extension InspectedWorkflow {
  /// What is underlined.
  func place(of violation: Violation) -> NodeID {
    switch violation.cause {
    case .value(_, .node(let node)): return node
    case .surplus(let node) where !violation.demand.field.title.isEmpty && node.index > 0:
      // A key stands right before its value.
      let key = NodeID(node.index - 1)
      return tree.kind(key) == .key ? key : node
    default: return violation.element.title
    }
  }

  /// What is wrong, as a sentence.
  func complaint(about violation: Violation) -> String {
    let element = violation.element
    let field = violation.demand.field.title
    switch violation.cause {
    case .missing: return "\(phrase(element)) has no \(quoted(field))."
    case .surplus:
      return field.isEmpty
        ? "\(phrase(element)) should not be there."
        : "\(phrase(element)) has \(quoted(field)), which should not be there."
    case .value(let check, let value):
      let end = "\(check.complaint(about: value, in: self))."
      if field == FieldReference.name.title { return "The name \(shown(value)) \(end)" }
      let subject =
        field.isEmpty ? phrase(element) : "\(quoted(field)) of \(phrase(element, isInside: true))"
      return "\(subject) is \(shown(value)), which \(end)"
    case .flow(let check):
      let complaint = complaint(about: check, element)
      return complaint.prefix(1).uppercased() + complaint.dropFirst()
    }
  }

  private func complaint(about check: FlowCheck, _ element: Element) -> String {
    let subject = phrase(element)
    let isStep = element.step != nil
    let noun = isStep ? "a step" : "a state"
    return switch check {
    case .next(let wanted):
      isStep
        ? "No step with \(wanted.phrase) waits for \(subject)."
        : "\(subject) does not lead to a state with \(wanted.phrase)."
    case .eventually(let wanted):
      isStep
        ? "No step with \(wanted.phrase) comes after \(subject)."
        : "From \(subject) the workflow can end without \(noun) with \(wanted.phrase)."
    case .reachableFrom(let wanted): "No way leads from \(noun) with \(wanted.phrase) to \(subject)."
    case .caughtBy(let error): "Nothing catches \(error) of \(subject)."
    case .retriedFor(let error): "\(subject) is not tried again after \(error)."
    }
  }

  /// What to do, where that is plain.
  func advice(on violation: Violation) -> String? {
    guard case .value(.casing(let casing), let value) = violation.cause else { return nil }
    let verb = violation.demand.field.title == FieldReference.name.title ? "Rename" : "Change"
    return casing.rewritten(plain(value)).map { "\(verb) it to \(quoted($0))." }
  }

  /// The value that is not as it should be, as a placeholder of a message shows it; empty if there is none.
  func value(of violation: Violation) -> String {
    switch violation.cause {
    case .value(_, let value): plain(value)
    case .surplus(let node) where !violation.demand.field.title.isEmpty: plain(.node(node))
    default: ""
    }
  }

  /// How messages call an element, at the beginning of a sentence.
  private func phrase(_ element: Element, isInside: Bool = false) -> String {
    let name = elementName(element)
    let phrase: String
    if element.transition != nil {
      phrase = "the way from \(quoted(name)) to \(quoted(target(of: element)))"
    } else if let machine, let state = element.state {
      guard machine[state].node != element.node else { return quoted(name) }
      phrase =
        element.target == nil && tree.value(element.node, "Next") == nil
        ? "a retrier of \(quoted(name))" : "a catcher of \(quoted(name))"
    } else if element.node == root {
      phrase = "the workflow"
    } else if element.name == nil {
      phrase = element.step == nil ? "the value" : "a step"
    } else {
      return quoted(name)
    }
    return isInside ? phrase : phrase.prefix(1).uppercased() + phrase.dropFirst()
  }

  func elementName(_ element: Element) -> String { element.name.map(tree.text) ?? name }

  private func target(of element: Element) -> String { element.target.map { tree.text($0.name) } ?? "" }

  /// A value as a placeholder of a message shows it.
  private func plain(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .node(let node):
      tree.kind(node) == .object || tree.kind(node) == .array ? tree.kind(node).phrase : tree.text(node)
    }
  }
}

extension Found {
  fileprivate var first: NodeID? {
    switch self {
    case .one(let node): node
    case .several(let nodes): nodes.first
    case .nothing, .unknown, .text: nil
    }
  }

  fileprivate func forEachValue(_ body: (Value) -> Void) {
    switch self {
    case .nothing, .unknown: break
    case .text(let text): body(.text(text))
    case .one(let node): body(.node(node))
    case .several(let nodes): for node in nodes { body(.node(node)) }
    }
  }
}
