import SourceText

/// What stands between `[` and `]`.
extension PathReader {
  /// - Returns: nil if the rest cannot be read, which was reported.
  mutating func readBrackets() -> Path.Selector? {
    let start = cursor.position
    cursor.advance()
    cursor.skipBlanks()
    guard let byte = cursor.current else {
      // New engines take a `[` at the end.
      return give(up: .unclosedBracket, cursor.characterRange(at: start), isCertain: false)
    }
    switch byte {
    case .singleQuote, .doubleQuote: return readNames(quote: byte, from: start)
    case .asterisk:
      cursor.advance()
      return close(.wildcard, from: start)
    case .questionMark: return readFilter(from: start)
    case .openParenthesis: return readScript(from: start)
    case .closeBracket:
      cursor.advance()
      return give(up: .emptyBrackets, cursor.range(from: start))
    default:
      guard byte.isDigit || byte == .minus || byte == .colon else { return unexpected() }
      return readNumbers(from: start)
    }
  }

  /// Reads blanks and the `]`.
  mutating func close(_ selector: Path.Selector, from start: Int) -> Path.Selector? {
    cursor.skipBlanks()
    if cursor.skip(.closeBracket) { return selector }
    return cursor.isAtEnd ? give(up: .unclosedBracket, cursor.characterRange(at: start)) : unexpected()
  }

  mutating func give(up kind: PathProblem.Kind, _ range: ByteRange? = nil, isCertain: Bool = true)
    -> Path.Selector?
  {
    fail(kind, range, isCertain: isCertain)
    return nil
  }

  /// Old engines look at little of what stands in brackets: `[1,]` and `[+1]` pass them.
  private mutating func unexpected(isCertain: Bool? = nil) -> Path.Selector? {
    let isKnownToPass: Bool =
      switch cursor.current {
      case .comma, .plus, .openBracket, .closeBracket: true
      default: false
      }
    return give(up: .unexpectedInBrackets, isCertain: isCertain ?? !isKnownToPass)
  }

  // MARK: Names

  private mutating func readNames(quote: UInt8, from start: Int) -> Path.Selector? {
    guard let first = readQuoted(quote) else { return nil }
    cursor.skipBlanks()
    var names = [EscapedText]()
    while cursor.skip(.comma) {
      if names.isEmpty { names.append(first) }
      cursor.skipBlanks()
      guard cursor.current == quote else {
        return cursor.isAtEnd
          ? give(up: .unclosedBracket, cursor.characterRange(at: start)) : unexpected(isCertain: false)
      }
      guard let next = readQuoted(quote) else { return nil }
      names.append(next)
      cursor.skipBlanks()
    }
    if quote == .doubleQuote { report(.doubleQuotedName, first.range, isCertain: false) }
    guard cursor.isAtEnd || cursor.current == .closeBracket else { return unexpected(isCertain: false) }
    return close(names.isEmpty ? .name(first) : .names(names), from: start)
  }

  private mutating func readQuoted(_ quote: UInt8) -> EscapedText? {
    let start = cursor.position
    cursor.advance()
    var hasEscapes = false
    var closesBracket = false
    while let byte = cursor.current, byte != quote {
      if byte == .backslash, cursor.position + 1 < cursor.end {
        hasEscapes = true
        cursor.advance()
      }
      closesBracket = closesBracket || byte == .closeBracket
      cursor.advance()
    }
    let contents = ByteRange(UInt32(start + 1), UInt32(cursor.position))
    guard cursor.skip(quote) else {
      // Old engines read a name up to the bracket.
      fail(.unterminatedQuote, cursor.range(from: start), isCertain: !closesBracket)
      return nil
    }
    return EscapedText(range: cursor.range(from: start), contents: contents, hasEscapes: hasEscapes)
  }

  // MARK: Indexes and slices

  private mutating func readNumbers(from start: Int) -> Path.Selector? {
    var first: Int32?
    if cursor.current != .colon {
      guard let index = readIndex() else { return nil }
      first = index
      if cursor.current != .colon { return readIndexes(after: index, from: start) }
    }
    return readSlice(from: first, start)
  }

  private mutating func readIndexes(after first: Int32, from start: Int) -> Path.Selector? {
    cursor.skipBlanks()
    var indexes: [Int32] = []
    while cursor.skip(.comma) {
      if indexes.isEmpty { indexes.append(first) }
      cursor.skipBlanks()
      guard cursor.current.map({ $0.isDigit || $0 == .minus }) ?? true else { return unexpected() }
      guard let next = readIndex() else { return nil }
      indexes.append(next)
      cursor.skipBlanks()
    }
    return close(indexes.isEmpty ? .index(first) : .indexes(indexes), from: start)
  }

  private mutating func readSlice(from first: Int32?, _ start: Int) -> Path.Selector? {
    cursor.advance()
    var last: Int32?
    if let byte = cursor.current, byte.isDigit || byte == .minus {
      guard let index = readIndex() else { return nil }
      last = index
    }
    if cursor.current == .colon {
      let step = cursor.position
      cursor.advance()
      _ = cursor.skip(.minus)
      cursor.skip(while: \.isDigit)
      report(.sliceStep, cursor.range(from: step), isCertain: false)
    }
    cursor.skipBlanks()
    guard cursor.skip(.closeBracket) else {
      return cursor.isAtEnd
        ? give(up: .unclosedBracket, cursor.characterRange(at: start)) : give(up: .malformedSlice)
    }
    guard first != nil || last != nil else { return give(up: .malformedSlice, cursor.range(from: start)) }
    return .slice(from: first, to: last)
  }

  /// Reads `-` and digits. Nil if there is none, or too many, which was reported.
  private mutating func readIndex() -> Int32? {
    let start = cursor.position
    let isNegative = cursor.skip(.minus)
    guard cursor.current?.isDigit == true else {
      fail(cursor.isAtEnd ? .unclosedBracket : .unexpectedInBrackets)
      return nil
    }
    var value: Int64 = 0
    while let byte = cursor.current, byte.isDigit {
      // Above the range the digits only have to be passed.
      if value <= Int64(Int32.max) { value = value * 10 + Int64(byte &- 0x30) }
      cursor.advance()
    }
    guard let index = Int32(exactly: isNegative ? -value : value), index != .min else {
      fail(.indexOutOfRange, cursor.range(from: start))
      return nil
    }
    return index
  }

  // MARK: Scripts

  private mutating func readScript(from start: Int) -> Path.Selector? {
    let script = cursor.position
    if let index = readFromEnd() {
      report(.script, cursor.range(from: script), isCertain: false)
      return close(.fromEnd(index), from: start)
    }
    cursor.skip { $0 != .closeBracket }
    return cursor.isAtEnd
      ? give(up: .unclosedBracket, cursor.characterRange(at: start))
      : give(up: .unsupportedScript, cursor.range(from: script), isCertain: false)
  }

  /// Reads `(@.length-1)`; nil if it is something else.
  private mutating func readFromEnd() -> Int32? {
    cursor.advance()
    cursor.skipBlanks()
    guard cursor.starts(with: "@.length") else { return nil }
    cursor.advance(by: 8)
    cursor.skipBlanks()
    guard cursor.skip(.minus) else { return nil }
    cursor.skipBlanks()
    guard cursor.current?.isDigit == true, let index = readIndex() else { return nil }
    cursor.skipBlanks()
    return cursor.skip(.closeParenthesis) ? index : nil
  }
}
