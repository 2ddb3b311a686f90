import CLibYAML
import SourceText

extension YAMLReader {
  mutating func readScalar(_ event: UnsafePointer<yaml_event_t>) {
    let scalar = event.pointee.data.scalar
    let text = UnsafeBufferPointer<UInt8>(start: scalar.value, count: scalar.length)
    let tag = YAMLTag(scalar.tag)
    let range = rangeOfScalar(event)
    if awaitsKey {
      readKey(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, range, anchor: scalar.anchor)
      return
    }
    let id = beginValue()
    if let anchor = scalar.anchor { anchors.define(String(cString: anchor), .tree(id)) }
    let isAnchored = scalar.anchor != nil
    switch meaning(of: text, tag, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE) {
    case .string:
      append(.string, text, range, isAnchored: isAnchored)
    case .null:
      append(.null, "null", range, isAnchored: isAnchored)
    case .boolean(let value):
      append(.boolean, value ? "true" : "false", range, isAnchored: isAnchored, isTrue: value)
    case .number(let number):
      if number.isSurprising {
        builder.report(SyntaxDefect(.surprisingNumber, range, detail: number.decimal))
      }
      append(.number, number.decimal, range, isAnchored: isAnchored)
    }
    if case .own(let name) = tag { builder.tags[id] = name }
    endValue(id, end: range.end)
  }

  private func meaning(of text: UnsafeBufferPointer<UInt8>, _ tag: YAMLTag, isPlain: Bool) -> YAMLScalar {
    switch tag {
    case .none: isPlain ? YAMLScalar(plain: text) : .string
    case .standard(let type): YAMLScalar(text, type: type)
    case .own: .string
    }
  }

  private mutating func readKey(
    _ text: UnsafeBufferPointer<UInt8>, isPlain: Bool, _ range: ByteRange,
    anchor: UnsafeMutablePointer<UInt8>?
  ) {
    if isPlain, text.elementsEqual(("<<" as StaticString).utf8Buffer) {
      frames[frames.count - 1].mergedValue = builder.nextID
    } else {
      if let anchor { anchors.define(String(cString: anchor), .tree(builder.nextID)) }
      append(.key, text, range, isAnchored: anchor != nil)
    }
    endKey(end: range.end)
  }

  /// Appends a text, which is copied if the source spells it otherwise, or if aliases will want it at their
  /// place.
  private mutating func append(
    _ kind: NodeKind, _ text: UnsafeBufferPointer<UInt8>, _ range: ByteRange, isAnchored: Bool
  ) {
    if isAnchored {
      builder.append(kind, range, decoded: text)
    } else if source(range, spells: text) {
      builder.append(kind, range)
    } else if text.count + 2 == range.count, source(ByteRange(range.start + 1, range.end - 1), spells: text),
      bytes[Int(range.start)] == UInt8(ascii: "\"") || bytes[Int(range.start)] == UInt8(ascii: "'")
    {
      builder.append(kind, range, quoted: true)
    } else {
      builder.append(kind, range, decoded: text)
    }
  }

  /// Appends a number, boolean or null, with the text that it has in JSON.
  private mutating func append(
    _ kind: NodeKind, _ text: String, _ range: ByteRange, isAnchored: Bool, isTrue: Bool = false
  ) {
    let isPlain = !isAnchored && bytes[Int(range.start)..<Int(range.end)].elementsEqual(text.utf8)
    if isPlain {
      builder.append(kind, range, payload: isTrue ? 1 : 0)
    } else {
      builder.append(kind, range, decoded: text.utf8, isTrue: isTrue)
    }
  }

  private func source(_ range: ByteRange, spells text: UnsafeBufferPointer<UInt8>) -> Bool {
    range.count == text.count && bytes[Int(range.start)..<Int(range.end)].elementsEqual(text)
  }
}

/// What a node says of its type.
enum YAMLTag {
  case none
  /// One of YAML's own, without `tag:yaml.org,2002:`.
  case standard(String)
  /// Any other, such as `!Sub`.
  case own(String)

  init(_ tag: UnsafeMutablePointer<UInt8>?) {
    guard let tag else {
      self = .none
      return
    }
    let name = String(cString: tag)
    let prefix = "tag:yaml.org,2002:"
    if name == "!" {
      // It says only that the type does not follow from the spelling.
      self = .standard("str")
    } else if name.hasPrefix(prefix) {
      self = .standard(String(name.dropFirst(prefix.count)))
    } else {
      self = .own(name)
    }
  }
}
