import CGraphviz
import Synchronization

/// Lays graphs out with Graphviz's dot.
///
/// One graph at a time in a process, whoever asks. The call cannot be interrupted: callers keep graphs small
/// (``DrawingLimits/graphvizSize``).
struct GraphvizLayout: LayoutEngine {
  /// Trades straight lines and few crossings for time.
  var isQuick = false

  private static let library = Mutex<Result<GraphvizLibrary, GraphvizUnavailable>?>(nil)

  func layout(_ graph: LayoutGraph) throws(GraphvizUnavailable) -> GraphLayout {
    guard !graph.boxes.isEmpty else {
      return GraphLayout(centers: [], curves: [], size: Size(width: 0, height: 0))
    }
    let result: Result<GraphLayout, GraphvizUnavailable> = Self.library.withLock { library in
      let loaded = library ?? GraphvizLibrary.load()
      library = loaded
      return loaded.flatMap { GraphvizRun($0, graph, isQuick: isQuick).result }
    }
    return try result.get()
  }

  /// Why the library cannot be used; nil if it can. Loads it.
  static var unavailability: GraphvizUnavailable? {
    library.withLock { library in
      let loaded = library ?? GraphvizLibrary.load()
      library = loaded
      if case .failure(let reason) = loaded { return reason }
      return nil
    }
  }
}

/// One call of dot, from the graph to its coordinates.
private struct GraphvizRun {
  private(set) var result: Result<GraphLayout, GraphvizUnavailable> = .failure(.failed)
  private var library: cgv_library
  private let context: UnsafeMutableRawPointer

  init(_ loaded: GraphvizLibrary, _ input: LayoutGraph, isQuick: Bool) {
    library = loaded.functions
    context = loaded.context
    guard let graph = cgv_open(&library) else { return }
    defer { cgv_close(&library, graph) }
    declareDefaults(graph, isQuick: isQuick)
    let nodes = addNodes(input.boxes, to: graph)
    let edges = addEdges(input.edges, between: nodes, in: graph)
    guard nodes.count == input.boxes.count, edges.count == input.edges.count else { return }
    guard cgv_layout(&library, context, graph) == 0 else { return }
    defer { cgv_free_layout(&library, context, graph) }
    result = .success(coordinates(graph, nodes, edges))
  }

  private mutating func declareDefaults(_ graph: UnsafeMutableRawPointer, isQuick: Bool) {
    var defaults: [(kind: Int, name: String, value: String)] = [
      (CGV_GRAPH, "nodesep", "\(Spacing.betweenBoxes / 72)"),
      (CGV_GRAPH, "ranksep", "\(Spacing.betweenRanks / 72)"),
      (CGV_GRAPH, "splines", isQuick ? "line" : "spline"),
      (CGV_NODE, "shape", "box"), (CGV_NODE, "fixedsize", "true"), (CGV_NODE, "label", ""),
      (CGV_EDGE, "arrowhead", "none"),
    ]
    if isQuick {
      defaults += [(CGV_GRAPH, "nslimit", "1"), (CGV_GRAPH, "nslimit1", "1"), (CGV_GRAPH, "mclimit", "0.1")]
    }
    for (kind, name, value) in defaults { _ = cgv_attribute(&library, graph, Int32(kind), name, value) }
  }

  private mutating func addNodes(
    _ boxes: [Size], to graph: UnsafeMutableRawPointer
  ) -> [UnsafeMutableRawPointer] {
    let width = cgv_attribute(&library, graph, Int32(CGV_NODE), "width", "1")
    let height = cgv_attribute(&library, graph, Int32(CGV_NODE), "height", "1")
    var nodes: [UnsafeMutableRawPointer] = []
    for (index, box) in boxes.enumerated() {
      guard let node = cgv_node(&library, graph, "\(index)") else { break }
      cgv_set(&library, node, width, "\(box.width / 72)")
      cgv_set(&library, node, height, "\(box.height / 72)")
      nodes.append(node)
    }
    return nodes
  }

  private mutating func addEdges(
    _ input: [LayoutGraph.Edge], between nodes: [UnsafeMutableRawPointer], in graph: UnsafeMutableRawPointer
  ) -> [UnsafeMutableRawPointer] {
    let weight = cgv_attribute(&library, graph, Int32(CGV_EDGE), "weight", "1")
    let tailPort = cgv_attribute(&library, graph, Int32(CGV_EDGE), "tailport", "")
    let headPort = cgv_attribute(&library, graph, Int32(CGV_EDGE), "headport", "")
    let style = cgv_attribute(&library, graph, Int32(CGV_EDGE), "style", "")
    var edges: [UnsafeMutableRawPointer] = []
    for (index, edge) in input.enumerated() {
      guard nodes.indices.contains(edge.tail), nodes.indices.contains(edge.head),
        let made = cgv_edge(&library, graph, nodes[edge.tail], nodes[edge.head], "\(index)")
      else { break }
      cgv_set(&library, made, weight, "\(edge.weight)")
      if edge.leavesBottom { cgv_set(&library, made, tailPort, "s") }
      if edge.entersTop { cgv_set(&library, made, headPort, "n") }
      if edge.isHidden { cgv_set(&library, made, style, "invis") }
      edges.append(made)
    }
    return edges
  }

  /// Turned over, since y grows upwards in Graphviz, and moved to begin at (0, 0).
  private func coordinates(
    _ graph: UnsafeMutableRawPointer, _ nodes: [UnsafeMutableRawPointer], _ edges: [UnsafeMutableRawPointer]
  ) -> GraphLayout {
    let low = cgv_lower_left(graph)
    let high = cgv_upper_right(graph)
    func point(_ point: cgv_point) -> Point { Point(x: point.x - low.x, y: high.y - point.y) }
    return GraphLayout(
      centers: nodes.map { point(cgv_center($0)) },
      curves: edges.map { edge in
        Curve(points: (0..<cgv_point_count(edge)).map { point(cgv_control_point(edge, $0)) })
      },
      size: Size(width: high.x - low.x, height: high.y - low.y))
  }
}
