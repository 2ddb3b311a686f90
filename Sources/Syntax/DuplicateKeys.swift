import SourceText

/// Finds names that an object has more than once.
enum DuplicateKeys {
  /// Up to this many members, comparing each with each is cheaper than hashing.
  private static let fewMembers = 12

  /// Reports every key of `object`, the collection closed last, that repeats an earlier one. O(members).
  ///
  /// - Parameter count: Of the object's members.
  static func report(in object: NodeID, count: Int, bytes: [UInt8], _ builder: inout TreeBuilder) {
    guard count > 1 else { return }
    let duplicates =
      count <= fewMembers
      ? pairwise(in: object, bytes, builder) : hashed(in: object, count: count, bytes, builder)
    for (key, first) in duplicates {
      builder.report(
        SyntaxDefect(
          .duplicateKey, builder.nodes[Int(key.index)].range, related: builder.nodes[Int(first.index)].range))
    }
  }

  private static func pairwise(
    in object: NodeID, _ bytes: [UInt8], _ builder: borrowing TreeBuilder
  ) -> [(key: NodeID, first: NodeID)] {
    var result: [(NodeID, NodeID)] = []
    builder.nodes.withUnsafeBufferPointer { nodes in
      bytes.withUnsafeBufferPointer { source in
        let first = Int(object.index) + 1
        var key = Int(nodes[first + 1].next)
        while key < nodes.count {
          var other = first
          // Most names differ in length, and nothing else is looked at.
          while other < key {
            if nodes[other].mayHaveSameText(as: nodes[key]),
              nodes[other].spelling(in: source, equals: nodes[key])
                ?? builder.haveSameText(NodeID(UInt32(key)), NodeID(UInt32(other)), in: bytes)
            {
              result.append((NodeID(UInt32(key)), NodeID(UInt32(other))))
              break
            }
            other = Int(nodes[other + 1].next)
          }
          key = Int(nodes[key + 1].next)
        }
      }
    }
    return result
  }

  private static func hashed(
    in object: NodeID, count: Int, _ bytes: [UInt8], _ builder: borrowing TreeBuilder
  ) -> [(key: NodeID, first: NodeID)] {
    var result: [(NodeID, NodeID)] = []
    var firsts: [ArraySlice<UInt8>: NodeID] = [:]
    firsts.reserveCapacity(count)
    var key = NodeID(object.index + 1)
    while key < builder.nextID {
      let text = builder.text(of: key, in: bytes)
      if let first = firsts[text] { result.append((key, first)) } else { firsts[text] = key }
      key = NodeID(builder.nodes[Int(key.index) + 1].next)
    }
    return result
  }
}

extension Node {
  fileprivate func mayHaveSameText(as other: Node) -> Bool {
    text != other.text || text == .decoded || end - start == other.end - other.start
  }

  /// Whether two names of the same length that are spelt as they are read have the same spelling; nil of others.
  fileprivate func spelling(in source: UnsafeBufferPointer<UInt8>, equals other: Node) -> Bool? {
    guard text == other.text, text != .decoded else { return nil }
    return haveSameBytes(source.part(from: start, to: end), source.part(from: other.start, to: other.end))
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
    let text = text(of: left, in: bytes)
    let other = self.text(of: right, in: bytes)
    guard text.count == other.count else { return false }
    return text.withUnsafeBufferPointer { text in other.withUnsafeBufferPointer { haveSameBytes(text, $0) } }
  }
}
