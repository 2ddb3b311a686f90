import SourceText

extension JSONataLexer {
  mutating func string(quote: UInt8) throws(JSONataError) -> JSONataToken {
    let start = offset
    var hasEscapes = false
    offset += 1
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      if byte == quote {
        return JSONataToken(
          kind: .string, hasEscapes: hasEscapes, start: UInt32(start), end: UInt32(offset))
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try escape()
      }
    }
    throw JSONataError(.unclosedString, range(from: start))
  }

  /// Passes what follows a backslash.
  private mutating func escape() throws(JSONataError) {
    let start = offset
    switch byte(at: offset) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
    case UInt8(ascii: "u"):
      offset += 1
      let end = min(offset + 4, text.count)
      while offset < end, isHexadecimalDigit(text[offset]) { offset += 1 }
      // The reference takes fewer digits if the text ends behind them, and then misses the closing quote.
      if offset < end || offset == start + 1 {
        throw JSONataError(.badUnicodeEscape, ByteRange(UInt32(start), UInt32(offset)))
      }
    default:
      if offset < text.count { offset += 1 }
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      throw JSONataError(.unknownEscape, range(from: start))
    }
  }

  mutating func number() throws(JSONataError) -> JSONataToken {
    let start = offset
    if text[offset] == UInt8(ascii: "0") { offset += 1 } else { skipDigits() }
    if byte(at: offset) == UInt8(ascii: "."), isDigit(byte(at: offset + 1)) {
      offset += 1
      skipDigits()
    }
    let hasExponent = skipExponent()
    // With fewer digits and no exponent it is far below the largest double.
    if hasExponent || offset - start > 300 {
      let value = Double(String(decoding: text[start..<offset], as: UTF8.self))
      guard let value, value.isFinite else { throw JSONataError(.numberOutOfRange, range(from: start)) }
    }
    return token(.number, from: start)
  }

  private mutating func skipExponent() -> Bool {
    guard byte(at: offset) | 0x20 == UInt8(ascii: "e") else { return false }
    var digits = offset + 1
    if byte(at: digits) == UInt8(ascii: "+") || byte(at: digits) == UInt8(ascii: "-") { digits += 1 }
    guard isDigit(byte(at: digits)) else { return false }
    offset = digits
    skipDigits()
    return true
  }

  private mutating func skipDigits() {
    while isDigit(byte(at: offset)) { offset += 1 }
  }

  mutating func quotedName() throws(JSONataError) -> JSONataToken {
    let start = offset
    offset += 1
    while offset < text.count {
      offset += 1
      if text[offset - 1] == UInt8(ascii: "`") { return token(.quotedName, from: start) }
    }
    throw JSONataError(.unclosedQuotedName, range(from: start))
  }

  /// The pattern ends at the first slash outside brackets with an even number of backslashes before it.
  /// Brackets inside character classes count as well, as the reference counts them.
  mutating func regex() throws(JSONataError) -> JSONataToken {
    let start = offset
    var nesting = 0
    var backslashes = 0
    offset += 1
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "/") where nesting == 0 && backslashes.isMultiple(of: 2):
        return try endOfRegex(from: start)
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if backslashes == 0 { nesting += 1 }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if backslashes == 0 { nesting -= 1 }
      default: break
      }
      backslashes = byte == UInt8(ascii: "\\") ? backslashes + 1 : 0
    }
    throw JSONataError(.unclosedRegex, range(from: start))
  }

  private mutating func endOfRegex(from start: Int) throws(JSONataError) -> JSONataToken {
    if offset - start == 2 { throw JSONataError(.emptyRegex, range(from: start)) }
    if let quantifier = danglingQuantifier(in: (start + 1)..<(offset - 1)) {
      throw JSONataError(.danglingQuantifier, ByteRange(UInt32(quantifier), UInt32(quantifier + 1)))
    }
    while byte(at: offset) == UInt8(ascii: "i") || byte(at: offset) == UInt8(ascii: "m") { offset += 1 }
    return token(.regex, from: start)
  }

  /// The first `*`, `+` or `?` at the start of a pattern, a group or an alternative: JavaScript and Java
  /// refuse it. Of all the syntax of regular expressions this is what typing errors break, and what both
  /// engines agree upon.
  private func danglingQuantifier(in pattern: Range<Int>) -> Int? {
    var isInClass = false
    var isAtStart = true
    var index = pattern.lowerBound
    while index < pattern.upperBound {
      let byte = text[index]
      let wasAtStart = isAtStart
      isAtStart = false
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case _ where isInClass: break
      case UInt8(ascii: "|"): isAtStart = true
      case UInt8(ascii: "("):
        isAtStart = true
        // What follows `(?` says which kind of group it is.
        if self.byte(at: index + 1) == UInt8(ascii: "?") {
          index += 1
          isAtStart = false
        }
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
        if wasAtStart { return index }
      default: break
      }
      index += 1
    }
    return nil
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte &- UInt8(ascii: "0") < 10
}

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
}
