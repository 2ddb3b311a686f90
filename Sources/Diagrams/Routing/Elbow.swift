/// A line from the side of one card upwards to a card above it: into the same side, or into its lower edge.
struct Elbow {
  let lower: Rect
  let upper: Rect
  let lowerID: Obstacles.ID
  let upperID: Obstacles.ID

  struct Route {
    /// To the pill and from it.
    let curves: [Curve]
    let pillCenter: Point
  }

  private static let radius = 14.0
  /// From a card's side to the upright.
  private static let clearance = 18.0
  /// How many places for the upright are tried on each side.
  private static let tries = 10

  /// A way that keeps clear of everything; nil if none of the places that are tried is free.
  ///
  /// - Parameters:
  ///   - planned: Where the layout has the pill, or the bend where there is none.
  func route(planned: Point, pill: Rect?, around boxes: Obstacles, _ uprights: Obstacles) -> Route? {
    guard upper.maxY <= lower.midY else { return nil }
    let right = max(upper.maxX, lower.maxX)
    let left = min(upper.minX, lower.minX)
    let sides: [Double] = abs(planned.x - right) <= abs(planned.x - left) ? [1, -1] : [-1, 1]
    for end in [End.side, .bottom] {
      for side in sides {
        let search = Search(elbow: self, side: side, end: end, planned: planned, pill: pill, boxes, uprights)
        if let route = search.run(tries: Self.tries) { return route }
      }
    }
    return nil
  }

  /// Where the line arrives.
  fileprivate enum End { case side, bottom }

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

  /// Where the lines of a card's side begin and end: in its middle; at a tall container near the other card.
  fileprivate static func port(_ rect: Rect, isUpper: Bool) -> Double {
    guard rect.height > 120 else { return rect.midY }
    return isUpper ? rect.maxY - 40 : rect.minY + 70
  }
}

/// Looks for a place for the upright of an elbow on one side.
private struct Search {
  let elbow: Elbow
  /// 1 is the right side, -1 the left.
  let side: Double
  let end: Elbow.End
  let planned: Point
  let pill: Rect?
  let boxes: Obstacles
  let uprights: Obstacles
  private let from: Point
  private let nearest: Double

  private enum Fit {
    case fits(Elbow.Route)
    /// The next place worth a try.
    case blocked(until: Double)
    case hopeless
  }

  init(
    elbow: Elbow, side: Double, end: Elbow.End, planned: Point, pill: Rect?, _ boxes: Obstacles,
    _ uprights: Obstacles
  ) {
    self.elbow = elbow
    self.side = side
    self.end = end
    self.planned = planned
    self.pill = pill
    self.boxes = boxes
    self.uprights = uprights
    let lower = elbow.lower
    let upper = elbow.upper
    from = Point(x: side > 0 ? lower.maxX : lower.minX, y: Elbow.port(lower, isUpper: false))
    let edges =
      switch end {
      case .side: (lower: from.x, upper: side > 0 ? upper.maxX : upper.minX)
      case .bottom: (lower: from.x, upper: side > 0 ? upper.minX : upper.maxX)
      }
    nearest = (side > 0 ? max(edges.lower, edges.upper) : min(edges.lower, edges.upper)) + side * 18
  }

  func run(tries: Int) -> Elbow.Route? {
    // The place that the layout kept free comes first, if it lies on this side.
    if (planned.x - nearest) * side >= 0, case .fits(let route) = fit(planned.x) { return route }
    var x = nearest
    for _ in 0..<tries {
      switch fit(x) {
      case .fits(let route): return route
      case .blocked(let next): x = next
      case .hopeless: return nil
      }
    }
    return nil
  }

  private func fit(_ x: Double) -> Fit {
    let to: Point
    switch end {
    case .side:
      to = Point(
        x: side > 0 ? elbow.upper.maxX : elbow.upper.minX, y: Elbow.port(elbow.upper, isUpper: true))
    case .bottom:
      guard x > elbow.upper.minX + 14, x < elbow.upper.maxX - 14 else { return .hopeless }
      to = Point(x: x, y: elbow.upper.maxY)
    }
    guard isClear(from, to: x, own: elbow.lowerID) else { return .hopeless }
    if end == .side, !isClear(to, to: x, own: elbow.upperID) { return .hopeless }
    let upright = Rect(minX: x - 1, minY: to.y, maxX: x + 1, maxY: from.y)
    if let near = boxes.firstNear(upright, ignoring: [elbow.lowerID, elbow.upperID]), let rect = boxes[near] {
      return .blocked(until: beyond(rect, Obstacles.margin + 2))
    }
    if let near = uprights.firstNear(upright, ignoring: []), let rect = uprights[near] {
      return .blocked(until: beyond(rect, Obstacles.margin + 3))
    }
    return fitPill(x, to: to)
  }

  private func fitPill(_ x: Double, to: Point) -> Fit {
    let half = (pill?.height ?? 0) / 2
    let room = (to.y + half + 10, from.y - half - 10)
    guard room.0 <= room.1 else { return .hopeless }
    let center = Point(x: x, y: min(max(planned.y, room.0), room.1))
    if let pill {
      let frame = Rect(center: center, size: Size(width: pill.width, height: pill.height))
      if let near = boxes.firstNear(frame, ignoring: [], margin: 4), let rect = boxes[near] {
        return .blocked(until: beyond(rect, pill.width / 2 + 5))
      }
    }
    let out = Elbow.corner(from: from, to: Point(x: x, y: center.y + half))
    let above = Point(x: x, y: center.y - half)
    let back = end == .side ? Elbow.corner(from: to, to: above).reversed : .line(from: above, to: to)
    return .fits(Elbow.Route(curves: [out, back], pillCenter: center))
  }

  private func isClear(_ point: Point, to x: Double, own: Obstacles.ID) -> Bool {
    let run = Rect(minX: min(point.x, x), minY: point.y - 1, maxX: max(point.x, x), maxY: point.y + 1)
    return boxes.isClear(run, ignoring: [own], margin: 4)
  }

  private func beyond(_ rect: Rect, _ distance: Double) -> Double {
    (side > 0 ? rect.maxX : rect.minX) + side * distance
  }
}
