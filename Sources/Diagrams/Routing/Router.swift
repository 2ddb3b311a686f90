/// Makes the lines of a placed scope pleasant: straight or S-shaped where nothing is in the way, rounded
/// elbows for those that lead back. Where there is no room, the engine's own curve stays.
struct Router {
  private(set) var scope: PlacedScope
  let draft: ScopeDraft
  private var obstacles: Obstacles
  /// The upright runs of the lines drawn so far: other uprights keep away from them, crossing lines need not.
  private var uprights: Obstacles
  /// By card: how many lines lead to it.
  private let arrivals: [Int]
  /// By line: where on the target's upper edge it should arrive, if that is planned.
  private let planned: [Int: Double]
  private var uprightCount = 0
  /// By card: where on its upper edge lines arrive.
  private var places: [[Double]]

  /// The longest distance that an S bridges; over a longer one it would look slack.
  private static let longestS = 70.0
  private static let cornerInset = 16.0

  init(_ scope: PlacedScope, _ draft: ScopeDraft) {
    self.scope = scope
    self.draft = draft
    var arrivals = [Int](repeating: 0, count: scope.cards.count)
    for link in draft.content.links where !link.isJump { arrivals[link.target] += 1 }
    self.arrivals = arrivals
    planned = scope.plannedArrivals
    places = Array(repeating: [], count: scope.cards.count)
    var bounds = scope.cards.first?.outline ?? Rect(minX: 0, minY: 0, maxX: 1, maxY: 1)
    for card in scope.cards { bounds = bounds.union(card.outline) }
    obstacles = Obstacles(bounds: bounds.grown(by: 400))
    uprights = obstacles
    for (index, card) in scope.cards.enumerated() { obstacles.insert(index, card.outline) }
    for (index, line) in scope.lines.enumerated() {
      if let pill = line.pill { obstacles.insert(scope.cards.count + index, pill.frame) }
    }
  }

  mutating func route() {
    settleBesideContainers()
    // Straight lines choose first where they arrive.
    let lines = scope.lines.indices
    let straight = lines.filter { scope.lines[$0].pill == nil }
    for index in straight + lines.filter({ scope.lines[$0].pill != nil }) {
      let link = draft.content.links[scope.lines[index].link]
      if link.source == link.target {
        placeLoop(index, at: link.source)
      } else if !link.isBack || link.isJump {
        routeForward(index, link)
        if !link.isJump { notePlace(index, link.target) }
      }
    }
    routeEnds()
    noteUprights(of: scope.ends.flatMap(\.lines) + [scope.entryLine].compactMap(\.self))
    let back = lines.filter { leadsBack(draft.content.links[scope.lines[$0].link]) }
    for index in lines where !leadsBack(draft.content.links[scope.lines[index].link]) {
      noteUprights(of: scope.lines[index].curves)
    }
    for index in back {
      routeBack(index, draft.content.links[scope.lines[index].link])
      noteUprights(of: scope.lines[index].curves)
    }
  }

  private func leadsBack(_ link: Link) -> Bool { link.isBack && !link.isJump && link.source != link.target }

  private func pillID(_ line: Int) -> Obstacles.ID { scope.cards.count + line }
}

// MARK: - Downwards

extension Router {
  private mutating func routeForward(_ index: Int, _ link: Link) {
    let source = scope.cards[link.source].outline
    let target = scope.cards[link.target].outline
    guard let pill = scope.lines[index].pill?.frame ?? scope.bend(of: index) else {
      replace(
        index, 0, from: Point(x: source.midX, y: source.maxY), to: Point(x: target.midX, y: target.minY),
        ignoring: [link.source, link.target])
      return
    }
    let start = Point(x: departure(from: source, towards: pill.midX, link.kind), y: source.maxY)
    replace(
      index, 0, from: start, to: Point(x: pill.midX, y: pill.minY), ignoring: [link.source, pillID(index)])
    if link.isJump { return }
    let isOnly = link.kind != .catch && arrivals[link.target] == 1
    let wish = isOnly ? target.midX : planned[index]
    let x = wish ?? freePlace(near: clamp(pill.midX, target, inset: 28), above: link.target)
    replace(
      index, 1, from: Point(x: pill.midX, y: pill.maxY), to: Point(x: x, y: target.minY),
      ignoring: [link.target, pillID(index)])
    if scope.lines[index].pill == nil, scope.lines[index].curves.count == 2 {
      scope.lines[index].curves = [joined(scope.lines[index].curves[0], scope.lines[index].curves[1])]
    }
  }

