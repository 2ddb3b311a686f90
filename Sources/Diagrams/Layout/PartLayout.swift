/// Lays out one part of a scope: its cards, the pills on its lines, and where it begins and ends.
struct PartLayout {
  /// By card, as in the part.
  private(set) var cardCenters: [Int: Point] = [:]
  /// The middle of each pill, and of each bend that stands for one on a line without text.
  private(set) var pillCenters: [Int: Point] = [:]
  /// By link: the curves to its pill and from it, or the whole line, in the direction of the link.
  private(set) var curves: [Int: [Curve]] = [:]
  private(set) var entry: Point?
  private(set) var entryLine: Curve?
  private(set) var end: Point?
  private(set) var endLines: [Curve] = []
  private(set) var size = Size(width: 0, height: 0)

  private var graph = LayoutGraph()
  private var cardBoxes: [Int: Int] = [:]
  private var pillBoxes: [Int: Int] = [:]
  private var entryBox: Int?
  private var endBox: Int?
  private var edges: [Edge] = []

  /// What an edge of the layout graph is in the scope.
  private enum Edge {
    case link(Int, half: Int)
    case entry, end, hidden
  }

  init(_ part: ScopePart, of scope: ScopeDraft, with engine: EngineChoice, _ notes: inout [DrawingNote]) {
    addBoxes(part, scope)
    if let entryBox, let start = scope.content.start.flatMap({ cardBoxes[$0] }) {
      add(.entry, from: entryBox, to: start, weight: 12, isCentered: true)
    }
    for link in part.links { addLink(link, scope) }
    for pair in part.hiddenLines { addHidden(from: cardBoxes[pair.source], to: cardBoxes[pair.target]) }
    addEnd(part, scope)
    holdTerminals(scope)
    holdJoints(part)
    read(engine.layout(graph, &notes), scope)
  }
}

// MARK: - The graph

extension PartLayout {
  private mutating func addBoxes(_ part: ScopePart, _ scope: ScopeDraft) {
    if part.upperJoint == nil, scope.content.start != nil { entryBox = addBox(scope.terminalSize) }
    for card in part.cards { cardBoxes[card] = addBox(scope.boxSize(of: card)) }
  }

  private mutating func addBox(_ size: Size) -> Int {
    graph.boxes.append(size)
    return graph.boxes.count - 1
  }

  private mutating func addLink(_ index: Int, _ scope: ScopeDraft) {
    let link = scope.content.links[index]
    guard link.source != link.target, let source = cardBoxes[link.source] else { return }
    let target = cardBoxes[link.target] ?? source
    let weight = Self.weight(of: link)
    if link.isJump {
      let pill = addBox(scope.pillSizes[index] ?? Self.bend)
      pillBoxes[index] = pill
      add(
        .link(index, half: 0), from: source, to: pill, weight: weight,
        leavesBottom: scope.hasLoop(link.source), entersTop: true)
    } else if link.isBack {
      // Given the other way round, so that the engine has no cycle to break.
      let pill = addBox(scope.pillSizes[index] ?? Self.bend)
      pillBoxes[index] = pill
      add(.link(index, half: 1), from: target, to: pill, weight: 0, leavesBottom: scope.hasLoop(link.target))
      add(.link(index, half: 0), from: pill, to: source, weight: 0, entersTop: scope.hasLoop(link.source))
    } else if let size = scope.pillSizes[index] ?? (scope.hasBend[index] ? Self.bend : nil) {
      let pill = addBox(size)
      pillBoxes[index] = pill
      add(
        .link(index, half: 0), from: source, to: pill, weight: 2 * weight,
        leavesBottom: scope.hasLoop(link.source), entersTop: true)
      add(
        .link(index, half: 1), from: pill, to: target, weight: weight, leavesBottom: true,
        entersTop: scope.hasLoop(link.target))
    } else {
      add(.link(index, half: 0), from: source, to: target, weight: weight, isCentered: true)
    }
  }

