public import Workflows

/// What arranges the cards of a picture.
public enum DrawingEngine: String, CaseIterable, Sendable {
  /// Graphviz where it is installed and the workflow is not too large for it, else our own layout.
  case automatic
  /// Always our own layout, which needs nothing installed.
  case layered
}

/// Something that a picture does not show as it is, or that was drawn with simpler means.
public enum DrawingNote: Hashable, Sendable, CustomStringConvertible {
  case withoutGraphviz(GraphvizUnavailable)
  case tooLargeForGraphviz
  /// Containers inside this many others are drawn as single cards.
  case collapsed(depth: Int)
  /// This many states are left out.
  case leftOut(Int)

  /// Whether the picture itself says so: it lacks something of the workflow.
  var isAboutContent: Bool {
    switch self {
    case .collapsed, .leftOut: true
    case .withoutGraphviz, .tooLargeForGraphviz: false
    }
  }

  public var description: String {
    switch self {
    case .withoutGraphviz(let reason): "simple layout: \(reason)"
    case .tooLargeForGraphviz: "simple layout: too many crossing lines"
    case .collapsed(let depth):
      depth == 0 ? "containers are drawn closed" : "containers inside \(depth) others are drawn closed"
    case .leftOut(let count): "\(Wording.count(count, "state", "states")) not drawn"
    }
  }
}

/// A picture of a state machine: every card, line and text in its place.
public struct Diagram: Sendable {
  public let title: String
  public let subtitle: String
  /// What differs from a full picture, each thing once.
  public let notes: [DrawingNote]
  let scope: PlacedScope

  /// Arranges a picture. Takes time that is nearly linear in the size of the machine; above `limits` it shows
  /// less.
  ///
  /// - Parameters:
  ///   - subtitle: By default the number of states and the query language.
  ///   - collapse: Containers inside this many others are drawn closed, as single cards.
  public init(
    machine: StateMachine, title: String, subtitle: String? = nil, engine: DrawingEngine = .automatic,
    collapse: Int? = nil, limits: DrawingLimits = DrawingLimits()
  ) {
    let depth = [collapse, Self.collapseDepth(of: machine, limits)].compactMap(\.self).min()
    var reader = ScopeReader(machine: machine, limits: limits, collapseDepth: depth ?? .max)
    let content = reader.read(machine[.machine])
    var placer = ScopePlacer(engine: EngineChoice(wish: engine, limits: limits))
    scope = placer.place(content, isMachine: true)
    var notes = placer.notes
    if let depth { notes.append(.collapsed(depth: depth)) }
    if reader.leftOut > 0 { notes.append(.leftOut(reader.leftOut)) }
    self.notes = notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    self.title = title
    self.subtitle =
      subtitle ?? "\(Wording.count(machine.states.count, "state", "states")) · \(machine.language.name)"
  }

  /// How deep containers are unfolded so that not too many states are drawn; nil if all can be.
  private static func collapseDepth(of machine: StateMachine, _ limits: DrawingLimits) -> Int? {
    guard machine.states.count > limits.states else { return nil }
    var depths: [Int] = []
    var counts: [Int] = []
    for scope in machine.scopes {
      let depth = scope.parent.map { depths[Int($0.index)] + 1 } ?? 0
      depths.append(depth)
      if depth == counts.count { counts.append(0) }
      counts[depth] += scope.states.count
    }
    var total = 0
    for (depth, count) in counts.enumerated() {
      total += count
      if total > limits.states, depth > 0 || counts.count > 1 { return max(depth - 1, 0) }
    }
    return nil
  }
}
