/// What makes the lines of a scope readable, before anything is laid out.
extension DiagramScope {
  /// Says of a Choice's lines to one card only one thing where there are `limit` of them or more.
  mutating func mergeChoices(from limit: Int) {
    var counts: [Pair: Int] = [:]
    for link in links where link.kind == .choice { counts[Pair(link), default: 0] += 1 }
    guard counts.values.contains(where: { $0 >= limit }) else { return }
    var merged: [Pair: Int] = [:]
    var result: [Link] = []
    for link in links {
      guard link.kind == .choice, counts[Pair(link), default: 0] >= limit else {
        result.append(link)
        continue
      }
      guard let first = merged[Pair(link)] else {
        merged[Pair(link)] = result.count
        result.append(link)
        continue
      }
      let label = result[first].label ?? ""
      if label.utf8.count < ConditionText.longestText {
        result[first].label = "\(label) or \(link.label ?? "")"
      }
    }
    links = result
  }

  private struct Pair: Hashable {
    let source: Int
    let target: Int

    init(_ link: Link) {
      source = link.source
      target = link.target
    }
  }

  /// Marks of each Choice the line that the workflow goes on by, where the others soon end.
  mutating func markMainLines() {
    let lengths = lengthsBelow()
    var first = 0
    while first < links.count {
      let source = links[first].source
      let group = first..<(links[first...].firstIndex { $0.source != source } ?? links.count)
      let forward = group.filter { links[$0].kind != .catch && !links[$0].isBack }
      let byLength = forward.sorted { lengths[links[$0].target] > lengths[links[$1].target] }
      if let longest = byLength.first {
        let others = byLength.dropFirst().map { lengths[links[$0].target] }
        let isClear = (others.max() ?? 0) + 2 <= lengths[links[longest].target]
        let isSingle = forward.count { links[$0].target == links[longest].target } == 1
        // Straight above a wide frame there is no room for several other lines to get past it.
        let isCrowded = others.count > 1 && cards[links[longest].target].isContainer
        links[longest].isMain = isClear && isSingle && !isCrowded
      }
      first = group.upperBound
    }
  }

  /// By card: how many cards the longest way from it to an end has, itself included; a frame counts as three.
  private func lengthsBelow() -> [Int] {
    let forward = links.filter { !$0.isBack }
    var below = Neighbours(forward.map { ($0.source, $0.target) }, count: cards.count)
    let order = ReadingOrder(
      nodeCount: cards.count, edges: forward.map { ($0.source, $0.target) }, start: start
    ).topological
    var lengths = [Int](repeating: 0, count: cards.count)
    for card in order.reversed() {
      let longest = below.take(card).map { lengths[$0] }.max() ?? 0
      lengths[card] = longest + (cards[card].isContainer ? 3 : 1)
    }
    return lengths
  }

  /// Ends lines in their pills where many long ones lead to the same cards: no layout gets through them in
  /// time, and no reader either.
  ///
  /// - Parameter limit: How many ranks the long lines may pass in all.
  mutating func shortenLongLines(to limit: Int) {
    var graph = LayoutGraph()
    graph.boxes = cards.map { _ in Size(width: 1, height: 1) }
    graph.edges = links.map { link in
      LayoutGraph.Edge(
        tail: link.isBack ? link.target : link.source, head: link.isBack ? link.source : link.target,
        weight: 1)
    }
    let ranks = Ranking(graph).ranks
    var total = 0
    var byTarget = [Int](repeating: 0, count: cards.count)
    func span(_ link: Link) -> Int { abs(ranks[link.source] - ranks[link.target]) }
    for link in links where span(link) >= Self.longSpan {
      total += span(link)
      byTarget[link.target] += span(link)
    }
    guard total > limit else { return }
    var shortened = [Bool](repeating: false, count: cards.count)
    for target in byTarget.indices.sorted(by: { (byTarget[$0], $1) > (byTarget[$1], $0) }) where total > limit
    {
      shortened[target] = true
      total -= byTarget[target]
    }
    endInPills { shortened[$0.target] && span($0) >= Self.longSpan }
  }

  private mutating func endInPills(_ isTooLong: (Link) -> Bool) {
    var counts: [Int: Int] = [:]
    var lastSources: [Int: Int] = [:]
    var hasOthers: Set<Int> = []
    for index in links.indices {
      let link = links[index]
      if isTooLong(link) {
        links[index].isJump = true
        counts[link.target, default: 0] += 1
        if !link.isBack { lastSources[link.target] = link.source }
      } else if !link.isBack {
        hasOthers.insert(link.target)
      }
    }
    for (target, count) in counts where cards[target].note == nil {
      cards[target].note = "\(Wording.count(count, "line leads", "lines lead")) here from afar"
    }
    let last = lastSources.filter { !hasOthers.contains($0.key) && start != $0.key }
    hiddenLines += last.map { (source: $0.value, target: $0.key) }.sorted { $0.target < $1.target }
  }

  /// From how many ranks on a line is long.
  private static let longSpan = 8
}
