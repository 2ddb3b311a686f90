import SourceText

/// Cuts an expression into tokens, one when asked.
///
/// Whether `/` divides or begins a regular expression depends on the token before it, which the parser knows.
struct JSONataLexer {
  let text: UnsafeBufferPointer<UInt8>
  var offset = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The next token; `end` at and behind the end of the text.
  mutating func next(afterOperand: Bool) throws(JSONataError) -> JSONataToken {
    try skipBlanksAndComments()
    guard offset < text.count else { return token(.end, from: offset) }
    let start = offset
    let first = text[offset]
    if isNameByte(first) {
      switch first {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return try string(quote: first)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
      case UInt8(ascii: "`"): return try quotedName()
      default: return name()
      }
    }
    if first == UInt8(ascii: "/"), !afterOperand { return try regex() }
    guard let (kind, length) = operatorToken(first) else {
      offset += 1
      throw JSONataError(.unknownOperator, range(from: start))
    }
    offset += length
    return token(kind, from: start)
  }

  /// The byte at `index`; 0 outside the text.
  func byte(at index: Int) -> UInt8 {
    index < text.count ? text[index] : 0
  }

  func range(from start: Int) -> ByteRange {
    ByteRange(UInt32(start), UInt32(min(offset, text.count)))
  }

  func token(_ kind: JSONataTokenKind, from start: Int) -> JSONataToken {
    JSONataToken(kind: kind, start: UInt32(start), end: UInt32(offset))
  }

  private mutating func skipBlanksAndComments() throws(JSONataError) {
    while offset < text.count {
      let byte = text[offset]
      if isBlank(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "/"), self.byte(at: offset + 1) == UInt8(ascii: "*") {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(JSONataError) {
    let start = offset
    offset += 2
    while offset + 1 < text.count {
      if text[offset] == UInt8(ascii: "*"), text[offset + 1] == UInt8(ascii: "/") {
        offset += 2
        return
      }
      offset += 1
    }
    offset = text.count
    throw JSONataError(.unclosedComment, range(from: start))
  }

  private func operatorToken(_ first: UInt8) -> (JSONataTokenKind, length: Int)? {
    let second = byte(at: offset + 1)
    switch (first, second) {
    case (UInt8(ascii: "."), UInt8(ascii: ".")): return (.range, 2)
    case (UInt8(ascii: ":"), UInt8(ascii: "=")): return (.assign, 2)
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): return (.notEqual, 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): return (.greaterOrEqual, 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): return (.lessOrEqual, 2)
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): return (.doubleAsterisk, 2)
    case (UInt8(ascii: "~"), UInt8(ascii: ">")): return (.chain, 2)
    default: return singleByteOperator(first).map { ($0, 1) }
    }
  }

  private mutating func name() -> JSONataToken {
    let start = offset
    while offset < text.count, isNameByte(text[offset]) { offset += 1 }
    if text[start] == UInt8(ascii: "$") { return token(.variable, from: start) }
    return token(word(start..<offset) ?? .name, from: start)
  }

  private func word(_ range: Range<Int>) -> JSONataTokenKind? {
    func `is`(_ word: StaticString) -> Bool {
      text[range].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
    return switch range.count {
    case 2: `is`("or") ? .or : `is`("in") ? .in : nil
    case 3: `is`("and") ? .and : nil
    case 4: `is`("true") ? .true : `is`("null") ? .null : nil
    case 5: `is`("false") ? .false : nil
    default: nil
    }
  }
}

private func singleByteOperator(_ byte: UInt8) -> JSONataTokenKind? {
  switch byte {
  case UInt8(ascii: "."): .dot
  case UInt8(ascii: "["): .leftBracket
  case UInt8(ascii: "]"): .rightBracket
  case UInt8(ascii: "{"): .leftBrace
  case UInt8(ascii: "}"): .rightBrace
  case UInt8(ascii: "("): .leftParenthesis
  case UInt8(ascii: ")"): .rightParenthesis
  case UInt8(ascii: ","): .comma
  case UInt8(ascii: "@"): .at
  case UInt8(ascii: "#"): .hash
  case UInt8(ascii: ";"): .semicolon
  case UInt8(ascii: ":"): .colon
  case UInt8(ascii: "?"): .question
  case UInt8(ascii: "+"): .plus
  case UInt8(ascii: "-"): .minus
  case UInt8(ascii: "*"): .asterisk
  case UInt8(ascii: "/"): .slash
  case UInt8(ascii: "%"): .percent
  case UInt8(ascii: "|"): .bar
  case UInt8(ascii: "="): .equal
  case UInt8(ascii: "<"): .less
  case UInt8(ascii: ">"): .greater
  case UInt8(ascii: "^"): .caret
  case UInt8(ascii: "&"): .ampersand
  default: nil
  }
}

/// Space, tab, line feed, vertical tab and carriage return; not form feed, nor blanks beyond ASCII.
private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0C)
}

/// Whether the byte is neither a blank nor begins an operator: a name runs on over it.
private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09...0x0B, 0x0D, UInt8(ascii: " "), UInt8(ascii: "!"), UInt8(ascii: "#"),
    UInt8(ascii: "%")...UInt8(ascii: "&"), UInt8(ascii: "(")...UInt8(ascii: "/"),
    UInt8(ascii: ":")...UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]")...UInt8(ascii: "^"),
    UInt8(ascii: "{")...UInt8(ascii: "~"):
    false
  default: true
  }
}
