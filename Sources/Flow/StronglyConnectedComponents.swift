public import Workflows

/// The strongly connected components of a graph: which states lie on common cycles.
///
/// Tarjan's algorithm (1972) without recursion: O(states + transitions).
public struct StronglyConnectedComponents: Sendable {
  /// For each state the number of its component. A component's number is greater than that of those it leads to.
  private let numbers: [UInt32]
  /// The states of each component, in document order.
  public let members: [[StateID]]

  public func number(of state: StateID) -> Int { Int(numbers[Int(state.index)]) }

  init(_ graph: Adjacency) {
    let (numbers, count) = Self.numbers(graph)
    self.numbers = numbers
    var members = [[StateID]](repeating: [], count: count)
    for (index, number) in numbers.enumerated() { members[Int(number)].append(StateID(UInt32(index))) }
    self.members = members
  }

  /// For each node of a graph the number of its component, and how many components there are.
  static func numbers(_ graph: Adjacency) -> (numbers: [UInt32], count: Int) {
    var search = Search(graph)
    for node in 0..<UInt32(graph.count) where search.order[Int(node)] == Search.unseen { search.visit(node) }
    return (search.numbers, Int(search.componentCount))
  }

  private struct Search {
    static let unseen = UInt32.max

    let graph: Adjacency
    /// The place of each node in the order of discovery.
    var order: [UInt32]
    var lowest: [UInt32]
    var numbers: [UInt32]
    var componentCount: UInt32 = 0
    private var clock: UInt32 = 0
    private var open: [UInt32] = []

    init(_ graph: Adjacency) {
      self.graph = graph
      order = Array(repeating: Self.unseen, count: graph.count)
      lowest = order
      numbers = order
    }

    mutating func visit(_ root: UInt32) {
      var path: [(node: UInt32, rest: ArraySlice<UInt32>)] = [enter(root)]
      while let last = path.indices.last {
        let node = path[last].node
        if let target = path[last].rest.popFirst() {
          if order[Int(target)] == Self.unseen {
            path.append(enter(target))
          } else if numbers[Int(target)] == Self.unseen {
            lowest[Int(node)] = min(lowest[Int(node)], order[Int(target)])
          }
        } else {
          path.removeLast()
          leave(node, to: path.last?.node)
        }
      }
    }

    private mutating func enter(_ node: UInt32) -> (UInt32, ArraySlice<UInt32>) {
      order[Int(node)] = clock
      lowest[Int(node)] = clock
      clock += 1
      open.append(node)
      return (node, graph[node])
    }

    private mutating func leave(_ node: UInt32, to parent: UInt32?) {
      if let parent { lowest[Int(parent)] = min(lowest[Int(parent)], lowest[Int(node)]) }
      guard lowest[Int(node)] == order[Int(node)] else { return }
      while let member = open.popLast() {
        numbers[Int(member)] = componentCount
        if member == node { break }
      }
      componentCount += 1
    }
  }
}
