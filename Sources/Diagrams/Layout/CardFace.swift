import Workflows

/// The texts of a card, broken into lines, and the room that they take.
struct CardFace: Sendable {
  let kind: String
  let nameLines: [String]
  let noteLines: [String]
  let badges: [Card.Badge]
  let catchLines: [String]
  let size: Size

  static let tileWidth = 44.0
  static let textInset = 56.0
  private static let widestText = 236.0
  private static let widestDetail = 256.0

  init(_ card: Card) {
    kind = Font.detail.line(card.kind, width: Self.widestDetail)
    nameLines = Font.name.wrap(card.name, width: Self.widestText, lines: 2)
    noteLines = CardFace.noteLines(of: card, width: Self.widestText)
    badges = CardFace.fitting(card.badges, width: Self.widestDetail)
    catchLines = CardFace.catchLines(of: card, width: Self.widestDetail)
    var text = max(Font.detail.width(of: kind), CardFace.width(of: badges))
    for line in nameLines { text = max(text, Font.name.width(of: line)) }
    for line in noteLines { text = max(text, Font.detail.width(of: line)) }
    for line in catchLines { text = max(text, Font.detail.width(of: line) + BoltText.indent) }
    let width = ((Self.textInset + text + 14) / 16).rounded(.up) * 16
    var height = 34 + 16 * Double(nameLines.count) + 15 * Double(noteLines.count + catchLines.count)
    if !badges.isEmpty { height += 17 }
    size = Size(width: max(192, width), height: height)
  }

  private static func noteLines(of card: Card, width: Double) -> [String] {
    guard let note = card.note else { return [] }
    guard card.noteLimit > 1 else { return [Font.detail.line(note, width: width)] }
    return Font.detail.wrap(note, width: width, lines: card.noteLimit)
  }
}

/// A line of text behind a bolt, which stands for errors.
enum BoltText {
  static let indent = 14.0
}

// MARK: - Parts that containers have as well

extension CardFace {
  /// Room for an icon, its text and the gap behind it.
  static func width(of badge: Card.Badge) -> Double { 15 + Font.detail.width(of: badge.text) + 11 }

  static func width(of badges: [Card.Badge]) -> Double {
    badges.reduce(0) { $0 + width(of: $1) } - (badges.isEmpty ? 0 : 11)
  }

  /// The badges with their texts cut so that they stand in one line. Short ones are left alone.
  static func fitting(_ badges: [Card.Badge], width available: Double) -> [Card.Badge] {
    guard !badges.isEmpty, width(of: badges) > available else { return badges }
    let share = available / Double(badges.count) - 26
    let spare = badges.reduce(0) { $0 + max(share - Font.detail.width(of: $1.text), 0) }
    let long = badges.count { Font.detail.width(of: $0.text) > share }
    let room = max(share + spare / Double(max(long, 1)), 20)
    return badges.map { Card.Badge(icon: $0.icon, text: Font.detail.line($0.text, width: room)) }
  }

  /// How many notes about errors one card shows before it only counts them.
  private static let maximumCatchLines = 4

  static func catchLines(of card: Card, width: Double) -> [String] {
    var lines = card.catchNotes.prefix(maximumCatchLines).map { note in
      Font.detail.line(note, width: width - BoltText.indent)
    }
    let rest = card.catchNotes.count - lines.count
    if rest > 0 { lines.append("and \(Wording.count(rest, "more error", "more errors"))") }
    if card.catchCount > 0 {
      lines.append("catches errors from \(Wording.count(card.catchCount, "state", "states"))")
    }
    return lines
  }
}
