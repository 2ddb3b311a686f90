import SourceText

/// Reads UTF-8 from left to right. Every look at the text is checked against its end.
struct ByteCursor {
  let text: UnsafeBufferPointer<UInt8>
  /// At most `end`.
  private(set) var position: Int
  let end: Int

  /// Reads from `start` to `end`, both clamped to the text and to what a ``ByteRange`` can hold.
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int = .max) {
    self.text = text
    self.end = max(0, min(end, text.count, Int(UInt32.max)))
    position = max(0, min(start, self.end))
  }

  var isAtEnd: Bool { position >= end }

  /// The byte at the cursor; nil at the end.
  var current: UInt8? { byte(at: position) }

  func byte(at index: Int) -> UInt8? {
    index >= 0 && index < end ? text[index] : nil
  }

  mutating func advance(by count: Int = 1) {
    position = min(position + count, end)
  }

  mutating func move(to index: Int) {
    position = max(0, min(index, end))
  }

  /// Steps over `byte` if it is here.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while position < end, isSkipped(text[position]) { position += 1 }
  }

  mutating func skipBlanks() {
    skip { $0 == .blank }
  }

  func starts(with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - position >= count else { return false }
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: count)
    for (offset, byte) in bytes.enumerated() where text[position + offset] != byte { return false }
    return true
  }

  /// From `start` to the cursor.
  func range(from start: Int) -> ByteRange {
    ByteRange(UInt32(min(start, position)), UInt32(position))
  }

  /// The character at `index` with all of its bytes; empty at the end.
  func characterRange(at index: Int) -> ByteRange {
    let start = min(index, end)
    var next = min(start + 1, end)
    while let byte = byte(at: next), byte & 0xC0 == 0x80 { next += 1 }
    return ByteRange(UInt32(start), UInt32(next))
  }

  /// The character at the cursor, or the last one if nothing follows.
  var place: ByteRange {
    guard isAtEnd, end > 0 else { return characterRange(at: position) }
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return ByteRange(UInt32(start), UInt32(end))
  }

  /// The Unicode scalar at the cursor, and its length in bytes; nil at the end and where the UTF-8 is ill-formed.
  var scalar: (value: Unicode.Scalar, length: Int)? {
    guard let first = current else { return nil }
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard let byte = byte(at: position + offset), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}

extension UInt8 {
  static let blank: UInt8 = 0x20
  static let doubleQuote: UInt8 = 0x22
  static let dollar: UInt8 = 0x24
  static let singleQuote: UInt8 = 0x27
  static let openParenthesis: UInt8 = 0x28
  static let closeParenthesis: UInt8 = 0x29
  static let asterisk: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let questionMark: UInt8 = 0x3F
  static let at: UInt8 = 0x40
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D

  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
