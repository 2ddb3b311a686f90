/// Makes the lines of a placed scope pleasant: straight or S-shaped where nothing is in the way, rounded elbows for
/// those that lead back. Where there is no room, the engine's own curve stays.
struct Router {
  private(set) var scope: PlacedScope
  let draft: ScopeDraft
  private var obstacles: Obstacles
  /// By card: how many lines lead to it.
  private let arrivals: [Int]

  /// The longest distance that an S bridges; over a longer one it would look slack.
  private static let longestS = 70.0
  private static let cornerInset = 16.0

  init(_ scope: PlacedScope, _ draft: ScopeDraft) {
    self.scope = scope
    self.draft = draft
    var arrivals = [Int](repeating: 0, count: scope.cards.count)
    for link in draft.content.links { arrivals[link.target] += 1 }
    self.arrivals = arrivals
    var bounds = scope.cards.first?.outline ?? Rect(minX: 0, minY: 0, maxX: 1, maxY: 1)
    for card in scope.cards { bounds = bounds.union(card.outline) }
    obstacles = Obstacles(bounds: bounds.grown(by: 400))
    for (index, card) in scope.cards.enumerated() { obstacles.insert(index, card.outline) }
    for (index, line) in scope.lines.enumerated() {
      if let pill = line.pill { obstacles.insert(scope.cards.count + index, pill.frame) }
    }
  }

  mutating func route() {
    for index in scope.lines.indices {
      let link = draft.content.links[scope.lines[index].link]
      if link.source == link.target {
        placeLoop(index, at: link.source)
      } else if !link.isBack {
        routeForward(index, link)
      }
    }
    for index in scope.lines.indices {
      let link = draft.content.links[scope.lines[index].link]
      if link.isBack, link.source != link.target { routeBack(index, link) }
    }
    routeEnds()
  }

  private func pillID(_ line: Int) -> Obstacles.ID { scope.cards.count + line }
}

// MARK: - Downwards

extension Router {
  private mutating func routeForward(_ index: Int, _ link: Link) {
    let source = scope.cards[link.source].outline
    let target = scope.cards[link.target].outline
    guard let pill = scope.lines[index].pill?.frame else {
      replace(
        index, 0, from: Point(x: source.midX, y: source.maxY), to: Point(x: target.midX, y: target.minY),
        ignoring: [link.source, link.target])
      return
    }
    let start = Point(x: departure(from: source, towards: pill.midX, link.kind), y: source.maxY)
    replace(
      index, 0, from: start, to: Point(x: pill.midX, y: pill.minY), ignoring: [link.source, pillID(index)])
    let isOnly = link.kind != .catch && arrivals[link.target] == 1
    let end = Point(x: isOnly ? target.midX : clamp(pill.midX, target, inset: 28), y: target.minY)
    replace(
      index, 1, from: Point(x: pill.midX, y: pill.maxY), to: end, ignoring: [link.target, pillID(index)])
  }

  /// Lines of errors leave near a corner, the others below their pills.
  private func departure(from card: Rect, towards x: Double, _ kind: Link.Kind) -> Double {
    guard kind == .catch else { return clamp(x, card, inset: 24) }
    let isCard = card.width < 400
    return clamp(x > card.midX && isCard ? max(x, card.maxX - 40) : x, card, inset: 22)
  }

  private func clamp(_ x: Double, _ rect: Rect, inset: Double = cornerInset) -> Double {
    let inset = min(inset, rect.width / 2)
    return min(max(x, rect.minX + inset), rect.maxX - inset)
  }

  /// Draws a curve anew where there is room.
  private mutating func replace(
    _ line: Int, _ half: Int, from start: Point, to end: Point, ignoring: [Obstacles.ID]
  ) {
    guard scope.lines[line].curves.indices.contains(half) else { return }
    if let curve = clearCurve(from: start, to: end, ignoring: ignoring) {
      scope.lines[line].curves[half] = curve
    }
  }

  private func clearCurve(from start: Point, to end: Point, ignoring: [Obstacles.ID]) -> Curve? {
    guard end.y > start.y, end.y - start.y < Self.longestS || abs(start.x - end.x) < 2 else { return nil }
    let curve = abs(start.x - end.x) < 2 ? Curve.line(from: start, to: end) : .vertical(from: start, to: end)
    return obstacles.isClear(curve, ignoring: ignoring) ? curve : nil
  }

