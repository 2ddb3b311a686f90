/// Which engine lays out which graph.
struct EngineChoice: Sendable {
  let wish: DrawingEngine
  let limits: DrawingLimits

  /// Never fails: what Graphviz cannot do, or should not be asked to do, our own layout does.
  func layout(_ graph: LayoutGraph, _ notes: inout [DrawingNote]) -> GraphLayout {
    let simple = LayeredLayout(maximumBends: limits.bends)
    guard wish != .layered else { return simple.layout(graph) }
    let size = graph.boxes.count + Ranking(graph).bends
    guard size <= limits.graphvizSize else {
      notes.append(.tooLargeForGraphviz)
      return simple.layout(graph)
    }
    do {
      return try GraphvizLayout(isQuick: size > limits.thoroughSize).layout(graph)
    } catch {
      notes.append(.withoutGraphviz(error))
      return simple.layout(graph)
    }
  }
}
