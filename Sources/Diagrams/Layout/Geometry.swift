/// A place in a picture, in points; y grows downwards.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  static func + (left: Point, right: Point) -> Point { Point(x: left.x + right.x, y: left.y + right.y) }
  static func - (left: Point, right: Point) -> Point { Point(x: left.x - right.x, y: left.y - right.y) }

  /// The point on the way to another one, 0 being here and 1 there.
  func towards(_ other: Point, _ part: Double) -> Point {
    Point(x: x + (other.x - x) * part, y: y + (other.y - y) * part)
  }
}

/// In points.
struct Size: Hashable, Sendable {
  var width: Double
  var height: Double
}

/// In points, `minY` being the top.
struct Rect: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  init(center: Point, size: Size) {
    minX = center.x - size.width / 2
    minY = center.y - size.height / 2
    maxX = center.x + size.width / 2
    maxY = center.y + size.height / 2
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var midX: Double { (minX + maxX) / 2 }
  var midY: Double { (minY + maxY) / 2 }
  var center: Point { Point(x: midX, y: midY) }

  func grown(by margin: Double) -> Rect {
    Rect(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  func union(_ other: Rect) -> Rect {
    Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// Whether the insides have a point in common; rectangles that only touch do not.
  func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func contains(_ point: Point) -> Bool {
    minX < point.x && point.x < maxX && minY < point.y && point.y < maxY
  }

  static func + (rect: Rect, offset: Point) -> Rect {
    Rect(
      minX: rect.minX + offset.x, minY: rect.minY + offset.y, maxX: rect.maxX + offset.x,
      maxY: rect.maxY + offset.y)
  }
}

/// A chain of cubic Bézier curves: a start, then two control points and an end for each curve.
struct Curve: Hashable, Sendable {
  var points: [Point]

  /// A curve needs one piece at least; with fewer points there is nothing to draw.
  var isEmpty: Bool { points.count < 4 }
  var start: Point? { points.first }
  var end: Point? { points.last }

  /// The point before the end that gives its direction.
  var beforeEnd: Point? {
    guard let end else { return nil }
    return points.last { abs($0.x - end.x) + abs($0.y - end.y) > 0.5 }
  }

  var reversed: Curve { Curve(points: points.reversed()) }

  static func + (curve: Curve, offset: Point) -> Curve { Curve(points: curve.points.map { $0 + offset }) }

  /// An S from top to bottom that leaves and arrives vertically.
  static func vertical(from start: Point, to end: Point) -> Curve {
    let middle = (start.y + end.y) / 2
    return Curve(points: [start, Point(x: start.x, y: middle), Point(x: end.x, y: middle), end])
  }

  static func line(from start: Point, to end: Point) -> Curve {
    Curve(points: [start, start.towards(end, 1 / 3), start.towards(end, 2 / 3), end])
  }

  /// Goes on with another curve from where this one ends.
  mutating func append(_ other: Curve) {
    points += points.isEmpty ? other.points[...] : other.points.dropFirst()
  }

  /// Points along the curve, `steps` for each piece.
  func samples(_ steps: Int) -> [Point] {
    guard let start, !isEmpty else { return points }
    var result = [start]
    for first in stride(from: 0, to: points.count - 3, by: 3) {
      for step in 1...steps { result.append(point(from: first, at: Double(step) / Double(steps))) }
    }
    return result
  }

  private func point(from first: Int, at part: Double) -> Point {
    let rest = 1 - part
    let weights = [rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part]
    var result = Point(x: 0, y: 0)
    for (offset, weight) in weights.enumerated() {
      result.x += points[first + offset].x * weight
      result.y += points[first + offset].y * weight
    }
    return result
  }
}
