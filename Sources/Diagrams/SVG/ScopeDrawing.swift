extension SVGWriter {
  /// Draws a scope with its top-left corner at a point: frames, then lines, then cards in reading order.
  mutating func draw(_ scope: PlacedScope, at origin: Point, isMachine: Bool) {
    if scope.cards.isEmpty {
      let text = scope.content.isOfSteps ? "no steps" : "no states"
      line(text, at: origin + Point(x: 60, y: 24), .detail, .detail, isCentered: true)
    }
    for (index, placed) in scope.cards.enumerated() {
      if case .container(let face, let scopes) = placed.face {
        container(scope.content.cards[index], face, scopes, placed.frame + origin)
      }
    }
    for line in scope.lines { link(line, of: scope, at: origin) }
    terminals(scope, at: origin, isMachine: isMachine)
    for (index, placed) in scope.cards.enumerated() {
      if case .card(let face) = placed.face { card(scope.content.cards[index], face, placed.frame + origin) }
    }
  }

  // MARK: Lines

  private mutating func link(_ line: PlacedScope.Line, of scope: PlacedScope, at origin: Point) {
    let link = scope.content.links[line.link]
    let cards = scope.content.cards
    raw("<g class=\"edge ")
    raw(link.kind.name)
    raw("\">")
    title(cards[link.source].name, " → ", cards[link.target].name, link.meaning.map { ": \($0)" } ?? "")
    raw("\n")
    let stroke = link.kind.stroke
    for curve in line.curves {
      self.curve(curve + origin, stroke: stroke.ink, width: stroke.width, dash: stroke.dash)
    }
    if !link.isJump, let last = line.curves.last(where: { !$0.isEmpty }), let tip = last.end,
      let from = last.beforeEnd
    {
      arrowhead(at: tip + origin, from: from + origin, stroke.ink, isOpen: stroke.isOpen)
    }
    if let pill = line.pill { self.pill(pill, link.kind, at: origin) }
    raw("</g>\n")
  }

  private mutating func pill(_ pill: PlacedScope.Pill, _ kind: Link.Kind, at origin: Point) {
    let frame = pill.frame + origin
    let isCatch = kind == .catch
    rect(
      frame, radius: min(10, frame.height / 2), fill: isCatch ? .catchFill : .pill,
      stroke: isCatch ? .catch : .pillLine, width: 1)
    var text = Point(x: frame.minX + 8, y: frame.minY + 13)
    if isCatch {
      bolt(before: Point(x: frame.minX + 7, y: frame.midY + 4))
      text.x = frame.minX + 21
    }
    for line in pill.lines {
      self.line(line, at: text, .detail, kind.textInk, isItalic: kind == .otherwise)
      text.y += 13
    }
  }

  // MARK: Beginning and end

  private mutating func terminals(_ scope: PlacedScope, at origin: Point, isMachine: Bool) {
    if let line = scope.entryLine { plain(line + origin, hasArrow: true) }
    for end in scope.ends {
      for line in end.lines { plain(line + origin, hasArrow: isMachine) }
    }
    guard isMachine else {
      for end in scope.ends.dropLast(scope.lastEnd == nil ? 0 : 1) { bullsEye(end.center + origin) }
      return
    }
    if let entry = scope.entry { capsule("Start", at: entry + origin, isFilled: true) }
    for end in scope.ends { capsule("End", at: end.center + origin, isFilled: false) }
  }

  private mutating func plain(_ line: Curve, hasArrow: Bool) {
    curve(line, stroke: .edge, width: 1.5)
    if hasArrow, let tip = line.end, let from = line.beforeEnd {
      arrowhead(at: tip, from: from, .edge, isOpen: false)
    }
  }

  private mutating func capsule(_ text: String, at center: Point, isFilled: Bool) {
    let frame = Rect(center: center, size: Size(width: 66, height: 28))
    if isFilled {
      rect(frame, radius: 14, fill: .terminal)
    } else {
      rect(frame.grown(by: -1.5), radius: 12.5, fill: .card, stroke: .terminal, width: 3)
    }
    line(
      text, at: Point(x: center.x, y: center.y + 4), .capsule, isFilled ? .terminalText : .text,
      isCentered: true)
  }
}

extension Link.Kind {
  fileprivate var stroke: (ink: Ink, width: Double, dash: StaticString?, isOpen: Bool) {
    switch self {
    case .next, .choice, .otherwise, .data: (.edge, 1.5, nil, false)
    case .catch: (.catch, 1.5, "6 4", true)
    case .dependsOn: (.detail, 1.5, "2 4", true)
    case .cleanup: (.detail, 0.8, nil, true)
    }
  }

  fileprivate var textInk: Ink {
    switch self {
    case .next, .choice: .choice
    case .otherwise, .data, .dependsOn, .cleanup: .detail
    case .catch: .catch
    }
  }
}

extension Link {
  /// What a tooltip says of it.
  fileprivate var meaning: String? {
    switch kind {
    case .dependsOn: label.map { "DependsOn, \($0)" } ?? "DependsOn"
    case .cleanup: "cleanup"
    default: label
    }
  }
}
