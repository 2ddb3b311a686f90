/// How tasks with an order between them fold into sequences and Parallel states.
///
/// A partial order is made of sequences and branches alone if, again and again, either the tasks fall into groups
/// without an order between them (branches), or into groups each of which comes before the next (a sequence)
/// (Valdes, Tarjan, Lawler 1982). The N of A → C, B → C and B → D is what is not.
struct SeriesParallel {
  /// The number of tasks up to which the question is asked.
  static let maximumCount = 200

  /// How many Parallel states it takes; nil if none can say it exactly.
  let parallelCount: Int?

  /// - Parameters:
  ///   - count: At most ``maximumCount``.
  ///   - pairs: From a task to one that comes behind it, without cycles.
  ///
  /// O(count³).
  init(count: Int, pairs: [(Int, Int)]) {
    var order = Order(count: count)
    for (first, second) in pairs { order.insert(first, second) }
    order.close()
    parallelCount = Self.fold(Array(0..<count), order)
  }

  private struct Order {
    let count: Int
    private var flags: [Bool]

    init(count: Int) {
      self.count = count
      flags = Array(repeating: false, count: count * count)
    }

    mutating func insert(_ first: Int, _ second: Int) { flags[first * count + second] = true }

    func isBefore(_ first: Int, _ second: Int) -> Bool { flags[first * count + second] }

    func areOrdered(_ first: Int, _ second: Int) -> Bool {
      isBefore(first, second) || isBefore(second, first)
    }

    /// Warshall's algorithm.
    mutating func close() {
      for middle in 0..<count {
        for first in 0..<count where isBefore(first, middle) {
          for last in 0..<count where isBefore(middle, last) { insert(first, last) }
        }
      }
    }
  }

  /// Recursion is bounded by the number of tasks: each level splits them.
  private static func fold(_ tasks: [Int], _ order: Order) -> Int? {
    guard tasks.count > 1 else { return 0 }
    let branches = groups(of: tasks) { order.areOrdered($0, $1) }
    if branches.count > 1 { return sum(branches, order).map { $0 + 1 } }
    let sequence = groups(of: tasks) { !order.areOrdered($0, $1) }
    return sequence.count > 1 ? sum(sequence, order) : nil
  }

  private static func sum(_ groups: [[Int]], _ order: Order) -> Int? {
    var total = 0
    for group in groups {
      guard let count = fold(group, order) else { return nil }
      total += count
    }
    return total
  }

  /// The tasks in groups that hang together.
  private static func groups(of tasks: [Int], _ areTied: (Int, Int) -> Bool) -> [[Int]] {
    var rest = tasks
    var groups: [[Int]] = []
    while let start = rest.popLast() {
      var group = [start]
      var next = 0
      while next < group.count {
        let task = group[next]
        next += 1
        group += rest.filter { areTied(task, $0) }
        rest.removeAll { areTied(task, $0) }
      }
      groups.append(group)
    }
    return groups
  }
}
