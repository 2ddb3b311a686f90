import Flow
import Syntax
import Workflows

/// Gathers why one step waits for another one into at most a few lines between them: one for all that it
/// uses, and further ones only for what that line does not say.
struct StepConnections {
  /// All that one step, or the frame around it, waits for another one for.
  struct Connection {
    let source: StepID
    let target: StepID
    /// What is used, each once; the files that several values are read from with those values.
    private(set) var uses: [Use] = []
    private(set) var isData = false
    private(set) var isDependency = false
    private(set) var isCleanup = false
    private(set) var triggers: [StepDependency.Trigger] = []
    private(set) var branches: [StepList.Kind] = []

    struct Use {
      let name: String
      var parts: [String] = []
    }

    /// How many names a line takes; nobody reads more.
    private static let longestList = 20

    init(source: StepID, target: StepID) {
      self.source = source
      self.target = target
    }

    mutating func add(_ kind: StepEdge.Kind) {
      switch kind {
      case .data, .jsonGet: isData = true
      case .cleanup: isCleanup = true
      case .dependsOn(.completed), .dependsOn(.unknown): isDependency = true
      case .dependsOn(let trigger): if !triggers.contains(trigger) { triggers.append(trigger) }
      case .member(let list): if !branches.contains(list) { branches.append(list) }
      }
    }

    mutating func use(_ name: String, part: String?) {
      if let index = uses.firstIndex(where: { $0.name == name }) {
        guard let part, uses[index].parts.count < Self.longestList else { return }
        if !uses[index].parts.contains(part) { uses[index].parts.append(part) }
      } else if uses.count < Self.longestList {
        uses.append(Use(name: name, parts: part.map { [$0] } ?? []))
      }
    }

    /// The lines, the most telling one first.
    var lines: [(kind: Link.Kind, label: String?)] {
      var lines: [(Link.Kind, String?)] = []
      for branch in branches { lines.append((.choice, branch == .elseBranch ? "False" : "True")) }
      if isData { lines.append((.data, label)) }
      for trigger in triggers { lines.append((.dependsOn, Self.phrase(trigger))) }
      if isCleanup, !isData { lines.append((.cleanup, nil)) }
      if isDependency, lines.isEmpty { lines.append((.dependsOn, nil)) }
      return lines
    }

    private var label: String? {
      let texts = uses.map { $0.parts.isEmpty ? $0.name : "\($0.name): \($0.parts.joined(separator: ", "))" }
      return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    private static func phrase(_ trigger: StepDependency.Trigger) -> String {
      trigger == .any ? "in any case" : "if \(trigger.name.lowercased())"
    }
  }

  private(set) var connections: [Connection] = []

  private struct Pair: Hashable {
    let source: StepID
    let target: StepID

    init(_ steps: (StepID, StepID)) {
      source = steps.0
      target = steps.1
    }
  }
  private var places: [Pair: Int] = [:]

  private let pipeline: Pipeline
  private let values: ValueText
  private let frames: StepFrames

  /// In the order of the targets in the document.
  init(_ pipeline: Pipeline, _ frames: StepFrames, limit: Int) {
    self.pipeline = pipeline
    self.frames = frames
    values = ValueText(pipeline: pipeline)
    let graph = PipelineGraph(pipeline)
    for edge in graph.edges where edge.isDrawn && edge.kind != .member(.body) {
      guard let place = place(from: edge.source, to: edge.target, limit) else { continue }
      connections[place].add(edge.kind)
    }
    for step in pipeline.steps { addUses(of: step) }
  }

  private mutating func place(from source: StepID, to target: StepID, _ limit: Int) -> Int? {
    guard let pair = frames.visible(source, target).map(Pair.init) else { return nil }
    if let place = places[pair] { return place }
    guard connections.count < limit else { return nil }
    places[pair] = connections.count
    connections.append(Connection(source: pair.source, target: pair.target))
    return connections.count - 1
  }

  private mutating func addUses(of step: Step) {
    var reads = pipeline.jsonGets(of: step)
    for row in pipeline.references(of: step) {
      guard case .step(let source) = row.target, let pair = frames.visible(source, step.id).map(Pair.init),
        let place = places[pair]
      else { continue }
      guard row.place != .value else {
        connections[place].use(values.reference(row.text), part: nil)
        continue
      }
      // Both are in document order, and none reads inside another one.
      while let next = reads.dropFirst().first, next.node < row.node { reads.removeFirst() }
      let path = reads.first.map { values.path(ofJSONGet: $0.node) } ?? "?"
      if row.place == .propertyFile {
        connections[place].use(values.reference(row.text), part: path)
      } else {
        connections[place].use(path, part: nil)
      }
    }
  }
}