  private mutating func routeEnds() {
    if let entry = scope.entry, let start = draft.content.start {
      let card = scope.cards[start].outline
      let from = Point(x: entry.x, y: entry.y + draft.terminalSize.height / 2)
      if let curve = clearCurve(from: from, to: Point(x: card.midX, y: card.minY), ignoring: [start]) {
        scope.entryLine = curve
      }
    }
    for end in scope.ends.indices {
      let center = scope.ends[end].center
      let top = Point(x: center.x, y: center.y - draft.terminalSize.height / 2)
      for (line, curve) in scope.ends[end].lines.enumerated() {
        guard let start = curve.start else { continue }
        // The card is the obstacle that the line begins at.
        let spot = Rect(center: start, size: Size(width: 1, height: 1))
        guard let card = obstacles.firstNear(spot, ignoring: [], margin: 1) else { continue }
        if let better = clearCurve(from: start, to: top, ignoring: [card]) {
          scope.ends[end].lines[line] = better
        }
      }
    }
  }
}

// MARK: - Back and around

extension Router {
  /// Leaves the side of the lower card and enters that of the upper one.
  private mutating func routeBack(_ index: Int, _ link: Link) {
    let lower = scope.cards[link.source].outline
    let upper = scope.cards[link.target].outline
    let pill = scope.lines[index].pill?.frame
    let halves = scope.lines[index].curves
    let planned = pill?.center ?? halves.first?.end ?? upper.center
    obstacles.remove(pillID(index))
    let elbow = Elbow(lower: lower, upper: upper, lowerID: link.source, upperID: link.target)
    if let route = elbow.route(planned: planned, pill: pill, around: obstacles) {
      scope.lines[index].curves = route.curves
      if let pill {
        scope.lines[index].pill?.frame = Rect(
          center: route.pillCenter, size: Size(width: pill.width, height: pill.height))
      }
      obstacles.insert(scope.cards.count + scope.lines.count + index, route.upright)
    } else if pill == nil, halves.count == 2 {
      scope.lines[index].curves = [smoothed(halves[0], halves[1])]
    }
    if let pill = scope.lines[index].pill { obstacles.insert(pillID(index), pill.frame) }
  }

  /// One curve of two that meet in a point where nothing stands.
  private func smoothed(_ first: Curve, _ second: Curve) -> Curve {
    guard let start = first.start, let end = second.end, let meeting = first.end else { return first }
    let up = (meeting.y - start.y, end.y - meeting.y)
    var curve = Curve(points: [
      start, Point(x: meeting.x, y: start.y + up.0 * 0.2), Point(x: meeting.x, y: start.y + up.0 * 0.6),
      meeting,
    ])
    curve.append(
      Curve(points: [
        meeting, Point(x: meeting.x, y: meeting.y + up.1 * 0.4),
        Point(x: meeting.x, y: meeting.y + up.1 * 0.8), end,
      ]))
    return obstacles.isClear(curve, ignoring: []) ? curve : joined(first, second)
  }

  private func joined(_ first: Curve, _ second: Curve) -> Curve {
    var result = first
    result.append(second)
    return result
  }

  /// A line from a card to itself: out of its right side, past the pill, and back in.
  private mutating func placeLoop(_ index: Int, at card: Int) {
    let rect = scope.cards[card].outline
    let earlier = scope.lines[..<index].reduce(0.0) { room, line in
      let link = draft.content.links[line.link]
      guard link.source == card, link.target == card else { return room }
      return room + (line.pill?.frame.width ?? 0) + ScopeDraft.loopGap
    }
    let size = scope.lines[index].pill.map { Size(width: $0.frame.width, height: $0.frame.height) }
    let x = rect.maxX + earlier + ScopeDraft.loopGap + (size?.width ?? 0) / 2
    let reach = min((size?.height ?? 16) / 2 + 8, rect.height / 2 - 6)
    let middle = Point(x: x, y: rect.midY)
    let halfPill = min((size?.height ?? 0) / 2, reach)
    let out = Elbow.corner(
      from: Point(x: rect.maxX, y: rect.midY + reach), to: Point(x: x, y: middle.y + halfPill))
    let back = Elbow.corner(
      from: Point(x: rect.maxX, y: rect.midY - reach), to: Point(x: x, y: middle.y - halfPill)
    ).reversed
    scope.lines[index].curves = [out, back]
    if let size {
      scope.lines[index].pill?.frame = Rect(center: middle, size: size)
      obstacles.insert(pillID(index), Rect(center: middle, size: size))
    }
  }
}
