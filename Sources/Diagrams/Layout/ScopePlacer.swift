/// Places a scope and all that it holds, the innermost scopes first: one layout a scope, whose result is a
/// box of fixed size for the scope around it.
struct ScopePlacer {
  let engine: EngineChoice
  private(set) var notes: [DrawingNote] = []

  init(engine: EngineChoice) {
    self.engine = engine
  }

  mutating func place(_ scope: DiagramScope, isMachine: Bool) -> PlacedScope {
    let cards = scope.cards.map { card in
      PlacedCard(face: face(of: card), frame: Rect(minX: 0, minY: 0, maxX: 0, maxY: 0))
    }
    guard !cards.isEmpty else {
      return PlacedScope(content: scope, size: Size(width: 120, height: 40), cards: [])
    }
    let draft = ScopeDraft(scope, cards: cards, isMachine: isMachine)
    var placed = stack(scope.parts(engine.limits), draft)
    var router = Router(placed, draft)
    router.route()
    placed = router.scope
    placed.moveToOrigin(marks: draft.terminalSize)
    return placed
  }

  private mutating func face(of card: Card) -> PlacedCard.Face {
    guard card.isContainer else { return .card(CardFace(card)) }
    let scopes = card.scopes.map { place($0, isMachine: false) }
    return .container(ContainerFace(card, scopes: scopes.map(\.size)), scopes)
  }

  /// Lays out the parts and puts each below the last, its upper joint onto the other's lower one.
  private mutating func stack(_ parts: [ScopePart], _ draft: ScopeDraft) -> PlacedScope {
    var placed = PlacedScope(content: draft.content, size: Size(width: 0, height: 0), cards: draft.cards)
    for part in parts {
      let layout = layout(part, draft)
      var offset = Point(x: 0, y: 0)
      if let joint = part.upperJoint, let here = layout.cardCenters[joint] {
        offset = placed.cards[joint].outline.center - here
      }
      for (card, center) in layout.cardCenters {
        placed.cards[card] = draft.cards[card].centered(at: center + offset)
      }
      for link in part.links { placed.lines.append(line(link, layout, draft, offset)) }
      if let entry = layout.entry { placed.entry = entry + offset }
      if let line = layout.entryLine { placed.entryLine = line + offset }
      if let end = layout.end {
        placed.ends.append(.init(center: end + offset, lines: layout.endLines.map { $0 + offset }))
      }
    }
    return placed
  }

  /// Lays a part out; one of a pipeline with its lines in two orders, from which engines come to different pictures, of
  /// which the one with fewer crossings is taken. What many steps yield to many others crosses more than transitions.
  private mutating func layout(_ part: ScopePart, _ draft: ScopeDraft) -> PartLayout {
    let layout = PartLayout(part, of: draft, with: engine, &notes)
    guard draft.content.isOfSteps, part.links.count <= Self.mostLinksInTwoOrders else { return layout }
    let crossings = layout.crossings(in: draft.content)
    guard crossings > 0 else { return layout }
    let links = draft.content.links
    var opposite = part
    opposite.links.sort { (links[$0].source, -$0) < (links[$1].source, -$1) }
    let other = PartLayout(opposite, of: draft, with: engine, &notes)
    return other.crossings(in: draft.content) < crossings ? other : layout
  }

  /// Up to how many lines a second layout takes no noticeable time.
  private static let mostLinksInTwoOrders = 100

  private func line(
    _ link: Int, _ layout: PartLayout, _ draft: ScopeDraft, _ offset: Point
  ) -> PlacedScope.Line {
    var line = PlacedScope.Line(link: link, curves: (layout.curves[link] ?? []).map { $0 + offset })
    if let lines = draft.pillLines[link], let size = draft.pillSizes[link] {
      let center = (layout.pillCenters[link] ?? Point(x: 0, y: 0)) + offset
      line.pill = .init(frame: Rect(center: center, size: size), lines: lines)
    }
    return line
  }
}

extension PlacedScope {
  /// All that is drawn, `marks` being the size of its beginning and its ends.
  private func bounds(marks: Size) -> Rect? {
    var rects = cards.map(\.outline)
    for line in lines {
      if let pill = line.pill { rects.append(pill.frame) }
      for point in line.curves.flatMap({ $0.samples(4) }) {
        rects.append(Rect(center: point, size: Self.stroke))
      }
    }
    let plain = ends.flatMap(\.lines) + (entryLine.map { [$0] } ?? [])
    for point in plain.flatMap({ $0.samples(4) }) { rects.append(Rect(center: point, size: Self.stroke)) }
    if let entry { rects.append(Rect(center: entry, size: marks)) }
    for end in ends { rects.append(Rect(center: end.center, size: marks)) }
    guard let first = rects.first else { return nil }
    return rects.dropFirst().reduce(first) { $0.union($1) }
  }

  private static let stroke = Size(width: 4, height: 0)

  /// Moves everything so that it begins at (0, 0), and takes the size of what is drawn.
  fileprivate mutating func moveToOrigin(marks: Size) {
    guard let bounds = bounds(marks: marks) else { return }
    let offset = Point(x: -bounds.minX, y: -bounds.minY)
    for index in cards.indices { cards[index].frame = cards[index].frame + offset }
    for index in lines.indices {
      lines[index].curves = lines[index].curves.map { $0 + offset }
      if let pill = lines[index].pill { lines[index].pill?.frame = pill.frame + offset }
    }
    entry = entry.map { $0 + offset }
    entryLine = entryLine.map { $0 + offset }
    ends = ends.map { End(center: $0.center + offset, lines: $0.lines.map { $0 + offset }) }
    size = Size(width: bounds.width, height: bounds.height)
  }
}
