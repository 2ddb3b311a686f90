import SourceText

extension Intrinsic {
  /// Reads a call. Never fails: what is wrong is in ``problems``.
  ///
  /// O(bytes), with at most ``maximumNesting`` levels of recursion.
  ///
  /// - Parameter text: UTF-8, such as the decoded text of a JSON string.
  public static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Intrinsic {
    var reader = IntrinsicReader(text)
    return reader.readIntrinsic()
  }
}

/// Reads one call from left to right.
private struct IntrinsicReader {
  private var cursor: ByteCursor
  private var problems: [IntrinsicProblem] = []
  /// Set at the first problem behind which nothing can be read.
  private var hasFailed = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    cursor = ByteCursor(text)
  }

  mutating func readIntrinsic() -> Intrinsic {
    skipSpace()
    let call = readCall(nesting: 1)
    skipSpace()
    if !hasFailed, !cursor.isAtEnd {
      fail(.textAfterCall, ByteRange(UInt32(cursor.position), UInt32(cursor.end)))
    }
    return Intrinsic(call: call, problems: problems.sorted { $0.range < $1.range })
  }

  private mutating func fail(_ kind: IntrinsicProblem.Kind, _ range: ByteRange? = nil, isCertain: Bool = true)
  {
    hasFailed = true
    problems.append(IntrinsicProblem(kind, range ?? cursor.place, isCertain: isCertain))
  }

  private mutating func skipSpace() {
    cursor.skip { $0 == .blank || (0x09...0x0D).contains($0) && $0 != 0x0B && $0 != 0x0C }
  }

  // MARK: Calls

  private mutating func readCall(nesting: Int) -> Intrinsic.Call? {
    let start = cursor.position
    cursor.skip { $0.isLetter || $0.isDigit || $0 == .dot || $0 == UInt8(ascii: "_") }
    let name = cursor.range(from: start)
    guard !name.isEmpty else {
      fail(nesting == 1 ? .notAnExpression : .missingName)
      return nil
    }
    let text = String(decoding: cursor.text[start..<cursor.position], as: UTF8.self)
    let function = IntrinsicFunction(rawValue: text)
    guard openParenthesis(behind: name) else {
      let isOnlyText = nesting == 1 && function == nil && !text.hasPrefix(IntrinsicFunction.prefix)
      if isOnlyText { fail(.notAnExpression, name) } else { fail(.missingParenthesis, name) }
      return nil
    }
    guard nesting <= Intrinsic.maximumNesting else {
      fail(.nestingTooDeep, name, isCertain: false)
      return nil
    }
    if function == nil {
      let isCertain = IntrinsicFunction.meant(by: text) != nil
      problems.append(IntrinsicProblem(.unknownFunction, name, isCertain: isCertain))
    }
    let arguments = readArguments(nesting: nesting)
    let call = Intrinsic.Call(
      range: cursor.range(from: start), name: name, function: function, arguments: arguments,
      isComplete: !hasFailed)
    if let function, call.isComplete { problems += ArgumentCheck(call, function, in: cursor.text).problems }
    return call
  }

  private mutating func openParenthesis(behind name: ByteRange) -> Bool {
    skipSpace()
    let blanks = ByteRange(name.end, UInt32(cursor.position))
    guard cursor.skip(.openParenthesis) else {
      cursor.move(to: Int(name.end))
      return false
    }
    if !blanks.isEmpty {
      problems.append(IntrinsicProblem(.blankBeforeParenthesis, blanks, isCertain: false))
    }
    return true
  }

  private mutating func readArguments(nesting: Int) -> [Intrinsic.Argument] {
    var arguments: [Intrinsic.Argument] = []
    skipSpace()
    if cursor.skip(.closeParenthesis) { return arguments }
    while true {
      skipSpace()
      let start = cursor.position
      let value = readValue(nesting: nesting)
      if let value { arguments.append(Intrinsic.Argument(range: cursor.range(from: start), value: value)) }
      if hasFailed { return arguments }
      skipSpace()
      if cursor.skip(.closeParenthesis) { return arguments }
      guard cursor.skip(.comma) else {
        fail(.missingSeparator)
        return arguments
      }
    }
  }

  // MARK: Values

  private mutating func readValue(nesting: Int) -> Intrinsic.Value? {
    guard let byte = cursor.current else {
      fail(.invalidArgument)
      return nil
    }
    switch byte {
    case .singleQuote: return readString()
    case .dollar: return readPath()
    case .doubleQuote: fail(.doubleQuotes)
    case .minus, 0x30...0x39: return readNumber()
    default:
      guard byte.isLetter else {
        fail(.invalidArgument)
        return nil
      }
      return readWord() ?? readCall(nesting: nesting + 1).map { .call($0) }
    }
    return nil
  }

  private mutating func readString() -> Intrinsic.Value? {
    let start = cursor.position
    cursor.advance()
    var hasEscapes = false
    var placeholders = 0
    while let byte = cursor.current, byte != .singleQuote {
      if byte == .backslash {
        guard skipEscape() else { return nil }
        hasEscapes = true
      } else {
        if byte == .openBrace, cursor.byte(at: cursor.position + 1) == .closeBrace { placeholders += 1 }
        cursor.advance()
      }
    }
    let contents = ByteRange(UInt32(start + 1), UInt32(cursor.position))
    guard cursor.skip(.singleQuote) else {
      fail(.unterminatedString, cursor.range(from: start))
      return nil
    }
    let text = EscapedText(range: cursor.range(from: start), contents: contents, hasEscapes: hasEscapes)
    return .string(text, placeholders: placeholders)
  }

  private mutating func skipEscape() -> Bool {
    switch cursor.byte(at: cursor.position + 1) {
    case .singleQuote, .openBrace, .closeBrace, .backslash:
      cursor.advance(by: 2)
      return true
    default:
      let escaped = cursor.characterRange(at: cursor.position + 1)
      fail(.invalidEscape, ByteRange(UInt32(cursor.position), escaped.end))
      return false
    }
  }

  private mutating func readNumber() -> Intrinsic.Value? {
    let start = cursor.position
    _ = cursor.skip(.minus)
    var isNumber = skipDigits()
    if cursor.skip(.dot) { isNumber = skipDigits() && isNumber }
    if cursor.skip(UInt8(ascii: "e")) || cursor.skip(UInt8(ascii: "E")) {
      if !cursor.skip(.plus) { _ = cursor.skip(.minus) }
      isNumber = skipDigits() && isNumber
    }
    let isWhole = cursor.current.map { $0 <= .blank || $0 == .comma || $0 == .closeParenthesis } ?? true
    let text = String(decoding: cursor.text[start..<cursor.position], as: UTF8.self)
    guard isNumber, isWhole, let number = Double(text) else {
      if isNumber { fail(.invalidArgument) } else { fail(.invalidArgument, cursor.range(from: start)) }
      return nil
    }
    return .number(number)
  }

  private mutating func skipDigits() -> Bool {
    let start = cursor.position
    cursor.skip(while: \.isDigit)
    return cursor.position > start
  }

  private mutating func readWord() -> Intrinsic.Value? {
    let words: [(StaticString, Intrinsic.Value)] = [
      ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
    ]
    for (word, value) in words where cursor.starts(with: word) {
      let next = cursor.byte(at: cursor.position + word.utf8CodeUnitCount)
      guard next.map({ !$0.isLetter && !$0.isDigit && $0 != .dot && $0 != UInt8(ascii: "_") }) ?? true
      else { continue }
      cursor.advance(by: word.utf8CodeUnitCount)
      return value
    }
    return nil
  }

  /// Reads up to a `,`, `)` or blank outside brackets and parentheses.
  private mutating func readPath() -> Intrinsic.Value {
    let start = cursor.position
    var nesting = 0
    scan: while let byte = cursor.current {
      switch byte {
      case .singleQuote where nesting > 0, .doubleQuote where nesting > 0:
        cursor.advance()
        while let inside = cursor.current, inside != byte { cursor.advance(by: inside == .backslash ? 2 : 1) }
      case .openBracket, .openParenthesis: nesting += 1
      case .closeBracket, .closeParenthesis:
        guard nesting > 0 else { break scan }
        nesting -= 1
      case .comma, .blank, 0x09, 0x0A, 0x0D:
        if nesting == 0 { break scan }
      default: break
      }
      cursor.advance()
    }
    return .path(Path.parse(cursor.text, from: start, to: cursor.position))
  }
}
