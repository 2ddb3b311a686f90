public import Workflows

/// For each reachable state the states that every way from its scope's `StartAt` to it passes.
///
/// Semi-NCA (Georgiadis, Tarjan, Werneck 2006) over all scopes at once, with one virtual root before their starts.
public struct Dominators: Sendable {
  /// For each state the closest state that dominates it; nil for starts and for states that are not reachable.
  private let immediate: [StateID?]

  /// The closest state, other than itself, that every way to `state` passes.
  public func immediateDominator(of state: StateID) -> StateID? { immediate[Int(state.index)] }

  /// Whether every way to `state` passes `dominator`. A state dominates itself. O(depth of the dominator tree).
  public func dominates(_ dominator: StateID, _ state: StateID) -> Bool {
    var current: StateID? = state
    while let here = current {
      if here == dominator { return true }
      current = immediate[Int(here.index)]
    }
    return false
  }

  init(_ graph: FlowGraph) {
    var search = Search(graph)
    search.number(from: graph.machine.scopes.compactMap { $0.start.state?.index })
    immediate = search.immediateDominators(graph)
  }

  /// Works on preorder numbers, 0 being the virtual root.
  private struct Search {
    let successors: Adjacency
    /// By node: its preorder number; 0 if it was not reached.
    var numbers: [UInt32]
    /// By number: the node, its parent in the spanning tree, and its best ancestor label so far.
    var nodes: [UInt32] = [0]
    var parents: [UInt32] = [0]
    var ancestors: [UInt32] = []
    var labels: [UInt32] = []

    init(_ graph: FlowGraph) {
      successors = graph.successors
      numbers = Array(repeating: 0, count: graph.successors.count)
    }

    mutating func number(from starts: [UInt32]) {
      var pending: [(node: UInt32, parent: UInt32)] = starts.reversed().map { ($0, 0) }
      while let (node, parent) = pending.popLast() {
        guard numbers[Int(node)] == 0 else { continue }
        let number = UInt32(nodes.count)
        numbers[Int(node)] = number
        nodes.append(node)
        parents.append(parent)
        for target in successors[node].reversed() where numbers[Int(target)] == 0 {
          pending.append((target, number))
        }
      }
    }

    mutating func immediateDominators(_ graph: FlowGraph) -> [StateID?] {
      ancestors = parents
      labels = Array(0..<UInt32(nodes.count))
      var semidominators = labels
      for number in stride(from: nodes.count - 1, to: 0, by: -1) {
        var semidominator = parents[number]
        for predecessor in graph.predecessors[nodes[number]] where numbers[Int(predecessor)] != 0 {
          let candidate = best(numbers[Int(predecessor)], above: UInt32(number), semidominators)
          semidominator = min(semidominator, semidominators[Int(candidate)])
        }
        semidominators[number] = semidominator
        labels[number] = UInt32(number)
      }
      var dominators = parents
      for number in 1..<max(nodes.count, 1) {
        while dominators[number] > semidominators[number] {
          dominators[number] = dominators[Int(dominators[number])]
        }
      }
      var result = [StateID?](repeating: nil, count: numbers.count)
      for number in 1..<max(nodes.count, 1) where dominators[number] != 0 {
        result[Int(nodes[number])] = StateID(nodes[Int(dominators[number])])
      }
      return result
    }

    /// The node with the least semidominator on the tree path from `number` up to, but not into, those not yet
    /// processed (numbers up to `limit`), compressing the path.
    private mutating func best(_ number: UInt32, above limit: UInt32, _ semidominators: [UInt32]) -> UInt32 {
      guard number > limit else { return number }
      var path: [UInt32] = []
      var current = number
      while ancestors[Int(current)] > limit {
        path.append(current)
        current = ancestors[Int(current)]
      }
      for node in path.reversed() {
        let above = ancestors[Int(node)]
        if semidominators[Int(labels[Int(above)])] < semidominators[Int(labels[Int(node)])] {
          labels[Int(node)] = labels[Int(above)]
        }
        ancestors[Int(node)] = ancestors[Int(above)]
      }
      return labels[Int(number)]
    }
  }
}
