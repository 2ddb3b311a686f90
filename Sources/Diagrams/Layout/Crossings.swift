extension PartLayout {
  /// How many pairs of lines cross, roughly; what meets at a card does not. O(lines²).
  func crossings(in scope: DiagramScope) -> Int {
    let lines = curves.sorted { $0.key < $1.key }.map { link, curves in
      (link: scope.links[link], points: curves.map { $0.samples(4) })
    }
    var count = 0
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] where line.link.isApart(from: other.link) {
        let isCrossing = line.points.contains { left in
          other.points.contains { Self.cross(left, $0) }
        }
        if isCrossing { count += 1 }
      }
    }
    return count
  }

  private static func cross(_ left: [Point], _ right: [Point]) -> Bool {
    zip(left, left.dropFirst()).contains { from, to in
      zip(right, right.dropFirst()).contains { start, end in
        turn(from, to, start) * turn(from, to, end) < 0 && turn(start, end, from) * turn(start, end, to) < 0
      }
    }
  }

  /// Positive if the way over three points bends to one side, negative if to the other.
  private static func turn(_ first: Point, _ second: Point, _ third: Point) -> Double {
    (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x)
  }
}

extension Link {
  fileprivate func isApart(from other: Link) -> Bool { source != other.source && target != other.target }
}
