import SourceText

/// Collects the rows of a ``SyntaxTree`` in document order.
struct TreeBuilder: ~Copyable {
  private(set) var nodes: [Node] = []
  private(set) var decoded: [UInt8] = []
  private(set) var decodedEnds: [UInt32] = []
  private(set) var defects: [SyntaxDefect] = []
  var tags: [NodeID: String] = [:]
  let limits: Limits

  init(limits: Limits, expectedNodes: Int) {
    self.limits = limits
    nodes.reserveLargePages(expectedNodes)
  }

  var nextID: NodeID { NodeID(UInt32(nodes.count)) }

  mutating func append(_ kind: NodeKind, _ range: ByteRange, quoted: Bool = false, payload: UInt32 = 0) {
    nodes.append(
      Node(
        start: range.start, end: range.end, next: UInt32(nodes.count + 1), payload: payload, kind: kind,
        text: quoted ? .quoted : .plain))
  }

  /// Appends a scalar or key whose text differs from its spelling; the text is copied.
  mutating func append(
    _ kind: NodeKind, _ range: ByteRange, decoded text: some Sequence<UInt8>, isTrue: Bool = false
  ) {
    let row = UInt32(decodedEnds.count)
    decoded.append(contentsOf: text)
    decodedEnds.append(UInt32(decoded.count))
    let payload = kind == .boolean ? row << 1 | (isTrue ? 1 : 0) : row
    nodes.append(
      Node(
        start: range.start, end: range.end, next: UInt32(nodes.count + 1), payload: payload, kind: kind,
        text: .decoded))
  }

  /// Begins a collection: everything appended until ``close(_:end:count:)`` is inside it.
  mutating func open(_ kind: NodeKind, at start: UInt32) -> NodeID {
    let id = nextID
    append(kind, ByteRange(at: start))
    return id
  }

  mutating func close(_ id: NodeID, end: UInt32, count: Int) {
    nodes[Int(id.index)].end = end
    nodes[Int(id.index)].next = UInt32(nodes.count)
    nodes[Int(id.index)].payload = UInt32(count)
  }

  mutating func report(_ defect: SyntaxDefect) {
    guard defects.count < limits.maximumSyntaxDefects else { return }
    defects.append(defect)
  }

  /// Forgets everything that was read: the text turned out to be in another language.
  mutating func abandon(because defect: SyntaxDefect) {
    nodes.removeAll()
    decoded.removeAll()
    decodedEnds.removeAll()
    tags.removeAll()
    defects = [defect]
  }
}

// MARK: - Subtrees

/// A subtree that was taken out of a tree. Its ids count from its root, which is 0.
struct DetachedTree {
  fileprivate(set) var nodes: [Node] = []
  fileprivate(set) var tags: [NodeID: String] = [:]

  var root: Node { nodes[0] }

  /// The rows of a node and all that is inside it.
  func rows(of id: NodeID) -> ArraySlice<Node> {
    nodes[Int(id.index)..<Int(nodes[Int(id.index)].next)]
  }
}

extension TreeBuilder {
  /// The rows of a node and all that is inside it.
  func rows(of id: NodeID) -> ArraySlice<Node> {
    nodes[Int(id.index)..<Int(nodes[Int(id.index)].next)]
  }

  /// Appends a copy of a closed node and of all that is inside it, with the same ranges. O(nodes copied).
  mutating func appendCopy(of id: NodeID) {
    let offset = nextID.index &- id.index
    for index in id.index..<nodes[Int(id.index)].next {
      append(nodes[Int(index)], movedBy: offset)
      if !tags.isEmpty, let tag = tags[NodeID(index)] { tags[NodeID(index &+ offset)] = tag }
    }
  }

  mutating func appendCopy(of id: NodeID, in tree: DetachedTree) {
    let offset = nextID.index &- id.index
    for index in id.index..<tree.nodes[Int(id.index)].next {
      append(tree.nodes[Int(index)], movedBy: offset)
      if !tree.tags.isEmpty, let tag = tree.tags[NodeID(index)] { tags[NodeID(index &+ offset)] = tag }
    }
  }

  /// Takes the node out that was appended or closed last, with all that is inside it.
  mutating func detach(_ id: NodeID) -> DetachedTree {
    var tree = DetachedTree()
    tree.nodes.reserveCapacity(nodes.count - Int(id.index))
    for index in Int(id.index)..<nodes.count {
      var node = nodes[index]
      node.next -= id.index
      tree.nodes.append(node)
      if !tags.isEmpty, let tag = tags.removeValue(forKey: NodeID(UInt32(index))) {
        tree.tags[NodeID(UInt32(index) - id.index)] = tag
      }
    }
    nodes.removeLast(tree.nodes.count)
    return tree
  }

  /// Gives a node whose text is not its source (a collection, or text kept aside) another place and kind.
  mutating func place(_ id: NodeID, at range: ByteRange, as kind: NodeKind) {
    let node = nodes[Int(id.index)]
    // Only a boolean keeps more than the row of its text.
    let payload = node.kind == .boolean && kind != .boolean ? node.payload >> 1 : node.payload
    nodes[Int(id.index)] = Node(
      start: range.start, end: range.end, next: node.next, payload: payload, kind: kind, text: node.text)
  }

  private mutating func append(_ node: Node, movedBy offset: UInt32) {
    var node = node
    node.next &+= offset
    nodes.append(node)
  }
}
