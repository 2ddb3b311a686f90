/// Our own layered layout, after Sugiyama, Tagawa and Toda (1981): ranks by longest paths, order by
/// barycentres, places by isotonic regression. Nearly linear in time, so it takes any graph; Graphviz makes
/// finer pictures.
struct LayeredLayout: LayoutEngine {
  /// How many bends of long lines are kept clear of boxes; above it long lines are straight.
  var maximumBends = DrawingLimits().bends

  func layout(_ graph: LayoutGraph) -> GraphLayout {
    let ranking = Ranking(graph)
    var layers = Layers(graph, ranking, bendsLongEdges: ranking.bends <= maximumBends)
    layers.order()
    let places = LayerPlacement(layers, graph)
    return places.layout(graph, layers)
  }
}

/// The boxes of a graph by rank, with a bend wherever an edge passes a rank.
struct Layers {
  struct Node {
    var rank: Int
    /// Half its width, with the free space that belongs to it.
    var reach: Double
    var height: Double
  }

  /// The boxes of the graph first, then the bends.
  private(set) var nodes: [Node]
  /// The nodes of each rank from left to right.
  private(set) var ranks: [[Int]] = []
  /// For each edge the nodes that it passes, from top to bottom; empty for one from a box to itself.
  private(set) var paths: [[Int]] = []
  private(set) var above: [[Neighbour]]
  private(set) var below: [[Neighbour]]

  struct Neighbour {
    let node: Int
    /// How much it matters that the line between them is straight.
    let weight: Double
  }

  init(_ graph: LayoutGraph, _ ranking: Ranking, bendsLongEdges: Bool) {
    nodes = graph.boxes.enumerated().map { index, box in
      Node(rank: ranking.ranks[index], reach: (box.width + Spacing.betweenBoxes) / 2, height: box.height)
    }
    above = Array(repeating: [], count: nodes.count)
    below = above
    for (index, edge) in ranking.edges.enumerated() {
      guard edge.upper != edge.lower else {
        paths.append([])
        continue
      }
      addPath(from: edge.upper, to: edge.lower, graph.edges[index], bendsLongEdges)
    }
    ranks = Array(repeating: [], count: (nodes.map(\.rank).max() ?? -1) + 1)
    for node in orderOfDiscovery() { ranks[nodes[node].rank].append(node) }
  }

  private mutating func addPath(
    from upper: Int, to lower: Int, _ edge: LayoutGraph.Edge, _ bendsLongEdges: Bool
  ) {
    var path = [upper]
    if bendsLongEdges, !edge.isHidden {
      for rank in (nodes[upper].rank + 1)..<max(nodes[lower].rank, nodes[upper].rank + 1) {
        path.append(nodes.count)
        nodes.append(Node(rank: rank, reach: Spacing.betweenBoxes / 2 + 2, height: 0))
        above.append([])
        below.append([])
      }
    }
    path.append(lower)
    for (step, (from, to)) in zip(path, path.dropFirst()).enumerated() {
      let isBetweenBends = step > 0 && step + 2 < path.count
      let weight = Double(edge.weight) + (isBetweenBends ? 100 : 0.5)
      below[from].append(Neighbour(node: to, weight: weight))
      above[to].append(Neighbour(node: from, weight: weight))
    }
    paths.append(path)
  }

  private func orderOfDiscovery() -> [Int] {
    var seen = [Bool](repeating: false, count: nodes.count)
    var result: [Int] = []
    for root in nodes.indices where above[root].isEmpty && !seen[root] {
      var pending = [root]
      while let node = pending.popLast() {
        guard !seen[node] else { continue }
        seen[node] = true
        result.append(node)
        pending += below[node].reversed().map(\.node)
      }
    }
    return result
  }
}

// MARK: - Order within the ranks

extension Layers {
  /// Sorts each rank by where the neighbours of its nodes stand, downwards and upwards in turn, and keeps the
  /// order with the fewest crossings.
  mutating func order() {
    var positions = [Int](repeating: 0, count: nodes.count)
    var best = ranks
    var fewest = crossings(&positions)
    for sweep in 0..<8 where fewest > 0 {
      let isDown = sweep.isMultiple(of: 2)
      for rank in isDown ? Array(ranks.indices) : ranks.indices.reversed() {
        sort(rank, by: isDown ? above : below, positions)
        for (position, node) in ranks[rank].enumerated() { positions[node] = position }
      }
      let count = crossings(&positions)
      if count < fewest {
        fewest = count
        best = ranks
      }
    }
    ranks = best
  }

  private mutating func sort(_ rank: Int, by neighbours: [[Neighbour]], _ positions: [Int]) {
    let keys = ranks[rank].enumerated().map { position, node -> (key: Double, node: Int) in
      let next = neighbours[node]
      guard !next.isEmpty else { return (Double(position), node) }
      return (Double(next.reduce(0) { $0 + positions[$1.node] }) / Double(next.count), node)
    }
    // Equal keys keep their order: the position is part of the key.
    ranks[rank] = keys.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .map(\.element.node)
  }

  /// Counts crossings between adjacent ranks with a tree of sums (Barth, Jünger, Mutzel 2002), and notes
  /// positions.
  private func crossings(_ positions: inout [Int]) -> Int {
    for rank in ranks {
      for (position, node) in rank.enumerated() { positions[node] = position }
    }
    var result = 0
    for (upper, lower) in zip(ranks, ranks.dropFirst()) {
      var sums = SumTree(count: lower.count)
      for node in upper {
        let targets = below[node].map { positions[$0.node] }
        for target in targets { result += sums.total(after: target) }
        for target in targets { sums.add(at: target) }
      }
    }
    return result
  }
}

/// Counts entries by position (Fenwick 1994).
private struct SumTree {
  private var sums: [Int]
  private var total = 0

  init(count: Int) {
    sums = Array(repeating: 0, count: count + 1)
  }

  mutating func add(at position: Int) {
    total += 1
    var index = position + 1
    while index < sums.count {
      sums[index] += 1
      index += index & -index
    }
  }

  func total(after position: Int) -> Int {
    var result = total
    var index = min(position + 1, sums.count - 1)
    while index > 0 {
      result -= sums[index]
      index -= index & -index
    }
    return result
  }
}
