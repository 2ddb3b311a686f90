import SourceText

/// Finds names that an object has more than once.
struct DuplicateKeys {
  /// Up to this many members, comparing each with each is cheaper than hashing.
  private static let fewMembers = 12

  /// Kept from one object to the next: most texts have thousands of small ones.
  private var keys: [NodeID] = []

  /// Reports every key of `object`, the collection closed last, that repeats an earlier one. O(members).
  mutating func report(in object: NodeID, bytes: [UInt8], _ builder: inout TreeBuilder) {
    keys.removeAll(keepingCapacity: true)
    var key = object.index + 1
    while key < builder.nextID.index {
      keys.append(NodeID(key))
      key = builder.nodes[Int(key + 1)].next
    }
    let duplicates = keys.count <= Self.fewMembers ? pairwise(bytes, builder) : hashed(bytes, builder)
    for (key, first) in duplicates {
      builder.report(
        SyntaxDefect(
          .duplicateKey, builder.nodes[Int(key.index)].range, related: builder.nodes[Int(first.index)].range))
    }
  }

  private func pairwise(_ bytes: [UInt8], _ builder: borrowing TreeBuilder) -> [(NodeID, NodeID)] {
    var result: [(NodeID, NodeID)] = []
    for position in 1..<max(keys.count, 1) {
      for other in 0..<position where builder.haveSameText(keys[position], keys[other], in: bytes) {
        result.append((keys[position], keys[other]))
        break
      }
    }
    return result
  }

  private func hashed(_ bytes: [UInt8], _ builder: borrowing TreeBuilder) -> [(NodeID, NodeID)] {
    var result: [(NodeID, NodeID)] = []
    var firsts: [ArraySlice<UInt8>: NodeID] = [:]
    firsts.reserveCapacity(keys.count)
    for key in keys {
      let text = builder.text(of: key, in: bytes)
      if let first = firsts[text] { result.append((key, first)) } else { firsts[text] = key }
    }
    return result
  }
}

extension TreeBuilder {
  /// The decoded UTF-8 of a key or scalar that was appended.
  func text(of id: NodeID, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    text(of: nodes[Int(id.index)], in: bytes)
  }

  func text(of node: Node, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    switch node.text {
    case .plain: return bytes[Int(node.start)..<Int(node.end)]
    case .quoted: return bytes[(Int(node.start) + 1)..<(Int(node.end) - 1)]
    case .decoded:
      let row = node.decodedRow
      return decoded[(row == 0 ? 0 : Int(decodedEnds[row - 1]))..<Int(decodedEnds[row])]
    }
  }

  fileprivate func haveSameText(_ left: NodeID, _ right: NodeID, in bytes: [UInt8]) -> Bool {
    let first = nodes[Int(left.index)]
    let second = nodes[Int(right.index)]
    guard first.text == second.text, first.text != .decoded else {
      return text(of: left, in: bytes).elementsEqual(text(of: right, in: bytes))
    }
    // Names differ in length, or in one of their last letters.
    guard first.end - first.start == second.end - second.start else { return false }
    var (end, other) = (Int(first.end), Int(second.end))
    while end > Int(first.start) {
      (end, other) = (end - 1, other - 1)
      if bytes[end] != bytes[other] { return false }
    }
    return true
  }
}
