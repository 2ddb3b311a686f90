/// A scope whose texts are set: it is known what room everything takes, but not where it stands.
struct ScopeDraft {
  let content: DiagramScope
  let isMachine: Bool
  /// By card, without a place.
  let cards: [PlacedCard]
  /// By link; nil for lines without text.
  let pillLines: [[String]?]
  let pillSizes: [Size?]
  /// By link: whether a line without text passes a bend all the same, so that it goes beside others with texts.
  let hasBend: [Bool]
  /// By card: what its lines to itself take at its right side.
  private let loopRoom: [Double]

  static let pillTextWidth = 170.0
  /// Between a card and the pill of a line from the card to itself, and behind it.
  static let loopGap = 20.0

  init(_ content: DiagramScope, cards: [PlacedCard], isMachine: Bool) {
    self.content = content
    self.cards = cards
    self.isMachine = isMachine
    var sizes: [Size?] = []
    var room = [Double](repeating: 0, count: cards.count)
    pillLines = content.links.map { link in
      Self.text(of: link, in: content).map { Font.detail.wrap($0, width: Self.pillTextWidth, lines: 3) }
    }
    for (link, lines) in zip(content.links, pillLines) {
      let size = lines.map { Self.pillSize($0, hasBolt: link.kind == .catch) }
      sizes.append(size)
      if link.source == link.target, !link.isJump { room[link.source] += (size?.width ?? 0) + Self.loopGap }
    }
    pillSizes = sizes
    hasBend = content.linesToBend
    loopRoom = room
  }

  /// What a card takes in the layout: itself, and as much on both sides as the lines to itself take on one.
  func boxSize(of card: Int) -> Size {
    Size(width: cards[card].size.width + 2 * loopRoom[card], height: cards[card].size.height)
  }

  /// Whether lines lead from a card to itself. Its box is then wider than the card, and other lines must keep
  /// to the middle to meet it.
  func hasLoop(_ card: Int) -> Bool { loopRoom[card] > 0 }

  /// Of the Start and End capsules; inside a frame, where they are points, of the space around those.
  var terminalSize: Size { isMachine ? Size(width: 66, height: 28) : Size(width: 10, height: 4) }

  private static func text(of link: Link, in content: DiagramScope) -> String? {
    guard link.isJump else { return link.label }
    // The target is what must not be cut off.
    let label = link.label.map { Font.detail.line($0, width: 2 * pillTextWidth) + " " } ?? ""
    return "\(label)→ \(content.cards[link.target].name)"
  }

  private static func pillSize(_ lines: [String], hasBolt: Bool) -> Size {
    let text = lines.map { Font.detail.width(of: $0) }.max() ?? 0
    return Size(width: text + (hasBolt ? 30 : 16), height: 13 * Double(lines.count) + 7)
  }
}

extension DiagramScope {
  /// By link: whether it says only that a step waits for another one, where that is not the only line of both.
  fileprivate var linesToBend: [Bool] {
    var departures = [Int](repeating: 0, count: cards.count)
    var arrivals = departures
    for link in links {
      departures[link.source] += 1
      arrivals[link.target] += 1
    }
    return links.map { link in
      guard link.kind == .dependsOn || link.kind == .cleanup, link.label == nil, !link.isBack else {
        return false
      }
      return !link.isJump && (departures[link.source] > 1 || arrivals[link.target] > 1)
    }
  }
}
