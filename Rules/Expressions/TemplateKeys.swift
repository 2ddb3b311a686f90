import Linting

extension SyntaxTree {
  /// The fix that gives a key of a payload another name; nil if its object has such a member already.
  ///
  /// O(nodes of the object before the key + its members).
  func renaming(_ key: NodeID, to name: String, title: String, isSafe: Bool) -> Fix? {
    guard let object = object(holding: key), !members(object).contains(where: { text($0.key) == name }) else {
      return nil
    }
    return Fix(title, isSafe: isSafe, replacement(of: key, with: name))
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
