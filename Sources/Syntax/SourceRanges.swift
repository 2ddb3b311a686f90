public import SourceText

extension SyntaxTree {
  /// Where a part of a scalar's decoded text stands in the source: what to underline in an expression.
  ///
  /// Exact where the text stands in the source as it is, through the escapes of JSON, and through the escapes, folded
  /// lines and indentation of YAML.
  ///
  /// - Parameter part: In bytes of the decoded text, clamped to it.
  public func sourceRange(_ id: NodeID, _ part: ByteRange) -> ByteRange {
    let node = self[id]
    switch node.text {
    case .plain: return clamped(part, from: node.start, to: node.end)
    case .quoted: return clamped(part, from: node.start + 1, to: node.end - 1)
    case .decoded:
      return notation == .json ? rangeThroughEscapes(node, part) : rangeInYAML(node, part, of: id)
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

  private func rangeInYAML(_ node: Node, _ part: ByteRange, of id: NodeID) -> ByteRange {
    let source = source.bytes[Int(node.start)..<Int(node.end)]
    let text = withText(id, Array.init)
    return YAMLScalarPositions(source, decodedAs: text)?.range(part) ?? node.range
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
}
