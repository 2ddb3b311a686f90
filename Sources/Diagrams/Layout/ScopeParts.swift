/// A part of a scope that is laid out alone. Neighbouring parts share one card, the joint.
struct ScopePart: Sendable {
  var cards: [Int] = []
  var links: [Int] = []
  var hiddenLines: [(source: Int, target: Int)] = []
  /// The card that it shares with the part above.
  var upperJoint: Int?
  /// The card that it shares with the part below.
  var lowerJoint: Int?
}

extension DiagramScope {
  /// Cuts a large scope at cards that every line passes on its way down: the time of a layout grows faster
  /// than its size, and of a chain of parts it is linear. A scope of few cards, or without such places, is
  /// one part.
  func parts(_ limits: DrawingLimits) -> [ScopePart] {
    guard cards.count > limits.cardsInOneLayout else {
      return [
        ScopePart(cards: Array(cards.indices), links: Array(links.indices), hiddenLines: hiddenLines)
      ]
    }
    let pairs = links.filter { !$0.isJump }.map { ($0.source, $0.target) } + hiddenLines
    let order = ReadingOrder(nodeCount: cards.count, edges: pairs, start: start).topological
    var places = [Int](repeating: 0, count: order.count)
    for (place, card) in order.enumerated() { places[card] = place }
    let cuts = cuts(places, pairs, partSize: limits.cardsInPart)
    return parts(order, places, cuts)
  }

  /// The places of the joints, the first card's and the last's included.
  private func cuts(_ places: [Int], _ pairs: [(Int, Int)], partSize: Int) -> [Int] {
    // How many more lines pass over a place than over the one before it.
    var changes = [Int](repeating: 0, count: places.count + 1)
    for (source, target) in pairs {
      let first = min(places[source], places[target]) + 1
      let last = max(places[source], places[target])
      guard first < last else { continue }
      changes[first] += 1
      changes[last] -= 1
    }
    var cuts = [0]
    var passing = 0
    for place in 0..<(places.count - 1) {
      passing += changes[place]
      if passing == 0, place - cuts[cuts.count - 1] >= partSize { cuts.append(place) }
    }
    return cuts + [places.count - 1]
  }

  private func parts(_ order: [Int], _ places: [Int], _ cuts: [Int]) -> [ScopePart] {
    var parts = zip(cuts, cuts.dropFirst()).map { first, last in
      ScopePart(cards: order[first...last].sorted(), upperJoint: order[first], lowerJoint: order[last])
    }
    guard !parts.isEmpty else { return [] }
    parts[0].upperJoint = nil
    parts[parts.count - 1].lowerJoint = nil
    // A line lies in the part of its upper end; what begins at a joint lies below it.
    var partBelow = [Int](repeating: 0, count: order.count)
    for part in parts.indices {
      for place in cuts[part]..<cuts[part + 1] { partBelow[place] = part }
    }
    partBelow[order.count - 1] = parts.count - 1
    for (index, link) in links.enumerated() {
      let source = places[link.source]
      parts[partBelow[link.isJump ? source : min(source, places[link.target])]].links.append(index)
    }
    for pair in hiddenLines {
      parts[partBelow[min(places[pair.source], places[pair.target])]].hiddenLines.append(pair)
    }
    return parts
  }
}
