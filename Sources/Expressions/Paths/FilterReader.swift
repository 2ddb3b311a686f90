import SourceText

/// What stands between `[?` and `]`: comparisons and paths, joined by `&&` and `||`, in parentheses.
///
/// Old engines hardly look into a filter before it is used, so that most faults in one are not certain.
extension PathReader {
  mutating func readFilter(from start: Int) -> Path.Selector? {
    cursor.advance()
    let filter = cursor.position
    cursor.skipBlanks()
    guard cursor.current == .openParenthesis else { return give(up: .filterWithoutParentheses) }
    guard readConditions(openedAt: cursor.position) else { return nil }
    let range = cursor.range(from: filter)
    cursor.skipBlanks()
    if cursor.isAtEnd { return give(up: .unclosedBracket, cursor.characterRange(at: start)) }
    return close(.filter(range), from: start)
  }

  /// Reads from an opening parenthesis through the closing one that belongs to it.
  ///
  /// - Returns: False if the rest cannot be read, which was reported.
  private mutating func readConditions(openedAt open: Int) -> Bool {
    var nesting = 0
    while true {
      // A condition is due.
      cursor.skip { $0 == .blank || $0 == UInt8(ascii: "!") }
      if cursor.skip(.openParenthesis) {
        nesting += 1
        guard nesting <= Path.maximumFilterNesting else {
          return stop(.filterNestingTooDeep, isCertain: false)
        }
        continue
      }
      guard readCondition(isEmpty: nesting == 1 && cursor.position == open + 1) else { return false }
      // A condition was read: parentheses close, or another one follows.
      cursor.skipBlanks()
      while nesting > 0, cursor.skip(.closeParenthesis) {
        nesting -= 1
        if nesting > 0 { cursor.skipBlanks() }
      }
      if nesting == 0 { return true }
      if cursor.isAtEnd { return stop(.unclosedFilter, cursor.characterRange(at: open)) }
      guard cursor.starts(with: "&&") || cursor.starts(with: "||") else {
        return cursor.current == .closeBracket
          ? stop(.unclosedFilter, cursor.characterRange(at: open))
          : stop(.unknownFilterOperator, isCertain: false)
      }
      cursor.advance(by: 2)
    }
  }

  private mutating func stop(_ kind: PathProblem.Kind, _ range: ByteRange? = nil, isCertain: Bool = true)
    -> Bool
  {
    fail(kind, range, isCertain: isCertain)
    return false
  }

  /// Reads a path, or a comparison of two values.
  private mutating func readCondition(isEmpty: Bool) -> Bool {
    let start = cursor.position
    if cursor.current == .closeParenthesis { return stop(.missingOperand, isCertain: isEmpty) }
    guard let isPath = readValue() else { return false }
    let value = cursor.range(from: start)
    cursor.skipBlanks()
    switch cursor.current {
    case nil, .closeParenthesis, .closeBracket:
      return isPath || stop(.literalAsCondition, value, isCertain: false)
    default:
      if cursor.starts(with: "&&") || cursor.starts(with: "||") {
        return isPath || stop(.literalAsCondition, value, isCertain: false)
      }
    }
    guard skipOperator() else { return stop(.unknownFilterOperator, isCertain: false) }
    cursor.skipBlanks()
    return readValue() != nil
  }

  private mutating func skipOperator() -> Bool {
    for symbol in filterSymbols where cursor.starts(with: symbol) {
      cursor.advance(by: symbol.utf8CodeUnitCount)
      return true
    }
    let start = cursor.position
    cursor.skip(while: \.isLetter)
    let word = String(decoding: cursor.text[start..<cursor.position], as: UTF8.self)
    if filterWords.contains(word.lowercased()) { return true }
    cursor.move(to: start)
    return false
  }

  // MARK: Values

  /// - Returns: Whether it is a path; nil if the rest cannot be read, which was reported.
  private mutating func readValue() -> Bool? {
    guard let byte = cursor.current else {
      fail(.unclosedFilter)
      return nil
    }
    switch byte {
    case .at, .dollar:
      cursor.advance()
      return skipPathTail() ? true : nil
    case .singleQuote, .doubleQuote, .slash:
      guard skipQuoted() else { return nil }
      if byte == .slash { cursor.skip(while: \.isLetter) }
      return false
    case .openBracket, .openBrace:
      return skipCollection() ? false : nil
    default:
      return readWord()
    }
  }

  private mutating func skipPathTail() -> Bool {
    while let byte = cursor.current {
      if byte == .dot {
        cursor.skip { $0 == .dot }
        cursor.skip { !nameEnd.contains($0) }
        if cursor.starts(with: "()") { cursor.advance(by: 2) }
      } else if byte == .openBracket {
        guard skipCollection() else { return false }
      } else {
        break
      }
    }
    return true
  }

  /// Steps over a quoted string or a regular expression.
  private mutating func skipQuoted() -> Bool {
    let start = cursor.position
    let quote = cursor.current
    cursor.advance()
    while let byte = cursor.current, byte != quote {
      cursor.advance(by: byte == .backslash ? 2 : 1)
    }
    guard !cursor.isAtEnd else { return stop(.unterminatedQuote, cursor.range(from: start)) }
    cursor.advance()
    return true
  }

  /// Steps over `[…]` or `{…}` with what is inside.
  private mutating func skipCollection() -> Bool {
    let start = cursor.position
    var nesting = 0
    while let byte = cursor.current {
      switch byte {
      case .singleQuote, .doubleQuote:
        guard skipQuoted() else { return false }
        continue
      case .openBracket, .openBrace: nesting += 1
      case .closeBracket, .closeBrace: nesting -= 1
      default: break
      }
      cursor.advance()
      if nesting == 0 { return true }
    }
    return stop(.unclosedBracket, cursor.characterRange(at: start))
  }

  /// Reads a number, `true`, `false`, `null`, or a string without quotes.
  private mutating func readWord() -> Bool? {
    let start = cursor.position
    cursor.skip { !wordEnd.contains($0) }
    let range = cursor.range(from: start)
    guard !range.isEmpty else {
      fail(.missingOperand, isCertain: false)
      return nil
    }
    let word = cursor.text[start..<cursor.position]
    if !isNumber(word), !["true", "false", "null"].contains(String(decoding: word, as: UTF8.self)) {
      report(.unquotedLiteral, range, isCertain: true)
    }
    return false
  }
}

private func isNumber(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  let digits = word.first == .minus ? word.dropFirst() : word
  guard digits.first?.isDigit == true else { return false }
  return Double(String(decoding: word, as: UTF8.self)) != nil
}

/// Longer ones before those with which they begin.
private let filterSymbols: [StaticString] = ["===", "!==", "==", "!=", "<=", ">=", "=~", "<", ">"]

private let filterWords: Set<String> = [
  "in", "nin", "contains", "all", "size", "empty", "exists", "type", "matches", "subsetof", "anyof", "noneof",
]

/// What ends a name of a path in a filter.
private let nameEnd = ASCIISet(" .[]()=!<>&|~,")
/// What ends a number or a word in a filter.
private let wordEnd = ASCIISet(" []()=!<>&|~,{}'\"/@$")

/// A set of ASCII characters.
private struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: StaticString) {
    for byte in UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}
