import Syntax
import Workflows

/// Reads a pipeline into what a picture says of it: the branches of a Condition in the same scope, the body
/// of a ForEach in one of its own.
struct PipelineReader {
  private let pipeline: Pipeline
  private let limits: DrawingLimits
  private let frames: StepFrames
  private let connections: [StepConnections.Connection]
  private let values: ValueText
  /// How many steps are left out since their frame has too many.
  private(set) var leftOut = 0

  /// By frame.
  private var scopes: [DiagramScope]
  /// By step: its place among the cards of its frame.
  private var places: [Int?]
  private var ghosts: [Ghost: Int] = [:]

  private struct Ghost: Hashable {
    let frame: Int
    let name: String
  }

  init(pipeline: Pipeline, frames: StepFrames, limits: DrawingLimits) {
    self.pipeline = pipeline
    self.limits = limits
    self.frames = frames
    connections = StepConnections(pipeline, frames, limit: limits.linesInScope).connections
    values = ValueText(pipeline: pipeline)
    scopes = frames.all.map { _ in DiagramScope(isOfSteps: true) }
    places = Array(repeating: nil, count: pipeline.steps.count)
  }

  mutating func read() -> DiagramScope {
    addCards()
    addLinks()
    for step in pipeline.steps where frames.isDrawn(frames.frame(of: step.id)) { addGhosts(of: step) }
    // Those inside come later, and belong onto cards of those around them.
    for frame in frames.all.indices.reversed() {
      guard frames.isDrawn(frame) else { continue }
      scopes[frame].arrangeTopologically()
      scopes[frame].shortenLongLines(to: limits.longLines)
      if let owner = frames.all[frame].owner { place(scopes[frame], into: owner) }
    }
    return scopes[0]
  }

  private mutating func addCards() {
    let writer = StepCardWriter(pipeline: pipeline)
    for (index, frame) in frames.all.enumerated() where frames.isDrawn(index) {
      leftOut += max(frame.steps.count - limits.cardsInScope, 0)
      for step in frame.steps.prefix(limits.cardsInScope) {
        places[Int(step.index)] = scopes[index].cards.count
        scopes[index].cards.append(writer.card(for: pipeline[step]))
      }
    }
    for (index, frame) in frames.all.enumerated() where !frames.isDrawn(index) {
      guard let owner = frame.owner, let place = places[Int(owner.index)] else { continue }
      scopes[frames.frame(of: owner)].cards[place].note = Wording.count(
        frames.stepCount(inside: index), "step", "steps")
    }
  }

  private mutating func addLinks() {
    for connection in connections {
      guard let source = places[Int(connection.source.index)],
        let target = places[Int(connection.target.index)]
      else { continue }
      for line in connection.lines {
        scopes[frames.frame(of: connection.source)].links.append(
          Link(source: source, target: target, kind: line.kind, label: line.label))
      }
    }
  }

  private mutating func place(_ scope: DiagramScope, into owner: StepID) {
    guard let place = places[Int(owner.index)] else { return }
    scopes[frames.frame(of: owner)].cards[place].scopes.append(scope)
  }
}

// MARK: - Names that no step has

extension PipelineReader {
  private mutating func addGhosts(of step: Step) {
    for dependency in pipeline.dependencies(of: step) where dependency.target.step == nil {
      guard let name = dependency.name else { continue }
      let text = String(pipeline.tree.text(name).prefix(Font.longestText))
      addGhost(text, for: step, .dependsOn, isOpen: dependency.target == .unknown)
    }
    for row in pipeline.references(of: step) where row.target == .missing || row.target == .unknown {
      guard let name = values.stepName(in: row.text) else { continue }
      addGhost(name, for: step, .data, isOpen: row.target == .unknown, label: values.reference(row.text))
    }
  }

  private mutating func addGhost(
    _ name: String, for step: Step, _ kind: Link.Kind, isOpen: Bool, label: String? = nil
  ) {
    guard let target = places[Int(step.id.index)], !name.isEmpty else { return }
    let frame = frames.frame(of: step.id)
    let ghost = Ghost(frame: frame, name: name)
    let source = ghosts[ghost] ?? scopes[frame].cards.count
    if ghosts.updateValue(source, forKey: ghost) == nil {
      scopes[frame].cards.append(CardWriter.ghost(named: name, isOpen: isOpen, missing: "Missing step"))
    }
    guard scopes[frame].links.count < limits.linesInScope else { return }
    scopes[frame].links.append(Link(source: source, target: target, kind: kind, label: label))
  }
}
