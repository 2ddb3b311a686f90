import Linting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A path from an object to values inside it: names, `[0]`, `[*]`, `.*` and `..`.
struct ValuePath: Sendable {
  struct Step: Sendable {
    enum Selector: Sendable {
      case name([UInt8])
      case index(Int)
      case all
    }

    let selector: Selector
    /// `..`: the step is taken from a value and from all that is inside it.
    let isDeep: Bool
  }

  /// What a path leads to.
  struct Values {
    /// In order of the document, each once.
    var nodes: [NodeID] = []
    /// Whether there may be others, which only become known when the workflow is deployed or runs.
    var mayHaveOthers = false
  }

  let steps: [Step]

  /// How many steps a path may have.
  static let maximumLength = 32

  /// O(nodes of the object × steps).
  func values(from node: NodeID, in workflow: InspectedWorkflow) -> Values {
    var values = Values(nodes: [node])
    for step in steps {
      if step.isDeep { values.nodes = workflow.tree.everything(inside: values.nodes) }
      var next = Values(mayHaveOthers: values.mayHaveOthers)
      for node in values.nodes { add(step, node, workflow, &next) }
      if step.isDeep { next.nodes.sort() }
      values = next
    }
    return values
  }

  private func add(_ step: Step, _ node: NodeID, _ workflow: InspectedWorkflow, _ values: inout Values) {
    let tree = workflow.tree
    guard workflow.isKnown(node) else {
      values.mayHaveOthers = true
      return
    }
    switch step.selector {
    case .name(let name):
      switch tree.member(node, name) {
      case .nothing: break
      case .atRunTime: values.mayHaveOthers = true
      case .value(let value): values.nodes.append(value)
      }
    case .index(let index):
      var position = 0
      tree.forEachElement(node) { element in
        if position == index { values.nodes.append(element) }
        position += 1
      }
    case .all:
      tree.forEachElement(node) { values.nodes.append($0) }
      tree.forEachMember(node) { values.nodes.append($1) }
    }
  }
}

/// What an object has under a name.
enum Member {
  case nothing
  /// `Name.$` is there: what the name stands for is worked out when the workflow runs.
  case atRunTime
  case value(NodeID)
}

extension SyntaxTree {
  /// What an object has under a name; of repeated members the last, as parsers keep it. O(members).
  func member(_ node: NodeID, _ name: [UInt8]) -> Member {
    var result = Member.nothing
    name.withUnsafeBufferPointer { name in
      forEachMemberName(node) { _, value, text in
        guard text.count == name.count || text.count == name.count + 2, haveSameBytes(name, text) else {
          return
        }
        if text.count == name.count {
          result = .value(value)
        } else if text.ends(with: ".$"), case .nothing = result {
          result = .atRunTime
        }
      }
    }
    return result
  }

  /// These nodes and all values inside them, each once, in order. O(nodes of them).
  fileprivate func everything(inside nodes: [NodeID]) -> [NodeID] {
    var result: [NodeID] = []
    var end: UInt32 = 0
    for node in nodes where node.index >= end {
      end = self[node].next
      for index in node.index..<end where kind(NodeID(index)) != .key { result.append(NodeID(index)) }
    }
    return result
  }
}
