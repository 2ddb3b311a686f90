import Linting

extension SyntaxTree {
  /// The fix that gives a key of a payload another name; nil if its object has such a member already.
  ///
  /// O(nodes of the object before the key + its members).
  func renaming(_ key: NodeID, to name: String, title: String, isSafe: Bool) -> Fix? {
    guard let object = object(holding: key), !hasMember(object, Array(name.utf8)) else { return nil }
    return Fix(title, isSafe: isSafe, replacement(of: key, with: name))
  }

  private func hasMember(_ object: NodeID, _ name: [UInt8]) -> Bool {
    var isThere = false
    forEachMember(object) { key, _ in
      isThere = isThere || withText(key) { $0.count == name.count && $0.elementsEqual(name) }
    }
    return isThere
  }

  /// Whether a key of a payload names a variable: a member of an `Assign`, not of something in it.
  ///
  /// O(nodes of the object before the key).
  func namesVariable(_ site: ExpressionSite) -> Bool {
    guard site.field == .assign, let object = object(holding: site.key), object.index > 0 else {
      return false
    }
    return text(NodeID(object.index - 1), is: "Assign")
  }

  private func object(holding key: NodeID) -> NodeID? {
    var index = key.index
    while index > 0 {
      index -= 1
      let node = nodes[Int(index)]
      if node.kind == .object, node.next > key.index { return NodeID(index) }
    }
    return nil
  }
}

/// The suffix of fields whose values are evaluated.
let evaluationSuffix = ".$"
