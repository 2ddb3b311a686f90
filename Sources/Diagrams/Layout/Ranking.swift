/// The rank of each box of a graph: how many boxes stand above it on the longest way down to it.
///
/// Edges that close a cycle count the other way round. O(boxes + edges).
struct Ranking: Sendable {
  private(set) var ranks: [Int]
  /// The edges with their upper end first; those from a box to itself are left out.
  let edges: [(upper: Int, lower: Int)]

  init(_ graph: LayoutGraph) {
    let pairs = graph.edges.map { (source: $0.tail, target: $0.head) }
    let reading = ReadingOrder(nodeCount: graph.boxes.count, edges: pairs, start: nil)
    edges = graph.edges.indices.map { index in
      let pair = pairs[index]
      return reading.isBack[index] ? (pair.target, pair.source) : (pair.source, pair.target)
    }
    ranks = Array(repeating: 0, count: graph.boxes.count)
    assign()
    pullDown()
  }

  /// How many bends the edges have between them: one for each rank that an edge passes.
  var bends: Int {
    edges.reduce(0) { $0 + max(ranks[$1.lower] - ranks[$1.upper] - 1, 0) }
  }

  private mutating func assign() {
    var waiting = [Int](repeating: 0, count: ranks.count)
    for edge in edges where edge.upper != edge.lower { waiting[edge.lower] += 1 }
    var below = Neighbours(edges.map { ($0.upper, $0.lower) }, count: ranks.count)
    var ready = ranks.indices.filter { waiting[$0] == 0 }
    while let node = ready.popLast() {
      for next in below.take(node) where next != node {
        ranks[next] = max(ranks[next], ranks[node] + 1)
        waiting[next] -= 1
        if waiting[next] == 0 { ready.append(next) }
      }
    }
  }

  /// Moves boxes that nothing leads to right above what they lead to.
  private mutating func pullDown() {
    var lowest = [Int](repeating: Int.max, count: ranks.count)
    var hasUpper = [Bool](repeating: false, count: ranks.count)
    for edge in edges where edge.upper != edge.lower {
      lowest[edge.upper] = min(lowest[edge.upper], ranks[edge.lower] - 1)
      hasUpper[edge.lower] = true
    }
    for node in ranks.indices where !hasUpper[node] && lowest[node] != Int.max { ranks[node] = lowest[node] }
  }
}

/// For each node those next to it, in the order of the edges.
struct Neighbours: Sendable {
  private var lists: [[Int]]

  init(_ pairs: [(Int, Int)], count: Int) {
    lists = Array(repeating: [], count: count)
    for (node, next) in pairs { lists[node].append(next) }
  }

  subscript(node: Int) -> [Int] { lists[node] }

  mutating func take(_ node: Int) -> [Int] {
    defer { lists[node] = [] }
    return lists[node]
  }
}
