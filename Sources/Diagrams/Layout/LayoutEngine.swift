/// What a layout engine gets: boxes of fixed size, and lines between them. No text: nothing of a definition
/// but its shape reaches an engine.
struct LayoutGraph: Sendable {
  struct Edge: Sendable {
    /// Indexes into the boxes. The head is to stand below the tail.
    var tail: Int
    var head: Int
    /// How much it matters that the line is short and straight; 0 is not at all.
    var weight: Int
    /// Whether it leaves in the middle of the tail's lower side.
    var leavesBottom = false
    /// Whether it arrives in the middle of the head's upper side.
    var entersTop = false
    /// Whether it only says what stands below what, and is not drawn.
    var isHidden = false
  }

  var boxes: [Size] = []
  var edges: [Edge] = []
}

/// Where an engine puts the boxes and lines of a ``LayoutGraph``: from (0, 0) to `size`.
struct GraphLayout: Sendable {
  var centers: [Point]
  /// From tail to head. Empty for a line that was not routed.
  var curves: [Curve]
  var size: Size
}

/// Arranges boxes in ranks from top to bottom.
protocol LayoutEngine: Sendable {
  /// Boxes never overlap in the result. Any graph will do: cyclic, disconnected, empty.
  func layout(_ graph: LayoutGraph) throws(GraphvizUnavailable) -> GraphLayout
}

/// Distances that all engines keep, in points.
enum Spacing {
  static let betweenBoxes = 24.0
  static let betweenRanks = 26.0
}
