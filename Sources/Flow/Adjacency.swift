/// For each node of a directed graph the nodes next to it, in one array.
struct Adjacency: Sendable {
  private let ends: [UInt32]
  private let targets: [UInt32]

  /// Makes the lists of `pairs` (source, target), in their order, for the nodes `0..<count`. O(pairs + count).
  init(_ pairs: [(UInt32, UInt32)], count: Int) {
    var ends = [UInt32](repeating: 0, count: count + 1)
    for (source, _) in pairs { ends[Int(source) + 1] += 1 }
    for index in 1..<ends.count { ends[index] += ends[index - 1] }
    var next = ends
    var targets = [UInt32](repeating: 0, count: pairs.count)
    for (source, target) in pairs {
      targets[Int(next[Int(source)])] = target
      next[Int(source)] += 1
    }
    self.ends = ends
    self.targets = targets
  }

  var count: Int { ends.count - 1 }

  /// The nodes that can be reached from `starts`, those included: a flag for each node. O(nodes + edges).
  func reached(from starts: some Sequence<UInt32>) -> [Bool] {
    var isReached = [Bool](repeating: false, count: count)
    var pending: [UInt32] = []
    for start in starts where !isReached[Int(start)] {
      isReached[Int(start)] = true
      pending.append(start)
    }
    while let node = pending.popLast() {
      for index in Int(ends[Int(node)])..<Int(ends[Int(node) + 1]) {
        let target = targets[index]
        guard !isReached[Int(target)] else { continue }
        isReached[Int(target)] = true
        pending.append(target)
      }
    }
    return isReached
  }

  subscript(node: UInt32) -> ArraySlice<UInt32> {
    targets[Int(ends[Int(node)])..<Int(ends[Int(node) + 1])]
  }
}
