import CLibYAML
import SourceText

/// What the event says that begins a collection.
struct YAMLCollectionHead {
  let isMapping: Bool
  let isFlow: Bool
  let tag: YAMLTag
  let anchor: String?

  init(_ event: UnsafePointer<yaml_event_t>) {
    let data = event.pointee.data
    isMapping = event.pointee.type == YAML_MAPPING_START_EVENT
    let anchor = isMapping ? data.mapping_start.anchor : data.sequence_start.anchor
    tag = YAMLTag(isMapping ? data.mapping_start.tag : data.sequence_start.tag)
    isFlow =
      isMapping
      ? data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    self.anchor = anchor.map { String(cString: $0) }
  }
}

extension YAMLReader {
  /// The offset in the file at which a mark stands.
  mutating func offset(of mark: yaml_mark_t) -> UInt32 {
    UInt32(textStart + offsets.offset(ofCharacter: mark.index))
  }

  /// The character at `offset`; nothing at the end of the file.
  func character(at offset: UInt32) -> ByteRange {
    var end = min(Int(offset) + 1, bytes.count)
    while end < bytes.count, bytes[end].isContinuation { end += 1 }
    return ByteRange(min(offset, UInt32(end)), UInt32(end))
  }

  /// Where a collection begins, behind its anchor and tag, and whether it does so with a bracket.
  mutating func beginning(of head: YAMLCollectionHead, _ event: UnsafePointer<yaml_event_t>)
    -> (start: UInt32, hasBrackets: Bool)
  {
    // The event ends behind a bracket, at the first key or dash of a block, or behind a dash that is not
    // indented.
    let end = offset(of: event.pointee.end_mark)
    let last = end > textStart ? bytes[Int(end) - 1] : 0
    if head.isFlow {
      // A pair without braces in a list, `[a: b]`, has no bracket and no properties.
      let bracket = head.isMapping ? UInt8(ascii: "{") : UInt8(ascii: "[")
      return last == bracket ? (end - 1, true) : (offset(of: event.pointee.start_mark), false)
    }
    let isAtDash = end < bytes.count && bytes[Int(end)] == UInt8(ascii: "-")
    return (!head.isMapping && !isAtDash && last == UInt8(ascii: "-") ? end - 1 : end, false)
  }

  /// Where a scalar stands, without its anchor and tag and without the empty end of a block scalar.
  mutating func rangeOfScalar(_ event: UnsafePointer<yaml_event_t>) -> ByteRange {
    let scalar = event.pointee.data.scalar
    let start = offset(of: event.pointee.start_mark)
    let end = offset(of: event.pointee.end_mark)
    if scalar.style == YAML_PLAIN_SCALAR_STYLE, scalar.length == 0 {
      // libyaml puts some empty scalars where the next thing begins.
      return ByteRange(at: endOfText(from: textStart, to: Int(end)))
    }
    let hasProperties = scalar.anchor != nil || scalar.tag != nil
    let first = hasProperties ? behindProperties(from: Int(start), to: Int(end)) : Int(start)
    let isBlock = scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
    return ByteRange(UInt32(first), isBlock ? endOfText(from: first + 1, to: Int(end)) : end)
  }

  /// `end` without the blanks and line breaks before it.
  private func endOfText(from start: Int, to end: Int) -> UInt32 {
    var end = end
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return UInt32(end)
  }

  /// At an anchor or tag: the beginning of what stands behind both.
  private func behindProperties(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while index < end, !bytes[index].isBlank { index += 1 }
      case UInt8(ascii: "#"):
        while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      case let byte where byte.isBlank: index += 1
      default: return index
      }
    }
    return end
  }
}
