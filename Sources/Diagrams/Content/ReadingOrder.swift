/// The order in which people read the nodes of a directed graph, and which edges lead back.
///
/// A depth-first search from the start that follows edges in their order: O(nodes + edges), without
/// recursion.
struct ReadingOrder {
  /// Every node once, in the order of discovery.
  private(set) var order: [Int] = []
  /// Every node once, each before those that its forward edges lead to, unless they were reached from a
  /// former root.
  private(set) var topological: [Int] = []
  /// How many nodes, the first of the order, can be reached from the start.
  private(set) var reachedCount = 0
  /// For each edge whether it closes a cycle.
  private(set) var isBack: [Bool]

  private enum Mark { case unseen, open, done }
  private var marks: [Mark]

  init(nodeCount: Int, edges: [(source: Int, target: Int)], start: Int?) {
    isBack = Array(repeating: false, count: edges.count)
    marks = Array(repeating: .unseen, count: nodeCount)
    var outgoing = [[Int]](repeating: [], count: nodeCount)
    for (index, edge) in edges.enumerated() { outgoing[edge.source].append(index) }
    for root in (start.map { [$0] } ?? []) + Array(0..<nodeCount) where marks[root] == .unseen {
      visit(root, edges, outgoing)
      if root == start { reachedCount = order.count }
    }
  }

  private mutating func visit(_ root: Int, _ edges: [(source: Int, target: Int)], _ outgoing: [[Int]]) {
    var finished: [Int] = []
    var path: [(node: Int, next: Int)] = [(root, 0)]
    discover(root)
    while let last = path.last {
      guard last.next < outgoing[last.node].count else {
        marks[last.node] = .done
        finished.append(last.node)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let edge = outgoing[last.node][last.next]
      let target = edges[edge].target
      switch marks[target] {
      case .unseen:
        discover(target)
        path.append((target, 0))
      case .open: isBack[edge] = true
      case .done: break
      }
    }
    topological += finished.reversed()
  }

  private mutating func discover(_ node: Int) {
    marks[node] = .open
    order.append(node)
  }
}
