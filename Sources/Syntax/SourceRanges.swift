public import SourceText

extension SyntaxTree {
  /// Where a part of a scalar's decoded text stands in the source: what to underline in an expression.
  ///
  /// Exact where the text stands in the source as it is, and through the escapes of JSON. Where YAML spells a text
  /// otherwise (folded lines, its own escapes), the part is looked for as it is, and the whole scalar stands for one
  /// that is not found.
  ///
  /// - Parameter part: In bytes of the decoded text, clamped to it.
  public func sourceRange(_ id: NodeID, _ part: ByteRange) -> ByteRange {
    let node = self[id]
    switch node.text {
    case .plain: return clamped(part, from: node.start, to: node.end)
    case .quoted: return clamped(part, from: node.start + 1, to: node.end - 1)
    case .decoded:
      return notation == .json ? rangeThroughEscapes(node, part) : occurrence(of: part, in: id) ?? node.range
    }
  }

  private func clamped(_ part: ByteRange, from start: UInt32, to end: UInt32) -> ByteRange {
    let first = min(start + part.start, end)
    return ByteRange(first, max(first, min(start + part.end, end)))
  }

  private func rangeThroughEscapes(_ node: Node, _ part: ByteRange) -> ByteRange {
    var decoded: UInt32 = 0
    var position = node.start + 1
    var start: UInt32?
    while position < node.end {
      if decoded >= part.start, start == nil { start = position }
      if decoded >= part.end, let start { return ByteRange(start, max(start, position)) }
      let (spelled, length) = lengthOfCharacter(at: position, before: node.end)
      position += spelled
      decoded += length
    }
    let end = max(node.start, node.end - 1)
    return ByteRange(min(start ?? end, end), end)
  }

  /// How many bytes a character of a JSON string takes in the source, and how many decoded.
  private func lengthOfCharacter(at position: UInt32, before end: UInt32) -> (
    spelled: UInt32, decoded: UInt32
  ) {
    let bytes = source.bytes
    let index = Int(position)
    guard bytes[index] == UInt8(ascii: "\\"), position + 1 < end else { return (1, 1) }
    guard bytes[index + 1] == UInt8(ascii: "u"), position + 6 <= end else { return (2, 1) }
    let unit = bytes[(index + 2)..<(index + 6)].reduce(UInt32(0)) {
      $0 << 4 | UInt32($1.hexadecimalValue ?? 0)
    }
    switch unit {
    case 0..<0x80: return (6, 1)
    case 0x80..<0x800: return (6, 2)
    // The halves of a pair stand for one character of four bytes; alone, each is U+FFFD.
    case 0xD800..<0xDC00 where position + 12 <= end && bytes[index + 7] == UInt8(ascii: "u"): return (12, 4)
    default: return (6, 3)
    }
  }

  /// The only place in a scalar's source where a part of its text stands as it is.
  private func occurrence(of part: ByteRange, in id: NodeID) -> ByteRange? {
    let node = self[id]
    return withText(id) { text in
      let wanted = text[min(Int(part.start), text.count)..<min(Int(part.end), text.count)]
      guard !wanted.isEmpty else { return nil }
      var found: ByteRange?
      var start = Int(node.start)
      while start + wanted.count <= Int(node.end) {
        if source.bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
          if found != nil { return nil }
          found = ByteRange(UInt32(start), UInt32(start + wanted.count))
        }
        start += 1
      }
      return found
    }
  }
}
