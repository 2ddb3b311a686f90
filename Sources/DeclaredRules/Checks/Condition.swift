import Linting

/// What narrows the elements that a rule is about, or describes the state or step that a check looks for.
enum Condition: Sendable {
  /// The type of the state or step that the element is or belongs to.
  case type(TypeSet)
  case transition(Set<TransitionKind>)
  /// A retrier or catcher handles an error of this name.
  case handles(String)
  case has(FieldReference)
  case lacks(FieldReference)
  /// The field is there, and its value, or one of its values, is so.
  case value(FieldReference, [ValueCheck])

  enum TransitionKind: String, CaseIterable, Sendable {
    case next, choice, `default`, `catch`

    init(_ kind: Transition.Kind) {
      self =
        switch kind {
        case .next: .next
        case .choice: .choice
        case .default: .default
        case .catch: .catch
        }
    }
  }
}

/// Conditions that hold together, and how the configuration spells them.
struct Conditions: Sendable {
  var all: [Condition] = []
  /// `type Choice and name "Pay*"`
  var phrase = ""

  /// Whether all hold; nil if that cannot be known.
  func hold(for element: Element, in workflow: InspectedWorkflow) -> Bool? {
    var result: Bool? = true
    for condition in all {
      switch workflow.holds(condition, element) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }
}

extension InspectedWorkflow {
  fileprivate func holds(_ condition: Condition, _ element: Element) -> Bool? {
    switch condition {
    case .type(let types): return type(of: element).map(types.contains)
    case .transition(let kinds):
      return element.transition.map { kinds.contains(Condition.TransitionKind($0)) }
    case .handles(let error): return handles(element.node, error)
    case .has(let reference): return exists(reference, element)
    case .lacks(let reference): return exists(reference, element).map { !$0 }
    case .value(let reference, let checks):
      switch find(reference, of: element) {
      case .nothing: return false
      case .unknown: return nil
      case .text(let text): return satisfiesAll(.text(text), checks)
      case .one(let node): return satisfiesAll(.node(node), checks)
      case .several(let nodes):
        let answers = nodes.map { satisfiesAll(.node($0), checks) }
        return answers.contains(true) ? true : answers.contains(nil) ? nil : false
      }
    }
  }

  private func type(of element: Element) -> UInt8? {
    if let machine, let state = element.state {
      let type = machine[state].type
      return type == .unknown ? nil : type.rawValue
    }
    guard let pipeline, let step = element.step else { return nil }
    let type = pipeline[step].type
    return type == .unknown ? nil : type.rawValue
  }

  func exists(_ reference: FieldReference, _ element: Element) -> Bool? {
    switch find(reference, of: element) {
    case .nothing: false
    // A value that is worked out when the workflow runs is there; one that is filled in may be anything.
    case .unknown: nil
    case .text, .one, .several: true
    }
  }

  private func satisfiesAll(_ value: Value, _ checks: [ValueCheck]) -> Bool? {
    var result: Bool? = true
    for check in checks {
      switch satisfies(value, check) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }
}
