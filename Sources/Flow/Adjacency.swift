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

  subscript(node: UInt32) -> ArraySlice<UInt32> {
    targets[Int(ends[Int(node)])..<Int(ends[Int(node) + 1])]
  }
}
