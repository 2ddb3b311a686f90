/// Coordinates for the nodes of ``Layers``.
struct LayerPlacement {
  /// The middle of each node.
  private var x: [Double]
  private var y: [Double]
  /// The upper and lower edge of each rank.
  private var bands: [(top: Double, bottom: Double)] = []

  init(_ layers: Layers, _ graph: LayoutGraph) {
    x = Array(repeating: 0, count: layers.nodes.count)
    y = x
    placeVertically(layers)
    pack(layers)
    for sweep in 0..<6 { align(layers, to: sweep.isMultiple(of: 2) ? .above : .below) }
    for _ in 0..<4 { align(layers, to: .both) }
    moveToOrigin(layers)
  }

  private mutating func placeVertically(_ layers: Layers) {
    var top = 0.0
    for rank in layers.ranks {
      let height = rank.map { layers.nodes[$0].height }.max() ?? 0
      bands.append((top, top + height))
      // Beside a tall container a card stands at the top, close to what leads to it.
      for node in rank {
        y[node] = top + min((height - layers.nodes[node].height) / 2, 20) + layers.nodes[node].height / 2
      }
      top += height + Spacing.betweenRanks
    }
  }

  private mutating func pack(_ layers: Layers) {
    for rank in layers.ranks {
      var left = 0.0
      for node in rank {
        x[node] = left + layers.nodes[node].reach
        left += 2 * layers.nodes[node].reach
      }
    }
  }

  private enum Side { case above, below, both }

  /// Moves the nodes of each rank towards their neighbours on one side, or on both.
  private mutating func align(_ layers: Layers, to side: Side) {
    for rank in side == .below ? layers.ranks.reversed() : layers.ranks {
      let wishes = rank.map { node -> (place: Double, weight: Double) in
        let next = (side == .below ? [] : layers.above[node]) + (side == .above ? [] : layers.below[node])
        guard !next.isEmpty else { return (x[node], 0.01) }
        let weight = next.reduce(0) { $0 + $1.weight }
        return (next.reduce(0) { $0 + x[$1.node] * $1.weight } / weight, weight)
      }
      place(rank, as: wishes, layers)
    }
  }

  /// Places the nodes of a rank as near to their wishes as order and width allow: the least sum of weighted
  /// squares, by pooling adjacent violators. O(nodes).
  private mutating func place(_ rank: [Int], as wishes: [(place: Double, weight: Double)], _ layers: Layers) {
    var pools: [(sum: Double, weight: Double, count: Int)] = []
    var offsets: [Double] = []
    var offset = 0.0
    for (node, wish) in zip(rank, wishes) {
      offset += layers.nodes[node].reach
      offsets.append(offset)
      pools.append(((wish.place - offset) * wish.weight, wish.weight, 1))
      offset += layers.nodes[node].reach
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let former = pools[pools.count - 2]
        guard last.sum / last.weight < former.sum / former.weight else { break }
        pools.removeLast()
        pools[pools.count - 1] = (
          former.sum + last.sum, former.weight + last.weight, former.count + last.count
        )
      }
    }
    var index = 0
    for pool in pools {
      for _ in 0..<pool.count {
        x[rank[index]] = offsets[index] + pool.sum / pool.weight
        index += 1
      }
    }
  }

  private mutating func moveToOrigin(_ layers: Layers) {
    let margin = Spacing.betweenBoxes / 2
    let left = layers.nodes.indices.map { x[$0] - layers.nodes[$0].reach + margin }.min() ?? 0
    for node in x.indices { x[node] -= left }
  }
}

// MARK: - Lines

extension LayerPlacement {
  func layout(_ graph: LayoutGraph, _ layers: Layers) -> GraphLayout {
    let centers = graph.boxes.indices.map { Point(x: x[$0], y: y[$0]) }
    let right = layers.nodes.indices.map { x[$0] + layers.nodes[$0].reach - Spacing.betweenBoxes / 2 }.max()
    return GraphLayout(
      centers: centers,
      curves: graph.edges.indices.map { curve(of: graph.edges[$0], along: layers.paths[$0], graph, layers) },
      size: Size(width: right ?? 0, height: bands.last?.bottom ?? 0))
  }

  /// Straight down past each rank, and an S between ranks.
  private func curve(
    of edge: LayoutGraph.Edge, along path: [Int], _ graph: LayoutGraph, _ layers: Layers
  ) -> Curve {
    guard !edge.isHidden, path.count > 1, let upper = path.first, let lower = path.last else {
      return Curve(points: [])
    }
    let isReversed = upper != edge.tail
    var place = port(of: upper, towards: path[1], isFixed: !isReversed && edge.leavesBottom, graph)
    place.y += graph.boxes[upper].height / 2
    var result = Curve(points: [])
    func go(to end: Point) {
      guard place != end else { return }
      result.append(place.x == end.x ? .line(from: place, to: end) : .vertical(from: place, to: end))
      place = end
    }
    go(to: Point(x: place.x, y: bands[layers.nodes[upper].rank].bottom))
    for node in path.dropFirst().dropLast() {
      let band = bands[layers.nodes[node].rank]
      go(to: Point(x: x[node], y: band.top))
      go(to: Point(x: x[node], y: band.bottom))
    }
    var end = port(of: lower, towards: path[path.count - 2], isFixed: !isReversed && edge.entersTop, graph)
    end.y -= graph.boxes[lower].height / 2
    go(to: Point(x: end.x, y: bands[layers.nodes[lower].rank].top))
    go(to: end)
    return isReversed ? result.reversed : result
  }

  private func port(of box: Int, towards next: Int, isFixed: Bool, _ graph: LayoutGraph) -> Point {
    let reach = max(graph.boxes[box].width / 2 - 16, 0)
    let shift = isFixed ? 0 : min(max(x[next] - x[box], -reach), reach)
    return Point(x: x[box] + shift, y: y[box])
  }
}
