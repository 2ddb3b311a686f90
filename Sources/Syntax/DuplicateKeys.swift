import SourceText

/// Finds names that an object has more than once.
enum DuplicateKeys {
  /// Below this many members, comparing each with each is cheaper than hashing.
  private static let fewMembers = 12

  /// Reports every key of `object`, the collection closed last, that repeats an earlier one.
  static func report(in object: NodeID, bytes: [UInt8], _ builder: inout TreeBuilder) {
    var keys: [NodeID] = []
    var key = object.index + 1
    while key < builder.nextID.index {
      keys.append(NodeID(key))
      key = builder.nodes[Int(key + 1)].next
    }
    let duplicates =
      keys.count <= fewMembers ? pairwise(keys, bytes, builder) : hashed(keys, bytes, builder)
    for (key, first) in duplicates {
      builder.report(
        SyntaxDefect(
          .duplicateKey, builder.nodes[Int(key.index)].range, related: builder.nodes[Int(first.index)].range))
    }
  }

  private static func pairwise(
    _ keys: [NodeID], _ bytes: [UInt8], _ builder: borrowing TreeBuilder
  ) -> [(NodeID, NodeID)] {
    var result: [(NodeID, NodeID)] = []
    for (position, key) in keys.enumerated() {
      let text = builder.text(of: key, in: bytes)
      if let first = keys[..<position].first(where: { builder.text(of: $0, in: bytes).elementsEqual(text) }) {
        result.append((key, first))
      }
    }
    return result
  }

  private static func hashed(
    _ keys: [NodeID], _ bytes: [UInt8], _ builder: borrowing TreeBuilder
  ) -> [(NodeID, NodeID)] {
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
    let node = nodes[Int(id.index)]
    switch node.text {
    case .plain: return bytes[Int(node.start)..<Int(node.end)]
    case .quoted: return bytes[(Int(node.start) + 1)..<(Int(node.end) - 1)]
    case .decoded:
      let row = Int(node.payload)
      return decoded[(row == 0 ? 0 : Int(decodedEnds[row - 1]))..<Int(decodedEnds[row])]
    }
  }
}
