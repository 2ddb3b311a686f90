import Workflows

extension SVGWriter {
  mutating func card(_ card: Card, _ face: CardFace, _ frame: Rect) {
    openState(card, role: "graphics-symbol")
    rect(frame, radius: 6, fill: card.fill)
    tile(
      card, Rect(minX: frame.minX, minY: frame.minY, maxX: frame.minX + CardFace.tileWidth, maxY: frame.maxY))
    let border = card.border
    rect(frame, radius: 6, fill: nil, stroke: border.ink, width: border.width, dash: border.dash)
    var origin = Point(x: frame.minX + CardFace.textInset, y: frame.minY + 19)
    line(face.kind, at: origin, .detail, .detail)
    origin.y += 1
    for text in face.nameLines {
      origin.y += 15.5
      line(text, at: origin, .name, .text)
    }
    for text in face.noteLines {
      origin.y += 15
      line(text, at: origin, .detail, .detail)
    }
    if !face.badges.isEmpty {
      origin.y += 16.5
      badges(face.badges, at: origin)
    }
    catchLines(face.catchLines, below: origin)
    raw("</g>\n")
  }

  /// Begins the group of a state or step. Its id comes from its place in the workflow, never from its name.
  mutating func openState(_ card: Card, role: StaticString) {
    raw("<g")
    switch card.subject {
    case .state(let id): identity(of: card, id.index)
    case .step(let id): identity(of: card, id.index)
    case .ghost: raw(" class=\"ghost\"")
    }
    attribute("role", raw: role)
    attribute("aria-label", "\(card.kind): \(card.name.prefix(Font.longestText))")
    raw(">")
    title(card.name, " — ", card.kind)
    raw("\n")
  }

  private mutating func identity(of card: Card, _ place: UInt32) {
    raw(" id=\"")
    text(idPrefix)
    raw("st-")
    text(String(place))
    raw("\" class=\"state ")
    text(card.className)
    if !card.isReached { raw(" unreached") }
    raw("\"")
    attribute("data-state", card.name)
    raw(" tabindex=\"0\"")
  }

  mutating func badges(_ badges: [Card.Badge], at origin: Point) {
    var origin = origin
    for badge in badges {
      icon(badge.icon.path, at: Point(x: origin.x, y: origin.y - 9.5), stroke: .detail, width: 1.3)
      line(badge.text, at: Point(x: origin.x + 15, y: origin.y), .detail, .detail)
      origin.x += CardFace.width(of: badge)
    }
  }

  mutating func catchLines(_ lines: [String], below origin: Point) {
    var origin = origin
    for text in lines {
      origin.y += 15.5
      bolt(before: origin)
      line(text, at: Point(x: origin.x + BoltText.indent, y: origin.y), .detail, .catch)
    }
  }

  /// The coloured side of a card, rounded on the left.
  private mutating func tile(_ card: Card, _ frame: Rect) {
    let radius = 6.0
    raw("<path d=\"M")
    number(frame.maxX)
    raw(" ")
    number(frame.minY)
    raw("v")
    number(frame.height)
    raw("h")
    number(radius - frame.width)
    raw("a6 6 0 0 1 -6 -6v")
    number(2 * radius - frame.height)
    raw("a6 6 0 0 1 6 -6z\"")
    paint(fill: card.ink)
    raw("/>\n")
    symbol(card, at: frame.center)
  }

  /// What stands on a tile, around its middle.
  mutating func symbol(_ card: Card, at center: Point, scale: Double = 1) {
    let ink: Ink =
      card.tone == .success || card.tone == .failure || card.tone == .missing ? .onVerdict : .onTile
    switch card.symbol {
    case .icon(let icon):
      self.icon(icon.path, at: Point(x: center.x - 12, y: center.y - 12), stroke: ink, width: 1.8)
    case .monogram(let letters):
      let isLetter = letters.count == 1
      let font = Font(size: isLetter ? 20 : letters.count < 4 ? 12.5 : 11, isBold: true)
      line(letters, at: Point(x: center.x, y: center.y + (isLetter ? 6.5 : 4.3)), font, ink, isCentered: true)
    }
  }
}

extension Card {
  /// The ground of its text.
  var fill: Ink {
    switch tone {
    case .success: .successFill
    case .failure: .failureFill
    case .plain, .missing, .open: .card
    }
  }

  var border: (ink: Ink, width: Double, dash: StaticString?) {
    switch tone {
    case .plain: (isContainer ? .boxLine : .line, 1.2, isReached ? nil : "5 4")
    case .success: (.success, 1.3, nil)
    case .failure: (.failure, 1.3, nil)
    case .missing: (.failure, 1.4, "5 4")
    case .open: (.line, 1.4, "5 4")
    }
  }
}
