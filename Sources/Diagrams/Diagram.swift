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
  /// This many steps are left out.
  case stepsLeftOut(Int)

  /// Whether the picture itself says so: it lacks something of the workflow.
  var isAboutContent: Bool {
    switch self {
    case .collapsed, .leftOut, .stepsLeftOut: true
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
    case .stepsLeftOut(let count): "\(Wording.count(count, "step", "steps")) not drawn"
    }
  }
}

/// A picture of a workflow: every card, line and text in its place.
public struct Diagram: Sendable {
  public let title: String
  public let subtitle: String
  /// What differs from a full picture, each thing once.
  public let notes: [DrawingNote]
  let scope: PlacedScope

  /// Arranges a picture of a state machine. Takes time that is nearly linear in its size; above `limits` the picture
  /// shows less.
  ///
  /// - Parameters:
  ///   - subtitle: By default the number of states and the query language.
  ///   - collapse: Containers inside this many others are drawn closed, as single cards.
  public init(
    machine: StateMachine, title: String, subtitle: String? = nil, engine: DrawingEngine = .automatic,
    collapse: Int? = nil, limits: DrawingLimits = DrawingLimits()
  ) {
    let depth = [collapse, Self.collapseDepth(machine.stateCountsByDepth, limits)].compactMap(\.self).min()
    var reader = ScopeReader(machine: machine, limits: limits, collapseDepth: depth ?? .max)
    let content = reader.read(machine[.machine])
    let subtitle =
      subtitle ?? "\(Wording.count(machine.states.count, "state", "states")) · \(machine.language.name)"
    let leftOut = reader.leftOut > 0 ? DrawingNote.leftOut(reader.leftOut) : nil
    self.init(
      content, title, subtitle, EngineChoice(wish: engine, limits: limits),
      notes: [depth.map(DrawingNote.collapsed), leftOut])
  }

  /// Arranges a picture of a SageMaker pipeline, as of a state machine.
  ///
  /// - Parameters:
  ///   - subtitle: By default the number of steps, and what the lines mean where there are several kinds.
  ///   - collapse: ForEach steps inside this many others are drawn closed, as single cards.
  public init(
    pipeline: Pipeline, title: String, subtitle: String? = nil, engine: DrawingEngine = .automatic,
    collapse: Int? = nil, limits: DrawingLimits = DrawingLimits()
  ) {
    var frames = StepFrames(pipeline)
    let depth = [collapse, Self.collapseDepth(frames.counts, limits)].compactMap(\.self).min()
    frames.deepest = depth ?? .max
    var reader = PipelineReader(pipeline: pipeline, frames: frames, limits: limits)
    let content = reader.read()
    let count = Wording.count(pipeline.steps.count, "step", "steps")
    let meaning = content.hasWaiting ? " · solid = data dependency, dotted = DependsOn" : ""
    let leftOut = reader.leftOut > 0 ? DrawingNote.stepsLeftOut(reader.leftOut) : nil
    self.init(
      content, title, subtitle ?? "SageMaker pipeline · \(count)\(meaning)",
      EngineChoice(wish: engine, limits: limits), notes: [depth.map(DrawingNote.collapsed), leftOut])
  }

  private init(
    _ content: DiagramScope, _ title: String, _ subtitle: String, _ engine: EngineChoice,
    notes: [DrawingNote?]
  ) {
    var placer = ScopePlacer(engine: engine)
    scope = placer.place(content, isMachine: true)
    let all = placer.notes + notes.compactMap(\.self)
    self.notes = all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    self.title = title
    self.subtitle = subtitle
  }

  /// How deep containers are unfolded so that not too many cards are drawn; nil if all can be.
  ///
  /// - Parameter counts: By depth: how many cards stand there.
  private static func collapseDepth(_ counts: [Int], _ limits: DrawingLimits) -> Int? {
    guard counts.reduce(0, +) > limits.states else { return nil }
    var total = 0
    for (depth, count) in counts.enumerated() {
      total += count
      if total > limits.states, depth > 0 || counts.count > 1 { return max(depth - 1, 0) }
    }
    return nil
  }
}

extension StateMachine {
  fileprivate var stateCountsByDepth: [Int] {
    var depths: [Int] = []
    var counts: [Int] = []
    for scope in scopes {
      let depth = scope.parent.map { depths[Int($0.index)] + 1 } ?? 0
      depths.append(depth)
      if depth == counts.count { counts.append(0) }
      counts[depth] += scope.states.count
    }
    return counts
  }
}

extension DiagramScope {
  /// Whether a line in it, or inside its cards, says only that one step waits for another one.
  fileprivate var hasWaiting: Bool {
    links.contains { $0.kind == .dependsOn } || cards.contains { $0.scopes.contains(where: \.hasWaiting) }
  }
}