  /// Where on a card's upper edge no other line arrives yet.
  private func freePlace(near x: Double, above card: Int) -> Double {
    let rect = scope.cards[card].outline
    for step in [0, 1, -1, 2, -2, 3, -3] {
      let place = x + Double(step) * 13
      guard place == clamp(place, rect, inset: 12) else { continue }
      if !places[card].contains(where: { abs($0 - place) < 11 }) { return place }
    }
    return x
  }

  /// Remembers where a line arrives.
  private mutating func notePlace(_ line: Int, _ card: Int) {
    guard let end = scope.lines[line].curves.last?.end else { return }
    if abs(end.y - scope.cards[card].outline.minY) < 1 { places[card].append(end.x) }
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

// MARK: - Beside containers

extension Router {
  /// Engines centre the boxes of a rank. A card or pill beside a tall container would stand far below what
  /// leads to it: it moves up to the top of the rank if all lines to it can follow.
  private mutating func settleBesideContainers() {
    var tops: [Int: Double] = [:]
    for card in scope.cards where card.outline.height > 200 {
      let rank = Int((card.outline.midY * 4).rounded())
      tops[rank] = min(tops[rank] ?? .infinity, card.outline.minY)
    }
    guard !tops.isEmpty else { return }
    for index in scope.lines.indices {
      guard let pill = scope.lines[index].pill?.frame, !draft.content.links[scope.lines[index].link].isBack,
        let top = tops[Int((pill.midY * 4).rounded())], pill.minY - top > 20
      else { continue }
      settlePill(of: index, by: pill.minY - top)
    }
    let touching = linesByCard()
    for index in scope.cards.indices {
      let rect = scope.cards[index].outline
      guard let top = tops[Int((rect.midY * 4).rounded())], rect.minY - top > 20 else { continue }
      settle(index, by: rect.minY - top, touching[index])
    }
  }

  private mutating func settlePill(of line: Int, by distance: Double) {
    guard let old = scope.lines[line].pill?.frame, let last = scope.lines[line].curves.last else { return }
    let link = draft.content.links[scope.lines[line].link]
    let source = scope.cards[link.source].outline
    let new = old + Point(x: 0, y: -distance)
    let start = Point(x: departure(from: source, towards: new.midX, link.kind), y: source.maxY)
    let ignored = [link.source, pillID(line)]
    guard obstacles.isClear(new, ignoring: ignored),
      let curve = clearCurve(from: start, to: Point(x: new.midX, y: new.minY), ignoring: ignored)
    else { return }
    obstacles.remove(pillID(line))
    obstacles.insert(pillID(line), new)
    scope.lines[line].pill?.frame = new
    scope.lines[line].curves[0] = curve
    if scope.lines[line].curves.count > 1 { scope.lines[line].curves[1] = lengthened(last, by: distance) }
  }

  private func linesByCard() -> [[Int]] {
    var result = [[Int]](repeating: [], count: scope.cards.count)
    for (index, line) in scope.lines.enumerated() {
      let link = draft.content.links[line.link]
      result[link.source].append(index)
      if link.target != link.source, !link.isJump { result[link.target].append(index) }
    }
    return result
  }

  private mutating func settle(_ card: Int, by distance: Double, _ lines: [Int]) {
    let old = scope.cards[card].outline
    let new = old + Point(x: 0, y: -distance)
    let incoming = lines.filter { draft.content.links[scope.lines[$0].link].source != card }
    let outgoing = lines.filter { draft.content.links[scope.lines[$0].link].source == card }
    guard card != draft.content.start, !incoming.isEmpty else { return }
    let links = lines.map { draft.content.links[scope.lines[$0].link] }
    guard links.allSatisfy({ !$0.isBack || $0.isJump }) else { return }
    obstacles.remove(card)
    var arriving: [(line: Int, curve: Curve)] = []
    for line in incoming {
      let source = draft.content.links[scope.lines[line].link].source
      let above = scope.lines[line].pill?.frame ?? scope.bend(of: line) ?? scope.cards[source].outline
      let end = Point(x: clamp(above.midX, new, inset: 28), y: new.minY)
      let ignored = [card, source, pillID(line)]
      if let curve = clearCurve(from: Point(x: above.midX, y: above.maxY), to: end, ignoring: ignored) {
        arriving.append((line, curve))
      }
    }
    guard arriving.count == incoming.count, obstacles.isClear(new, ignoring: []) else {
      obstacles.insert(card, old)
      return
    }
    obstacles.insert(card, new)
    scope.cards[card].frame = scope.cards[card].frame + Point(x: 0, y: -distance)
    for (line, curve) in arriving { scope.lines[line].curves[scope.lines[line].curves.count - 1] = curve }
    for line in outgoing {
      scope.lines[line].curves[0] = lengthened(scope.lines[line].curves[0], by: distance)
    }
    for end in scope.ends.indices {
      for (line, curve) in scope.ends[end].lines.enumerated() {
        guard let start = curve.start, abs(start.x - old.midX) < 1, abs(start.y - old.maxY) < 2 else {
          continue
        }
        scope.ends[end].lines[line] = lengthened(curve, by: distance)
      }
    }
  }

  /// The curve, begun higher up.
  private func lengthened(_ curve: Curve, by distance: Double) -> Curve {
    guard let start = curve.start else { return curve }
    var result = Curve.line(from: start + Point(x: 0, y: -distance), to: start)
    result.append(curve)
    return result
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
    if let route = elbow.route(planned: planned, pill: pill, around: obstacles, uprights) {
      scope.lines[index].curves = route.curves
      if let pill {
        scope.lines[index].pill?.frame = Rect(
          center: route.pillCenter, size: Size(width: pill.width, height: pill.height))
      }
    } else if pill == nil, halves.count == 2 {
      scope.lines[index].curves = [smoothed(halves[0], halves[1])]
    }
    if let pill = scope.lines[index].pill { obstacles.insert(pillID(index), pill.frame) }
  }

  /// Takes the upright runs of curves down.
  private mutating func noteUprights(of curves: [Curve]) {
    for curve in curves {
      let samples = curve.samples(8)
      for (from, to) in zip(samples, samples.dropFirst()) where abs(from.x - to.x) < abs(from.y - to.y) / 3 {
        let run = Rect(
          minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x), maxY: max(from.y, to.y))
        uprights.insert(uprightCount, run)
        uprightCount += 1
      }
    }
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
    // Straight through where they meet.
    let meeting = first.points.count - 1
    guard meeting > 0, meeting + 1 < result.points.count else { return result }
    result.points[meeting - 1].x = result.points[meeting].x
    result.points[meeting + 1].x = result.points[meeting].x
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
    let upright = rect.maxX + earlier + (size == nil ? ScopeDraft.loopGap : 28)
    let reach = min((size?.height ?? 16) / 2 + 8, rect.height / 2 - 6)
    let middle = Point(x: rect.maxX + earlier + 14 + (size?.width ?? 0) / 2, y: rect.midY)
    let halfPill = min((size?.height ?? 0) / 2, reach)
    let out = Elbow.corner(
      from: Point(x: rect.maxX, y: rect.midY + reach), to: Point(x: upright, y: rect.midY + halfPill))
    let back = Elbow.corner(
      from: Point(x: rect.maxX, y: rect.midY - reach), to: Point(x: upright, y: rect.midY - halfPill)
    ).reversed
    scope.lines[index].curves = [out, back]
    if let size {
      scope.lines[index].pill?.frame = Rect(center: middle, size: size)
      obstacles.insert(pillID(index), Rect(center: middle, size: size))
    }
  }
}
