extension PlacedScope {
  /// The bend that a line leading down passes where others have pills; nil if it has none.
  func bend(of line: Int) -> Rect? {
    let link = content.links[lines[line].link]
    guard lines[line].pill == nil, !link.isBack, lines[line].curves.count == 2 else { return nil }
    return lines[line].curves[0].end.map { Rect(center: $0, size: Size(width: 1, height: 1)) }
  }

  /// By line: where the lines of pipelines arrive at a card that several lead to, from left to right as their pills
  /// stand, so that none crosses another one there. Steps gather what many others yield; states seldom do.
  var plannedArrivals: [Int: Double] {
    guard content.isOfSteps else { return [:] }
    var arriving: [Int: [(line: Int, x: Double)]] = [:]
    for (index, line) in lines.enumerated() {
      let link = content.links[line.link]
      guard !link.isBack, !link.isJump, let x = (line.pill?.frame ?? bend(of: index))?.midX else { continue }
      arriving[link.target, default: []].append((index, x))
    }
    var result: [Int: Double] = [:]
    for (target, group) in arriving where group.count > 1 {
      let sorted = group.sorted { ($0.x, $0.line) < ($1.x, $1.line) }
      let places = Self.spread(sorted.map(\.x), over: cards[target].outline)
      for (entry, place) in zip(sorted, places) { result[entry.line] = place }
    }
    return result
  }

  /// Places on the upper edge of a card, near to others that are in ascending order, but not too near to each other.
  private static func spread(_ wishes: [Double], over card: Rect) -> [Double] {
    let left = card.minX + 28
    let right = max(card.maxX - 28, left)
    let gap = min(13, (right - left) / Double(max(wishes.count - 1, 1)))
    var places: [Double] = []
    for wish in wishes {
      let next = min(max(wish, left), right)
      places.append(max(next, places.last.map { $0 + gap } ?? left))
    }
    var limit = right
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - gap
    }
    return places
  }
}