  /// What a bend takes.
  private static let bend = Size(width: 1.5, height: 1.5)

  private static func weight(of link: Link) -> Int {
    switch link.kind {
    case .next: 12
    case .choice, .otherwise: link.isMain ? 12 : 4
    case .data, .dependsOn, .cleanup: 2
    case .catch: 1
    }
  }

  private mutating func addEnd(_ part: ScopePart, _ scope: ScopeDraft) {
    let leading = part.cards.filter { scope.content.cards[$0].leadsToEnd && $0 != part.lowerJoint }
    guard !leading.isEmpty else { return }
    let box = addBox(scope.terminalSize)
    endBox = box
    for card in leading {
      guard let source = cardBoxes[card] else { continue }
      add(.end, from: source, to: box, weight: 4, isCentered: true)
    }
  }

  /// Keeps the beginning above all that nothing leads to, and inside frames the end below all that leads nowhere:
  /// bars and lines at both ends of a branch must not run through cards.
  private mutating func holdTerminals(_ scope: ScopeDraft) {
    if let entryBox {
      let heads = Set(graph.edges.map(\.head))
      for box in graph.boxes.indices where box != entryBox && !heads.contains(box) {
        addHidden(from: entryBox, to: box)
      }
    }
    guard !scope.isMachine, let endBox else { return }
    let ranks = Ranking(graph).ranks
    let tails = Set(graph.edges.map(\.tail))
    for box in graph.boxes.indices where box != endBox && !tails.contains(box) {
      if ranks[box] + 1 >= ranks[endBox] { addHidden(from: box, to: endBox) }
    }
  }

  /// Keeps the joints at the top and at the bottom, so that the parts can be put together.
  private mutating func holdJoints(_ part: ScopePart) {
    let tails = Set(graph.edges.map(\.tail))
    let heads = Set(graph.edges.map(\.head))
    if let joint = part.lowerJoint.flatMap({ cardBoxes[$0] }) {
      for box in graph.boxes.indices where box != joint && !tails.contains(box) {
        addHidden(from: box, to: joint)
      }
    }
    if let joint = part.upperJoint.flatMap({ cardBoxes[$0] }) {
      for box in graph.boxes.indices where box != joint && !heads.contains(box) {
        addHidden(from: joint, to: box)
      }
    }
  }

  private mutating func addHidden(from tail: Int?, to head: Int?) {
    guard let tail, let head else { return }
    edges.append(.hidden)
    graph.edges.append(LayoutGraph.Edge(tail: tail, head: head, weight: 0, isHidden: true))
  }

  private mutating func add(
    _ edge: Edge, from tail: Int, to head: Int, weight: Int, leavesBottom: Bool = false,
    entersTop: Bool = false, isCentered: Bool = false
  ) {
    edges.append(edge)
    graph.edges.append(
      LayoutGraph.Edge(
        tail: tail, head: head, weight: weight, leavesBottom: leavesBottom || isCentered,
        entersTop: entersTop || isCentered))
  }
}

// MARK: - The result

extension PartLayout {
  private mutating func read(_ layout: GraphLayout, _ scope: ScopeDraft) {
    size = layout.size
    for (card, box) in cardBoxes { cardCenters[card] = layout.centers[box] }
    for (link, box) in pillBoxes { pillCenters[link] = layout.centers[box] }
    entry = entryBox.map { layout.centers[$0] }
    end = endBox.map { layout.centers[$0] }
    for (edge, curve) in zip(edges, layout.curves) {
      switch edge {
      case .link(let link, let half):
        let isBack = scope.content.links[link].isBack && !scope.content.links[link].isJump
        var halves = curves[link] ?? []
        let directed = isBack ? curve.reversed : curve
        if half == 0, isBack { halves.insert(directed, at: 0) } else { halves.append(directed) }
        curves[link] = halves
      case .entry: entryLine = curve
      case .end: endLines.append(curve)
      case .hidden: break
      }
    }
  }
}
