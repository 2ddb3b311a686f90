import SourceText

extension Path {
  /// How many parentheses may stand inside each other in a filter.
  public static let maximumFilterNesting = 64
  /// Of a variable's name, in characters.
  static let maximumVariableName = 80

  /// Reads a path. Never fails: what is wrong is in ``problems``.
  ///
  /// O(bytes). Allocates for the segments and the problems only.
  ///
  /// - Parameter text: UTF-8, such as the decoded text of a JSON string.
  public static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Path {
    parse(text, from: 0, to: text.count)
  }

  static func parse(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Path {
    var reader = PathReader(text, from: start, to: end)
    return reader.readPath()
  }
}

/// Reads one path from left to right.
struct PathReader {
  var cursor: ByteCursor
  private var problems: [PathProblem] = []

  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    var end = max(start, min(end, text.count))
    // The engine trims blanks at the end.
    while end > start, text[end - 1] == .blank { end -= 1 }
    cursor = ByteCursor(text, from: start, to: end)
  }

  mutating func readPath() -> Path {
    let start = cursor.position
    let (root, variable) = readRoot()
    let rootRange = cursor.range(from: start)
    var segments: [Path.Segment] = []
    var isComplete = !rootRange.isEmpty
    if isComplete, let next = cursor.current, next != .dot, next != .openBracket {
      fail(.unexpectedAfterRoot)
      isComplete = false
    }
    if isComplete, !cursor.isAtEnd { segments.reserveCapacity(4) }
    while isComplete, !cursor.isAtEnd {
      if let segment = readSegment() { segments.append(segment) } else { isComplete = false }
    }
    return Path(
      root: root, rootRange: rootRange, variable: variable, segments: segments, isComplete: isComplete,
      problems: problems, range: ByteRange(UInt32(start), UInt32(cursor.end)))
  }

  // MARK: Problems

  mutating func report(_ kind: PathProblem.Kind, _ range: ByteRange, isCertain: Bool) {
    guard !problems.contains(where: { $0.kind == kind }) else { return }
    problems.append(PathProblem(kind: kind, range: range, isCertain: isCertain))
  }

  /// Reports what keeps the rest from being read, by default at the cursor.
  mutating func fail(_ kind: PathProblem.Kind, _ range: ByteRange? = nil, isCertain: Bool = true) {
    report(kind, range ?? cursor.place, isCertain: isCertain)
  }

  // MARK: Root

  private mutating func readRoot() -> (Path.Root, variable: EscapedText?) {
    guard cursor.skip(.dollar) else {
      fail(.missingRoot, cursor.characterRange(at: cursor.position))
      return (.input, nil)
    }
    if cursor.skip(.dollar) { return (.context, nil) }
    let start = cursor.position
    var length = 0
    while let step = identifierStep(isFirst: length == 0) {
      cursor.advance(by: step)
      length += 1
    }
    guard length > 0 else { return (.input, nil) }
    let range = cursor.range(from: start)
    if length > Path.maximumVariableName { report(.variableNameTooLong, range, isCertain: false) }
    return (.variable, EscapedText(range: range, contents: range, hasEscapes: false))
  }

  /// The bytes of a character that may stand in a variable's name: Unicode's ID_Start, then ID_Continue, or `_`.
  private func identifierStep(isFirst: Bool) -> Int? {
    guard let byte = cursor.current else { return nil }
    if byte < 0x80 {
      return byte.isLetter || byte == UInt8(ascii: "_") || (!isFirst && byte.isDigit) ? 1 : nil
    }
    guard let (scalar, length) = cursor.scalar else { return nil }
    let isAllowed = isFirst ? scalar.properties.isIDStart : scalar.properties.isIDContinue
    return isAllowed ? length : nil
  }

  // MARK: Segments

  /// - Returns: nil if the rest cannot be read, which was reported.
  private mutating func readSegment() -> Path.Segment? {
    let start = cursor.position
    var isDeep = false
    if cursor.skip(.dot) {
      isDeep = cursor.skip(.dot)
      guard let next = cursor.current else { return stop(.trailingDot, cursor.range(from: start)) }
      if next == .dot { return stop(.extraDot) }
    } else if cursor.current != .openBracket {
      guard cursor.current != .closeBracket, cursor.current != .asterisk else {
        return stop(.unexpectedInBrackets, isCertain: false)
      }
      report(.missingDot, cursor.characterRange(at: start), isCertain: false)
    }
    let selector =
      switch cursor.current {
      case .openBracket: readBrackets()
      case .asterisk: readWildcard()
      default: readDotName()
      }
    guard let selector else { return nil }
    return Path.Segment(range: cursor.range(from: start), selector: selector, isDeep: isDeep)
  }

  private mutating func stop(_ kind: PathProblem.Kind, _ range: ByteRange? = nil, isCertain: Bool = true)
    -> Path.Segment?
  {
    fail(kind, range, isCertain: isCertain)
    return nil
  }

  private mutating func readWildcard() -> Path.Selector {
    cursor.advance()
    return .wildcard
  }

  /// Reads a name up to `.`, `[` or `(`.
  private mutating func readDotName() -> Path.Selector? {
    let start = cursor.position
    var hasEscapes = false
    while let byte = cursor.current {
      switch byte {
      case .dot, .openBracket:
        return name(from: start, hasEscapes)
      case .blank:
        fail(.blankInName)
        return nil
      case .openParenthesis:
        return readFunction(from: start)
      case .backslash where cursor.position + 1 < cursor.end:
        hasEscapes = true
        cursor.advance(by: 2)
      default:
        cursor.advance()
      }
    }
    return name(from: start, hasEscapes)
  }

  private func name(from start: Int, _ hasEscapes: Bool) -> Path.Selector {
    let range = cursor.range(from: start)
    return .name(EscapedText(range: range, contents: range, hasEscapes: hasEscapes))
  }

  private mutating func readFunction(from start: Int) -> Path.Selector {
    let name = cursor.range(from: start)
    cursor.skip { $0 != .closeParenthesis }
    cursor.advance()
    report(.function, cursor.range(from: start), isCertain: false)
    return .function(name)
  }
}
