/// A line out of the side of one card, upwards, and into the same side of a card above it.
struct Elbow {
  let lower: Rect
  let upper: Rect
  let lowerID: Obstacles.ID
  let upperID: Obstacles.ID

  struct Route {
    /// To the pill and from it.
    let curves: [Curve]
    let pillCenter: Point
    /// What the upright part takes.
    let upright: Rect
  }

  private static let radius = 14.0
  /// From a card's side to the upright.
  private static let clearance = 18.0
  /// How many places for the upright are tried on each side.
  private static let tries = 8

  /// - Parameters:
  ///   - planned: Where the layout would have the pill, or the bend where there is none.
  func route(planned: Point, pill: Rect?, around obstacles: Obstacles) -> Route? {
    guard upper.maxY <= lower.midY else { return nil }
    let right = max(upper.maxX, lower.maxX)
    let left = min(upper.minX, lower.minX)
    let sides: [Double] = abs(planned.x - right) <= abs(planned.x - left) ? [1, -1] : [-1, 1]
    for side in sides {
      if let route = route(on: side, planned: planned, pill: pill, around: obstacles) { return route }
    }
    return nil
  }

  private func route(on side: Double, planned: Point, pill: Rect?, around obstacles: Obstacles) -> Route? {
    let edge = side > 0 ? max(upper.maxX, lower.maxX) : min(upper.minX, lower.minX)
    let nearest = edge + side * Self.clearance
    let from = Point(x: side > 0 ? lower.maxX : lower.minX, y: port(lower, isUpper: false))
    let to = Point(x: side > 0 ? upper.maxX : upper.minX, y: port(upper, isUpper: true))
    var x = nearest
    for attempt in 0...Self.tries {
      // The place that the layout kept free comes first, if it lies on this side.
      let isPlanned = attempt == 0 && (planned.x - nearest) * side >= 0
      let candidate = isPlanned ? planned.x : x
      switch fit(candidate, from: from, to: to, planned: planned, pill: pill, obstacles) {
      case .fits(let route): return route
      case .blocked(let rect):
        if attempt == 0, isPlanned { continue }
        // Past what is in the way.
        let beyond = (side > 0 ? rect.maxX : rect.minX) + side * (Obstacles.margin + 3)
        x = side > 0 ? max(beyond, x + 6) : min(beyond, x - 6)
      case .hopeless: if !isPlanned { return nil }
      }
    }
    return nil
  }

  private enum Fit {
    case fits(Route)
    case blocked(Rect)
    case hopeless
  }

  private func fit(
    _ x: Double, from: Point, to: Point, planned: Point, pill: Rect?, _ obstacles: Obstacles
  ) -> Fit {
    let across = [from, to].map { end in
      Rect(minX: min(end.x, x), minY: end.y - 1, maxX: max(end.x, x), maxY: end.y + 1)
    }
    for (rect, own) in zip(across, [lowerID, upperID]) {
      guard obstacles.isClear(rect, ignoring: [own], margin: 4) else { return .hopeless }
    }
    let upright = Rect(minX: x - 1, minY: to.y, maxX: x + 1, maxY: from.y)
    if let near = obstacles.firstNear(upright, ignoring: [lowerID, upperID]), let rect = obstacles[near] {
      return .blocked(rect)
    }
    let halfHeight = (pill?.height ?? 0) / 2
    let y = min(max(planned.y, to.y + halfHeight + 10), from.y - halfHeight - 10)
    let center = Point(x: x, y: y)
    if let pill {
      let frame = Rect(center: center, size: Size(width: pill.width, height: pill.height))
      guard frame.minY > to.y, frame.maxY < from.y else { return .hopeless }
      if let near = obstacles.firstNear(frame, ignoring: [], margin: 4), let rect = obstacles[near] {
        let half = pill.width / 2
        let side = x > from.x ? 1.0 : -1.0
        return .blocked(
          Rect(minX: rect.minX - half, minY: rect.minY, maxX: rect.maxX + half, maxY: rect.maxY)
            + Point(x: side, y: 0))
      }
    }
    let out = Self.corner(from: from, to: Point(x: x, y: y + halfHeight))
    let back = Self.corner(from: to, to: Point(x: x, y: y - halfHeight)).reversed
    return .fits(Route(curves: [out, back], pillCenter: center, upright: upright))
  }

  /// In the middle of a card's side; at a tall container near the end that is closer.
  private func port(_ rect: Rect, isUpper: Bool) -> Double {
    guard rect.height > 120 else { return rect.midY }
    return isUpper ? rect.maxY - 40 : rect.minY + 70
  }

  /// Horizontally out of a point, around a rounded corner, and vertically to another.
  static func corner(from start: Point, to end: Point) -> Curve {
    let radius = min(Self.radius, abs(end.x - start.x), abs(end.y - start.y))
    let across = end.x > start.x ? 1.0 : -1.0
    let along = end.y > start.y ? 1.0 : -1.0
    let before = Point(x: end.x - across * radius, y: start.y)
    let after = Point(x: end.x, y: start.y + along * radius)
    // A quarter of a circle as a Bézier curve has its control points at 0.55 of the radius.
    let rest = radius * 0.45
    var curve = Curve.line(from: start, to: before)
    curve.append(
      Curve(points: [
        before, Point(x: end.x - across * rest, y: start.y), Point(x: end.x, y: start.y + along * rest),
        after,
      ]))
    curve.append(.line(from: after, to: end))
    return curve
  }
}
