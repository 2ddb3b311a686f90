import SourceText

/// Finds names that an object has more than once.
struct DuplicateKeys {
  /// Up to this many members, comparing each with each is cheaper than hashing.
  private static let fewMembers = 12

  // Kept from one object to the next: most texts have thousands of small ones.
  private var keys: [NodeID] = []
  /// For each key its length and last letters: names that differ mostly differ in one of these.
  private var signatures: [UInt64] = []

  /// Reports every key of `object`, the collection closed last, that repeats an earlier one. O(members).
  mutating func report(in object: NodeID, bytes: [UInt8], _ builder: inout TreeBuilder) {
    keys.removeAll(keepingCapacity: true)
    signatures.removeAll(keepingCapacity: true)
    var key = object.index + 1
    while key < builder.nextID.index {
      keys.append(NodeID(key))
      signatures.append(builder.signature(of: NodeID(key), in: bytes))
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
      for other in 0..<position where signatures[position] == signatures[other] {
        guard builder.haveSameText(keys[position], keys[other], in: bytes) else { continue }
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
    text(of: left, in: bytes).elementsEqual(text(of: right, in: bytes))
  }

  /// The same for keys with the same text.
  fileprivate func signature(of key: NodeID, in bytes: [UInt8]) -> UInt64 {
    let node = nodes[Int(key.index)]
    if node.text == .quoted, node.end - node.start >= 6 {
      let end = Int(node.end) - 1
      let letters = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: end - 4, as: UInt32.self) }
      return UInt64(node.end - node.start - 2) << 32 | UInt64(letters)
    }
    let text = text(of: key, in: bytes)
    let letters = text.count < 4 ? 0 : text.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return UInt64(text.count) << 32 | UInt64(UInt32(littleEndian: letters))
  }
}
