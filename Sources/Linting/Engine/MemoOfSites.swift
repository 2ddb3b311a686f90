import Expressions
import Syntax
import Workflows

/// What was made of the texts of expressions: each text is read once, and each place looked up once.
final class MemoOfSites<Value> {
  /// By site: a place in `values`; `unread` until someone asks.
  private var places: [UInt32]
  private(set) var values: [Value] = []
  private var placesByText = PlacesByText()
  private let tree: SyntaxTree
  private let read: (NodeID) -> Value

  private static var unread: UInt32 { .max }

  init(count: Int, _ tree: SyntaxTree, _ read: @escaping (NodeID) -> Value) {
    places = Array(repeating: Self.unread, count: count)
    self.tree = tree
    self.read = read
  }

  /// The place in `values` of what was made of a site's text.
  func place(of site: ExpressionSite) -> Int {
    let known = places[Int(site.index)]
    if known != Self.unread { return Int(known) }
    let place = placesByText.place(of: site.value, in: tree)
    if Int(place) == values.count { values.append(read(site.value)) }
    places[Int(site.index)] = place
    return Int(place)
  }
}

/// Numbers texts in the order in which they come, without copying any: a hash table over the texts of a tree.
private struct PlacesByText {
  /// By place: a node with the text.
  private var nodes: [NodeID] = []
  /// For each slot a place; a power of two in length, at most half full.
  private var slots = [UInt32](repeating: none, count: 64)

  private static let none = UInt32.max

  /// The number of a node's text; the count of those before it if it is new.
  mutating func place(of node: NodeID, in tree: SyntaxTree) -> UInt32 {
    let slot = slot(of: node, in: tree)
    if slots[slot] != Self.none { return slots[slot] }
    let place = UInt32(nodes.count)
    slots[slot] = place
    nodes.append(node)
    if nodes.count * 2 >= slots.count { grow(tree) }
    return place
  }

  /// The slot that holds the place of a text, or the free one where it would be.
  private func slot(of node: NodeID, in tree: SyntaxTree) -> Int {
    let mask = slots.count - 1
    return tree.withText(node) { text in
      var slot = TextHash.of(text) & mask
      while slots[slot] != Self.none {
        let other = nodes[Int(slots[slot])]
        if tree.withText(other, { $0.count == text.count && haveSameBytes($0, text) }) { break }
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  private mutating func grow(_ tree: SyntaxTree) {
    slots = Array(repeating: Self.none, count: slots.count * 2)
    for (place, node) in nodes.enumerated() { slots[slot(of: node, in: tree)] = UInt32(place) }
  }
}
