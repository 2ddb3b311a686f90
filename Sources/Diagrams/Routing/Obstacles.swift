/// The boxes that lines keep clear of, found by place. Asking takes time in proportion to what is near.
struct Obstacles {
  /// Names an obstacle: cards by their index, pills behind them, then what routing adds.
  typealias ID = Int

  private var rects: [ID: Rect] = [:]
  private var cells: [[ID]]
  private let bounds: Rect
  private let cell: Size
  private let columns: Int
  private let rows: Int

  /// How far a line stays from a box.
  static let margin = 5.0

  init(bounds: Rect) {
    self.bounds = bounds
    columns = Int(min(max(bounds.width / 256, 1), 128))
    rows = Int(min(max(bounds.height / 96, 1), 2_048))
    cell = Size(
      width: max(bounds.width, 1) / Double(columns), height: max(bounds.height, 1) / Double(rows))
    cells = Array(repeating: [], count: columns * rows)
  }

  subscript(id: ID) -> Rect? { rects[id] }

  mutating func insert(_ id: ID, _ rect: Rect) {
    rects[id] = rect
    for index in cells(of: rect) { cells[index].append(id) }
  }

  mutating func remove(_ id: ID) {
    guard let rect = rects.removeValue(forKey: id) else { return }
    for index in cells(of: rect) { cells[index].removeAll { $0 == id } }
  }

  /// Whether nothing but the ignored obstacles comes closer to a rectangle than the margin.
  func isClear(_ rect: Rect, ignoring ignored: [ID], margin: Double = margin) -> Bool {
    firstNear(rect, ignoring: ignored, margin: margin) == nil
  }

  /// An obstacle that comes closer to a rectangle than the margin.
  func firstNear(_ rect: Rect, ignoring ignored: [ID], margin: Double = margin) -> ID? {
    let area = rect.grown(by: margin)
    for index in cells(of: area) {
      for id in cells[index] where !ignored.contains(id) {
        if let other = rects[id], other.overlaps(area) { return id }
      }
    }
    return nil
  }

  /// Whether a curve keeps its distance from all but the ignored obstacles.
  func isClear(_ curve: Curve, ignoring ignored: [ID], margin: Double = margin) -> Bool {
    let samples = curve.samples(20)
    return zip(samples, samples.dropFirst()).allSatisfy { from, to in
      let box = Rect(
        minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x), maxY: max(from.y, to.y))
      return isClear(box, ignoring: ignored, margin: margin)
    }
  }

  private func cells(of rect: Rect) -> [Int] {
    let left = column(rect.minX)
    let right = column(rect.maxX)
    let top = row(rect.minY)
    let bottom = row(rect.maxY)
    if left == right, top == bottom { return [top * columns + left] }
    return (top...bottom).flatMap { row in (left...right).map { row * columns + $0 } }
  }

  private func column(_ x: Double) -> Int {
    Int(min(max((x - bounds.minX) / cell.width, 0), Double(columns - 1)))
  }
  private func row(_ y: Double) -> Int { Int(min(max((y - bounds.minY) / cell.height, 0), Double(rows - 1))) }
}
