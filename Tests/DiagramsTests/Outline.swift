@testable import Diagrams

extension DiagramScope {
  /// Cards in reading order, each with its texts and lines; indented inside frames.
  func outline(indent: String = "") -> [String] {
    cards.enumerated().flatMap { index, card -> [String] in
      var facts = card.badges.map(\.text) + card.catchNotes
      if let note = card.note { facts.insert(note, at: 0) }
      if card.catchCount > 0 { facts.append("catches \(card.catchCount)") }
      if !card.isReached { facts.append("not reached") }
      if card.leadsToEnd { facts.append("end") }
      let all = facts.isEmpty ? "" : " [\(facts.joined(separator: ", "))]"
      var lines = ["\(indent)\(start == index ? "▶ " : "")\(card.kind): \(card.name)\(all)"]
      for link in links where link.source == index {
        let label = link.label.map { " \"\($0)\"" } ?? ""
        lines.append("\(indent)  \(link.kind)\(label) \(link.isBack ? "↑" : "→") \(cards[link.target].name)")
      }
      for inner in card.scopes { lines += inner.outline(indent: indent + "    ") }
      return lines
    }
  }
}
