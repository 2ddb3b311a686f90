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
    nodes.reserveCapacity(expectedNodes)
  }

  var nextID: NodeID { NodeID(UInt32(nodes.count)) }

  mutating func append(_ kind: NodeKind, _ range: ByteRange, quoted: Bool = false, payload: UInt32 = 0) {
    nodes.append(
      Node(
        start: range.start, end: range.end, next: UInt32(nodes.count + 1), payload: payload, kind: kind,
        text: quoted ? .quoted : .plain))
  }

  /// Appends a scalar or key whose text differs from its spelling; the text is copied.
  mutating func append(_ kind: NodeKind, _ range: ByteRange, decoded text: some Sequence<UInt8>) {
    decoded.append(contentsOf: text)
    decodedEnds.append(UInt32(decoded.count))
    nodes.append(
      Node(
        start: range.start, end: range.end, next: UInt32(nodes.count + 1),
        payload: UInt32(decodedEnds.count - 1), kind: kind, text: .decoded))
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
