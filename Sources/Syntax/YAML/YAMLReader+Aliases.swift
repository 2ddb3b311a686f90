import CLibYAML
import SourceText

// MARK: - Aliases

extension YAMLReader {
  /// Text counts against the limit of nodes that aliases may add: an alias of a megabyte is not cheap to look
  /// at.
  private static let textPerNode = 32

  mutating func readAlias(_ event: UnsafePointer<yaml_event_t>) {
    let range = ByteRange(offset(of: event.pointee.start_mark), offset(of: event.pointee.end_mark))
    let anchor = event.pointee.data.alias.anchor.flatMap { anchors[String(cString: $0)] }
    if awaitsKey { readAliasKey(anchor, range) } else { readAliasValue(anchor, range) }
  }

  private mutating func readAliasValue(_ anchor: YAMLAnchors.Anchor?, _ range: ByteRange) {
    let id = beginValue()
    let isRepeated = anchor.map { append($0, at: range) }
    switch isRepeated {
    case true?:
      let kind = builder.nodes[Int(id.index)].kind
      builder.place(id, at: range, as: kind == .key ? .string : kind)
    case false?: builder.append(.missing, range)
    case nil:
      builder.report(SyntaxDefect(.unknownAnchor, range))
      builder.append(.missing, range)
    }
    endValue(id, end: range.end, height: isRepeated == true ? anchor?.height ?? 0 : 0)
  }

  /// Appends what an anchor names; false, with a defect, if that is not possible.
  private mutating func append(_ anchor: YAMLAnchors.Anchor, at range: ByteRange) -> Bool {
    guard frames.count + anchor.height <= builder.limits.maximumNesting else {
      builder.report(SyntaxDefect(.nestingTooDeep, range))
      return false
    }
    switch anchor.place {
    case .open:
      builder.report(SyntaxDefect(.recursiveAlias, range))
      return false
    case .unreadable: return false
    case .tree(let id):
      guard spend(builder.rows(of: id), at: range) else { return false }
      builder.appendCopy(of: id)
    case .detached(let id, let tree):
      guard spend(tree.rows(of: id), at: range) else { return false }
      builder.appendCopy(of: id, in: tree)
    }
    return true
  }

  /// Takes from the budget what a copy of `rows` costs; false when it does not suffice, or did not before.
  private mutating func spend(_ rows: ArraySlice<Node>, at range: ByteRange) -> Bool {
    guard let budget = aliasBudget else { return false }
    var cost = 0
    for node in rows {
      cost += 1 + builder.textLength(of: node) / Self.textPerNode
      if cost > budget {
        builder.report(SyntaxDefect(.tooManyAliases, range))
        aliasBudget = nil
        return false
      }
    }
    aliasBudget = budget - cost
    return true
  }

  private mutating func readAliasKey(_ anchor: YAMLAnchors.Anchor?, _ range: ByteRange) {
    let id = builder.nextID
    guard let anchor else {
      builder.report(SyntaxDefect(.unknownAnchor, range))
      builder.append(.key, range)
      return endKey(end: range.end)
    }
    guard anchor.isText(in: builder), append(anchor, at: range) else { return appendUnreadableKey(range) }
    builder.place(id, at: range, as: .key)
    endKey(end: range.end)
  }
}

extension YAMLAnchors.Anchor {
  fileprivate func isText(in builder: borrowing TreeBuilder) -> Bool {
    switch place {
    case .open, .unreadable: false
    case .tree(let id): builder.nodes[Int(id.index)].text == .decoded
    case .detached(let id, let tree): tree.nodes[Int(id.index)].text == .decoded
    }
  }
}

extension TreeBuilder {
  /// How many bytes of decoded text a node has; 0 for a collection.
  fileprivate func textLength(of node: Node) -> Int {
    switch (node.kind, node.text) {
    case (.object, _), (.array, _), (.missing, _): 0
    case (_, .decoded):
      Int(decodedEnds[node.decodedRow]) - (node.decodedRow == 0 ? 0 : Int(decodedEnds[node.decodedRow - 1]))
    default: node.range.count
    }
  }
}

// MARK: - Merged members

extension YAMLReader {
  /// Takes the value of `<<`, which was just completed, out of the tree, and keeps it until its mapping ends.
  mutating func takeMergedValue() {
    let top = frames.count - 1
    guard let id = frames[top].mergedValue else { return }
    frames[top].mergedValue = nil
    let value = builder.detach(id)
    anchors.move(id, to: value)
    // Mappings that are merged into each other are copied once for each.
    guard spend(value.rows(of: NodeID(0)), at: value.root.range) else { return }
    if value.isMergeable {
      frames[top].merged.append(value)
    } else {
      builder.report(SyntaxDefect(.invalidYAML, value.root.range, detail: YAMLProblem.unmergeable))
    }
  }

  /// Adds the members that `<<` brought and the object does not have; of several with one name the first.
  ///
  /// - Returns: how many members the object has then.
  mutating func appendMergedMembers(to frame: Frame) -> Int {
    var count = frame.count
    var names: Set<ArraySlice<UInt8>> = []
    var key = frame.id.index + 1
    while key < builder.nextID.index {
      names.insert(builder.text(of: NodeID(key), in: bytes))
      key = builder.nodes[Int(key) + 1].next
    }
    for tree in frame.merged {
      for object in tree.mappings {
        tree.forEachMember(of: object) { key, value in
          guard names.insert(builder.text(of: tree.nodes[Int(key.index)], in: bytes)).inserted else { return }
          builder.appendCopy(of: key, in: tree)
          builder.appendCopy(of: value, in: tree)
          count += 1
        }
      }
    }
    return count
  }
}

extension DetachedTree {
  /// Whether `<<` can have this value: a mapping or a list of some. What could not be read may have been one.
  fileprivate var isMergeable: Bool {
    switch root.kind {
    case .object, .missing: true
    case .array: elements.allSatisfy { [.object, .missing].contains(nodes[Int($0.index)].kind) }
    default: false
    }
  }

  /// The root if it is a mapping, or the mappings in it.
  fileprivate var mappings: [NodeID] {
    (root.kind == .object ? [NodeID(0)] : elements).filter { nodes[Int($0.index)].kind == .object }
  }

  private var elements: [NodeID] {
    guard root.kind == .array else { return [] }
    var result: [NodeID] = []
    var element: UInt32 = 1
    while element < nodes.count {
      result.append(NodeID(element))
      element = nodes[Int(element)].next
    }
    return result
  }

  fileprivate func forEachMember(of object: NodeID, _ body: (_ key: NodeID, _ value: NodeID) -> Void) {
    var key = object.index + 1
    while key < nodes[Int(object.index)].next {
      body(NodeID(key), NodeID(key + 1))
      key = nodes[Int(key + 1)].next
    }
  }
}
