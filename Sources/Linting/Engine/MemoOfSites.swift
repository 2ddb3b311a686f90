import Expressions
import Syntax
import Workflows

/// What was made of the texts of expressions: each text is read once, and each place looked up once.
final class MemoOfSites<Value> {
  /// By site: a place in `values`; `unread` until someone asks.
  private var places: [UInt32]
  private(set) var values: [Value] = []
  private var placesByText: [String: UInt32] = [:]
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
    let text = tree.text(site.value)
    let place = placesByText[text] ?? add(read(site.value))
    placesByText[text] = place
    places[Int(site.index)] = place
    return Int(place)
  }

  private func add(_ value: Value) -> UInt32 {
    values.append(value)
    return UInt32(values.count - 1)
  }
}
