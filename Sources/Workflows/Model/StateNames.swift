import Syntax

/// Finds states by their names, without copying any: a hash table over the texts of the tree.
///
/// The hash is seeded a process, so that no document can be made to collide.
struct StateNames: ~Copyable {
  private let tree: SyntaxTree
  /// For each slot the last state of its name; a power of two in length, at most half full.
  private var slots: [UInt32]
  private var distinctNames = 0

  private static let none = UInt32.max

  init(_ tree: SyntaxTree) {
    self.tree = tree
    // Definitions have a state in 15 to 30 nodes; a guess that is too low only costs a few rehashes.
    var size = 64
    while size < tree.nodes.count / 8 { size *= 2 }
    slots = Array(repeating: Self.none, count: size)
  }

  /// Adds the state that was appended last, and notes in `states` what it repeats.
  mutating func insert(_ id: StateID, into states: inout [State]) {
    if distinctNames * 2 >= slots.count { grow(states) }
    let slot = slot(of: states[Int(id.index)].name, states)
    let last = slots[slot]
    slots[slot] = id.index
    guard last != Self.none else {
      distinctNames += 1
      return
    }
    states[Int(id.index)].firstOfSameName = states[Int(last)].firstOfSameName ?? StateID(last)
    if states[Int(last)].scope == states[Int(id.index)].scope { states[Int(last)].isOverridden = true }
  }

  /// What a `StartAt`, `Next` or `Default` with this value names, seen from the scope whose states were added last.
  func target(of value: NodeID, in scope: ScopeID, _ states: [State]) -> Target {
    guard tree.kind(value) == .string, !tree.isTagged(value) else { return .unknown }
    let last = slots[slot(of: value, states)]
    if last != Self.none, states[Int(last)].scope == scope { return .state(StateID(last)) }
    return tree.text(value).contains("${") ? .unknown : .missing(elsewhere: nil)
  }

  /// Any state of the document with this name.
  func state(named value: NodeID, _ states: [State]) -> StateID? {
    let last = slots[slot(of: value, states)]
    return last == Self.none ? nil : StateID(last)
  }

  /// The slot that holds the states with this text, or the free one where they would be.
  private func slot(of node: NodeID, _ states: [State]) -> Int {
    let mask = slots.count - 1
    return tree.withText(node) { text in
      var slot = TextHash.of(text) & mask
      while slots[slot] != Self.none {
        let name = states[Int(slots[slot])].name
        if tree.withText(name, { $0.count == text.count && haveSameBytes($0, text) }) { break }
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  private mutating func grow(_ states: [State]) {
    let heads = slots.filter { $0 != Self.none }
    slots = Array(repeating: Self.none, count: slots.count * 2)
    for head in heads { slots[slot(of: states[Int(head)].name, states)] = head }
  }
}
