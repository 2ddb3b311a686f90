import SourceText

extension JSONReader {
  /// The byte here; 0 at the end.
  var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }
  var next: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : 0 }

  func range(from start: Int) -> ByteRange { range(from: start, to: position) }

  func range(from start: Int, to end: Int) -> ByteRange {
    ByteRange(UInt32(start), UInt32(max(start, min(end, bytes.count))))
  }

  /// The end of a run of letters, digits and the like; at least one character long unless a separator stands
  /// there.
  func endOfWord(from start: Int) -> Int {
    var end = start
    while end < bytes.count,
      bytes[end].isWordByte || bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    if end == start, end < bytes.count, !bytes[end].isSeparator {
      end += 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return end
  }

  /// Passes white space, and comments as if they were some.
  @inline(__always)
  mutating func skipBlanks() {
    // Half of the time there is nothing to pass.
    let byte = peek
    if byte > 0x20, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "#") { return }
    passBlanks()
  }

  private mutating func passBlanks() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isBlank {
        position += 1
        if byte == 0x0A { skipIndentation() }
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "/") || next == UInt8(ascii: "*") {
        skipComment()
      } else if byte == UInt8(ascii: "#") {
        skipComment()
      } else {
        return
      }
    }
  }

  /// Half of a definition that people can read is indentation: eight spaces are looked at together.
  private mutating func skipIndentation() {
    position = bytes.withUnsafeBytes { [position] bytes in
      var index = position
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let others = word ^ 0x2020_2020_2020_2020
        if others != 0 { return index + others.trailingZeroBitCount / 8 }
        index += 8
      }
      return index
    }
  }

  mutating func skipComment() {
    let start = position
    let isBlock = next == UInt8(ascii: "*")
    position += 2
    while position < bytes.count {
      if isBlock, peek == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        position += 2
        break
      }
      if !isBlock, peek == 0x0A || peek == 0x0D { break }
      position += 1
    }
    position = min(position, bytes.count)
    builder.report(SyntaxDefect(.comment, range(from: start)))
  }

  mutating func giveUp() {
    hasGivenUp = true
    position = bytes.count
  }

  mutating func giveUpOnTemplate() {
    let range = range(from: position, to: position + 2)
    builder.abandon(
      because: SyntaxDefect(.foreignTemplate, range, detail: ForeignTemplate.language(peek, next)))
    giveUp()
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Letters, digits, `_`, `.`, and everything outside ASCII: what people put into a word.
  var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  var isSeparator: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): true
    default: isBlank
    }
  }

  var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
