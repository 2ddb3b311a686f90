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
  /// Containers below this depth are drawn as single cards.
  case collapsed(depth: Int)
  /// This many states are left out.
  case leftOut(Int)

  public var description: String {
    switch self {
    case .withoutGraphviz(let reason): "simple layout: \(reason)"
    case .tooLargeForGraphviz: "simple layout: too many crossing lines"
    case .collapsed(let depth): "containers below level \(depth) are not unfolded"
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
  let stateCount: Int
  let scope: PlacedScope

  /// Arranges a picture. Takes time that is nearly linear in the size of the machine; above `limits` it shows less.
  ///
  /// - Parameter subtitle: By default the number of states and the query language.
  public init(
    machine: StateMachine, title: String, subtitle: String? = nil, engine: DrawingEngine = .automatic,
    limits: DrawingLimits = DrawingLimits()
  ) {
    let depth = machine.states.count > limits.states ? 0 : Int.max
    let reader = ScopeReader(machine: machine, limits: limits, collapseDepth: depth)
    var placer = ScopePlacer(engine: EngineChoice(wish: engine, limits: limits))
    scope = placer.place(reader.read(machine[.machine]), isMachine: true)
    stateCount = machine.states.count
    notes = placer.notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    self.title = title
    self.subtitle =
      subtitle ?? "\(Wording.count(machine.states.count, "state", "states")) · \(machine.language.name)"
  }
}
