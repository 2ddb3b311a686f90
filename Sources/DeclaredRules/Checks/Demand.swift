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

/// What an element does that it should not.
struct Violation {
  /// What is underlined.
  let node: NodeID
  /// A sentence.
  let complaint: String
  let help: String?
  /// As messages show it; empty if there is none.
  let value: String
}

extension InspectedWorkflow {
  /// Where an element is not as demanded. What cannot be known is no violation.
  func forEachViolation(of demand: Demand, by element: Element, _ body: (Violation) -> Void) {
    let field = demand.field.title
    var found: Found?
    for check in demand.checks {
      switch check {
      case .flow(let flow, let number):
        guard satisfies(element, flow, number: number) == false else { continue }
        return body(violation(of: flow, by: element))
      case .exists:
        let place = found ?? find(demand.field, of: element)
        found = place
        guard case .nothing = place else { continue }
        let complaint = "\(phrase(element)) has no \(quoted(field))."
        return body(Violation(node: element.title, complaint: complaint, help: nil, value: ""))
      case .absent:
        let place = found ?? find(demand.field, of: element)
        found = place
        guard let node = place.first else { continue }
        return body(surplus(node, field, element))
      case .value(let check):
        let place = found ?? find(demand.field, of: element)
        found = place
        var isViolated = false
        place.forEachValue { value in
          guard satisfies(value, check) == false else { return }
          isViolated = true
          body(violation(of: check, value, field, by: element))
        }
        if isViolated { return }
      }
    }
  }

  private func surplus(_ node: NodeID, _ field: String, _ element: Element) -> Violation {
    guard !field.isEmpty else {
      let complaint = "\(phrase(element)) should not be there."
      return Violation(node: element.title, complaint: complaint, help: nil, value: "")
    }
    // A key stands right before its value.
    let key = node.index > 0 ? NodeID(node.index - 1) : node
    return Violation(
      node: tree.kind(key) == .key ? key : node,
      complaint: "\(phrase(element)) has \(quoted(field)), which should not be there.", help: nil,
      value: plain(.node(node)))
  }

  private func violation(
    of check: ValueCheck, _ value: Value, _ field: String, by element: Element
  ) -> Violation {
    let isName = field == FieldReference.name.title
    let subject =
      isName
      ? "The name \(shown(value))"
      : "\(field.isEmpty ? phrase(element) : "\(quoted(field)) of \(phrase(element, isInside: true))") is \(shown(value)), which"
    var help: String?
    if case .casing(let casing) = check {
      help = casing.rewritten(plain(value)).map { "\(isName ? "Rename" : "Change") it to \(quoted($0))." }
    }
    let node = if case .node(let node) = value { node } else { element.title }
    return Violation(
      node: node, complaint: "\(subject) \(check.complaint(about: value, in: self)).", help: help,
      value: plain(value))
  }

  private func violation(of check: FlowCheck, by element: Element) -> Violation {
    let subject = phrase(element)
    let isStep = element.step != nil
    let noun = isStep ? "a step" : "a state"
    let complaint =
      switch check {
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
    return Violation(
      node: element.title, complaint: complaint.prefix(1).uppercased() + complaint.dropFirst(), help: nil,
      value: "")
  }

  // MARK: Words

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
