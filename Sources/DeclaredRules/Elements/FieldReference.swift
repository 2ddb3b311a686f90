import Linting

/// What a rule looks at: one of several fields, the first that is there.
struct FieldReference: Sendable {
  enum Place: Sendable {
    /// The element's name.
    case name
    /// The name of the state that a transition leads to.
    case target
    /// The `Resource` of the state that the element is or belongs to.
    case resource
    /// The element itself.
    case itself
    case path(ValuePath, Shortcut?)
  }

  /// A path that begins with a field of a state: found without comparing texts.
  struct Shortcut: Sendable {
    let field: Field
    /// The field that says where the value is to be found when the workflow runs, such as `TimeoutSecondsPath`.
    let sibling: Field?
    let rest: ValuePath
  }

  let places: [Place]
  /// As messages call it; empty for the element itself.
  let title: String

  static let itself = FieldReference(places: [.itself], title: "")
  static let name = FieldReference(places: [.name], title: "name")
}

/// What was found of a ``FieldReference``.
enum Found {
  case nothing
  /// It is there, or may be there, with a value that cannot be known.
  case unknown
  case text(String)
  case one(NodeID)
  case several([NodeID])
}

extension InspectedWorkflow {
  func find(_ reference: FieldReference, of element: Element) -> Found {
    for place in reference.places {
      let found = find(place, of: element)
      if case .nothing = found { continue }
      return found
    }
    return .nothing
  }

  private func find(_ place: FieldReference.Place, of element: Element) -> Found {
    switch place {
    case .itself: return .one(element.node)
    case .name:
      // Of the workflow itself a name is always there; a step without one has it filled in, or another fault.
      guard element.node != root else { return .text(name) }
      return element.name.map { .one($0) } ?? .unknown
    case .target: return element.target.map { .one($0.name) } ?? .unknown
    case .resource:
      guard let machine, let state = element.state, !tree.isUnsettled(machine[state].node) else {
        return .unknown
      }
      return machine.value(.resource, of: machine[state]).map { .one($0) } ?? .nothing
    case .path(let path, let shortcut):
      if let shortcut, let state = element.state { return find(shortcut, of: state) }
      return find(path, in: element.node)
    }
  }

  private func find(_ shortcut: FieldReference.Shortcut, of id: StateID) -> Found {
    guard let machine else { return .nothing }
    let state = machine[id]
    guard !tree.isUnsettled(state.node) else { return .unknown }
    let present = state.fields.present
    guard present.contains(shortcut.field), let value = machine.value(shortcut.field, of: state) else {
      return shortcut.sibling.map { present.contains($0) } ?? false ? .unknown : .nothing
    }
    return shortcut.rest.steps.isEmpty ? .one(value) : find(shortcut.rest, in: value)
  }

  private func find(_ path: ValuePath, in node: NodeID) -> Found {
    let values = path.values(from: node, in: self)
    if values.mayHaveOthers, values.nodes.isEmpty { return .unknown }
    guard let first = values.nodes.first else { return .nothing }
    return values.nodes.count == 1 ? .one(first) : .several(values.nodes)
  }
}
