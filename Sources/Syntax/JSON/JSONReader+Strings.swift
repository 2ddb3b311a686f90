import SourceText

extension JSONReader {
  /// At the opening quote. Most strings end without an escape, and then nothing is copied.
  mutating func readString(_ kind: NodeKind) {
    let start = position
    position = endOfPlainText(from: start + 1)
    if peek == UInt8(ascii: "\"") {
      position += 1
      builder.append(kind, range(from: start), quoted: true)
    } else {
      readSpecialString(kind, from: start)
    }
  }

  /// The first byte from `start` on that ends a string or needs a second look: a quote, a backslash or a control.
  private func endOfPlainText(from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      var index = start
      while index + 8 <= bytes.count {
        let marks = specialBytes(in: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < bytes.count, !endsPlainText(bytes[index]) { index += 1 }
      return index
    }
  }

  /// Reads on a string that has an escape or a fault.
  mutating func readSpecialString(_ kind: NodeKind, from start: Int) {
    var text = Array(bytes[(start + 1)..<position])
    var hasReportedControl = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        builder.append(kind, range(from: start), decoded: text)
        return
      case UInt8(ascii: "\\"):
        readEscape(into: &text)
        continue
      case 0..<0x20:
        let endsLine = byte == 0x0A || byte == 0x0D
        if endsLine, !continuesBehindLine() {
          return endUnterminated(kind, from: start, text)
        }
        if !hasReportedControl {
          builder.report(SyntaxDefect(.controlCharacter, range(from: position, to: position + 1)))
          hasReportedControl = true
        }
      default: break
      }
      text.append(byte)
      position += 1
    }
    endUnterminated(kind, from: start, text)
  }

  mutating func endUnterminated(_ kind: NodeKind, from start: Int, _ text: [UInt8]) {
    builder.report(SyntaxDefect(.unterminatedString, range(from: start)))
    builder.append(kind, range(from: start), decoded: text)
  }

  /// Whether the string, at a line break, seems to go on: its next quote ends a value, as in a text with bare
  /// breaks.
  func continuesBehindLine() -> Bool {
    guard var index = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) else { return false }
    index += 1
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    guard index < bytes.count else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[index])
  }

  /// At a backslash: decodes the escape; an unknown one stands for itself.
  mutating func readEscape(into text: inout [UInt8]) {
    let start = position
    position += 2
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      position = start
      readUnicodeEscape(into: &text)
    default:
      position = min(start + 1, bytes.count)
      builder.report(SyntaxDefect(.invalidEscape, range(from: start, to: min(start + 2, bytes.count))))
      text.append(UInt8(ascii: "\\"))
    }
  }

  mutating func readUnicodeEscape(into text: inout [UInt8]) {
    let start = position
    guard let first = codeUnit(at: start) else {
      position = start + 2
      builder.report(SyntaxDefect(.invalidEscape, range(from: start, to: min(start + 6, bytes.count))))
      return
    }
    position = start + 6
    var value = UInt32(first)
    if 0xD800..<0xDC00 ~= value, let second = codeUnit(at: position), 0xDC00..<0xE000 ~= second {
      value = 0x10000 + (value - 0xD800) << 10 + UInt32(second) - 0xDC00
      position += 6
    }
    // A lone surrogate is allowed by the grammar and stands for no character.
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The value of `\uXXXX` at `index`; nil if something else stands there.
  func codeUnit(at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      guard let digit = byte.hexadecimalValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  mutating func readSingleQuotedString(_ kind: NodeKind) {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "'"), bytes[position] >= 0x20 {
      position += 1
    }
    let text = bytes[(start + 1)..<position]
    if peek == UInt8(ascii: "'") { position += 1 }
    builder.report(SyntaxDefect(.singleQuotes, range(from: start)))
    builder.append(kind, range(from: start), decoded: text)
  }
}

private func endsPlainText(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
}

/// The top bit of the first of eight bytes (in order of their addresses) that ends plain text; bits behind it may be
/// set as well. Zero if there is none.
private func specialBytes(in word: UInt64) -> UInt64 {
  let word = UInt64(littleEndian: word)
  let quotes = word ^ 0x2222_2222_2222_2222
  let backslashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
  // Subtracting sets the top bit of a byte that is smaller than the subtrahend, if it was not set before.
  let below =
    (quotes &- 0x0101_0101_0101_0101) & ~quotes | (backslashes &- 0x0101_0101_0101_0101) & ~backslashes
    | (word &- 0x2020_2020_2020_2020) & ~word
  return below & 0x8080_8080_8080_8080
}
