/// The anchors of one YAML document, and where the nodes are that they name.
struct YAMLAnchors {
  enum Place {
    /// A collection that is still being read.
    case open(NodeID)
    case tree(NodeID)
    /// A node of a mapping that was merged into another where it stood (`<<: &name { … }`).
    case detached(NodeID, in: DetachedTree)
    /// Part of a key that is no text.
    case unreadable
  }

  struct Anchor {
    var place: Place
    /// How many collections stand inside each other in the node.
    var height: Int
  }

  private var anchors: [String: Anchor] = [:]
  /// The anchors in the tree in the order of their ids, those included whose name was given away again.
  private var inTree: [(name: String, id: NodeID)] = []

  subscript(name: String) -> Anchor? { anchors[name] }

  /// Names a node. A name that was in use names the new node from here on.
  mutating func define(_ name: String, _ place: Place, height: Int = 0) {
    anchors[name] = Anchor(place: place, height: height)
    switch place {
    case .open(let id), .tree(let id): inTree.append((name, id))
    case .detached, .unreadable: break
    }
  }

  /// Tells that a collection is complete.
  mutating func close(_ name: String, _ id: NodeID, height: Int) {
    guard case .open(id)? = anchors[name]?.place else { return }
    anchors[name] = Anchor(place: .tree(id), height: height)
  }

  /// Follows nodes that were taken out of the tree. Amortised O(anchors).
  mutating func move(_ root: NodeID, to tree: DetachedTree) {
    while let last = inTree.last, last.id >= root {
      inTree.removeLast()
      if case .tree(last.id)? = anchors[last.name]?.place {
        anchors[last.name]?.place = .detached(NodeID(last.id.index - root.index), in: tree)
      }
    }
  }

  mutating func removeAll() {
    anchors.removeAll(keepingCapacity: true)
    inTree.removeAll(keepingCapacity: true)
  }
}
