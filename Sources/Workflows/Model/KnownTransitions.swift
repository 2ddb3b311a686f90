import Syntax

extension StateMachine {
  /// Whether every way out of a state is there and leads to a known place: none is filled in later, misspelt or
  /// missing. O(transitions of the state).
  public func knowsTransitions(of state: State) -> Bool {
    !state.fields.present.contains(.unknown) && leadsToKnownPlaces(state)
  }

  /// Whether the ways out that a state surely has are there and lead to known places. O(transitions of the state).
  public func leadsToKnownPlaces(_ state: State) -> Bool {
    guard state.isTerminal || !state.transitions.isEmpty else { return false }
    var expected = 0
    for field in [Field.next, .default] where state.fields.present.contains(field) { expected += 1 }
    for field in [Field.choices, .catch] {
      guard let list = value(field, of: state) else { continue }
      guard tree.kind(list) == .array else { return false }
      expected += tree.count(list)
    }
    return state.transitions.count == expected
      && transitions(of: state).allSatisfy { $0.target.state != nil }
  }
}
