extension DiagramScope {
  /// Puts the cards into reading order and marks the links that lead back. Those from states that are never
  /// reached into the flow count as such too, so that nothing stands above the start.
  ///
  /// A search from the start follows Next, the rules of a Choice, Default, then Catch; what it does not reach
  /// follows in the order of the document.
  mutating func arrange() {
    let reading = ReadingOrder(
      nodeCount: cards.count, edges: links.map { ($0.source, $0.target) }, start: start)
    reorder(reading.order, isBack: reading.isBack)
    if start != nil {
      for index in links.indices where links[index].source >= reading.reachedCount {
        if links[index].target < reading.reachedCount { links[index].isBack = true }
      }
      for index in reading.reachedCount..<cards.count { cards[index].isReached = false }
    }
    links = Self.sorted(links, by: \.source, upTo: cards.count)
  }

  /// Puts the cards of a scope without a start into an order in which each follows all that lead to it, and marks the
  /// links that close a cycle.
  mutating func arrangeTopologically() {
    // One more node leads to all that nothing leads to. What is visited first comes last.
    let heads = Set(links.map(\.target))
    let roots = cards.indices.reversed().filter { !heads.contains($0) }
    let edges = links.reversed().map { ($0.source, $0.target) } + roots.map { (cards.count, $0) }
    let reading = ReadingOrder(nodeCount: cards.count + 1, edges: edges, start: cards.count)
    reorder(
      reading.topological.filter { $0 < cards.count }, isBack: reading.isBack.prefix(links.count).reversed())
    links = Self.sorted(links, by: \.target, upTo: cards.count)
    links = Self.sorted(links, by: \.source, upTo: cards.count)
  }

  /// - Parameter isBack: By link.
  private mutating func reorder(_ order: [Int], isBack: [Bool]) {
    var places = [Int](repeating: 0, count: cards.count)
    for (place, card) in order.enumerated() { places[card] = place }
    cards = order.map { cards[$0] }
    start = start.map { places[$0] }
    links = zip(links, isBack).map { link, isBack in
      Link(
        source: places[link.source], target: places[link.target], kind: link.kind, label: link.label,
        isBack: isBack)
    }
  }

  /// Turns the lines into a handler that catches errors of more than `limit` states of the scope into notes
  /// on the cards: that many long lines into one card hide everything else, and no layout gets through them
  /// in time.
  mutating func hideCatches(above limit: Int) {
    var counts = [Int](repeating: 0, count: cards.count)
    for link in links where link.kind == .catch { counts[link.target] += 1 }
    var lastSources: [Int: Int] = [:]
    var catchers = [Int](repeating: 0, count: cards.count)
    var lastCounted = [Int](repeating: -1, count: cards.count)
    var visible: [Link] = []
    for link in links {
      guard link.kind == .catch, counts[link.target] > limit else {
        visible.append(link)
        continue
      }
      cards[link.source].catchNotes.append("\(link.label ?? "error") → \(cards[link.target].name)")
      if lastCounted[link.target] != link.source { catchers[link.target] += 1 }
      lastCounted[link.target] = link.source
      if link.source < link.target { lastSources[link.target] = link.source }
    }
    links = visible
    for (index, count) in catchers.enumerated() where count > 0 { cards[index].catchCount = count }
    hiddenLines += lastSources.map { (source: $0.value, target: $0.key) }.sorted { $0.target < $1.target }
  }

  /// Sorts by a small integer, keeping the order of equals. O(links + range).
  private static func sorted(_ links: [Link], by key: (Link) -> Int, upTo range: Int) -> [Link] {
    var buckets = [[Link]](repeating: [], count: range)
    for link in links { buckets[key(link)].append(link) }
    return buckets.flatMap { $0 }
  }
}
