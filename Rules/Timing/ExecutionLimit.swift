import Linting

/// How long the execution that a state is part of may run.
struct ExecutionLimit {
  let seconds: Double
  /// The `TimeoutSeconds` or `ExecutionType` that says so; nil where the type of the machine does.
  let node: NodeID?

  /// The end of a sentence: "… ends after".
  var phrase: String { Int(exactly: seconds).map { counted($0, "second") } ?? "\(seconds) seconds" }

  func places(_ subject: Subject) -> [RelatedPlace] {
    node.map { [RelatedPlace("the limit", at: subject.tree.range($0))] } ?? []
  }

  /// Express workflows end after five minutes (Developer Guide, "Quotas").
  private static let express = 300.0

  /// The smallest limit around a scope; nil if only the year of a Standard workflow limits it. O(nesting).
  init?(of scope: ScopeID, _ subject: Subject) {
    let machine = subject.machine
    var limits: [ExecutionLimit] = []
    var current = machine[scope]
    while let parent = current.parent {
      if let type = machine.expressType(of: current) {
        limits.append(ExecutionLimit(seconds: Self.express, node: type))
      }
      current = machine[parent]
    }
    if subject.machineType == .express { limits.append(ExecutionLimit(seconds: Self.express, node: nil)) }
    // AWS takes a limit of 0, and does not say what it means.
    if let node = machine.value(.timeoutSeconds, of: current), let seconds = subject.tree.number(node),
      seconds > 0
    {
      limits.append(ExecutionLimit(seconds: seconds, node: node))
    }
    guard let least = limits.min(by: { $0.seconds < $1.seconds }) else { return nil }
    self = least
  }

  private init(seconds: Double, node: NodeID?) {
    self.seconds = seconds
    self.node = node
  }
}

extension Subject {
  /// The number that a field holds as a literal.
  func number(_ field: Field, of owner: some HasFields) -> Double? {
    machine.value(field, of: owner).flatMap(tree.number)
  }
}
