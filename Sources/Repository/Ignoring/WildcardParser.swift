/// Compiles the text of a wildcard pattern, bracket for bracket as git reads it.
struct WildcardParser {
  private let text: ArraySlice<UInt8>
  /// Whether it is matched against a path, in which slashes part folders, and not against a single name.
  private let isPath: Bool
  private var index: Int
  private var tokens: [Wildcard.Token] = []

  /// - Returns: nil of a pattern that is malformed and so, to git, matches nothing.
  static func parse(_ text: ArraySlice<UInt8>, isPath: Bool) -> Wildcard? {
    var parser = WildcardParser(text: text, isPath: isPath)
    while let byte = parser.next() {
      guard let token = parser.token(from: byte) else { return nil }
      parser.tokens.append(token)
    }
    return Wildcard(parser.tokens)
  }

  private init(text: ArraySlice<UInt8>, isPath: Bool) {
    self.text = text
    self.isPath = isPath
    index = text.startIndex
  }

  private func peek(_ distance: Int = 0) -> UInt8? {
    index + distance < text.endIndex ? text[index + distance] : nil
  }

  private mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    index += 1
    return byte
  }

  /// - Parameter byte: The one that was just read.
  private mutating func token(from byte: UInt8) -> Wildcard.Token? {
    switch byte {
    case UInt8(ascii: "*"): return stars()
    case UInt8(ascii: "?"): return .oneOf(anything)
    case UInt8(ascii: "["): return bracket().map(Wildcard.Token.oneOf)
    case UInt8(ascii: "\\"): return next().map(Wildcard.Token.byte)
    case slash where isAfterStarStar: return .folderSlash
    default: return .byte(byte)
    }
  }

  /// An escaped slash after `**` is a slash like any other.
  private var isAfterStarStar: Bool {
    tokens.last == .starStar
  }

  private var anything: ByteSet {
    var set = ByteSet()
    set.invert()
    if isPath { set.remove(slash) }
    return set
  }

  /// Two stars or more cross folders if they stand alone between slashes, and are one star elsewhere.
  private mutating func stars() -> Wildcard.Token {
    let start = index - 1
    while peek() == UInt8(ascii: "*") { index += 1 }
    let isAtStart = start == text.startIndex || text[start - 1] == slash
    let isAtEnd = peek() == nil || peek() == slash || (peek() == UInt8(ascii: "\\") && peek(1) == slash)
    return isPath && index - start > 1 && isAtStart && isAtEnd ? .starStar : .star
  }

}

// MARK: - Brackets

extension WildcardParser {
  /// The set that brackets name, from after the opening one to after the closing one; nil if malformed.
  private mutating func bracket() -> ByteSet? {
    let isNegated = peek() == UInt8(ascii: "!") || peek() == UInt8(ascii: "^")
    if isNegated { index += 1 }
    var set = ByteSet()
    // What a dash would begin a range from: a lone byte, not a range or class.
    var previous: UInt8?
    let start = index
    while let byte = peek() {
      // A closing bracket that comes first stands for itself.
      if byte == UInt8(ascii: "]"), index > start { break }
      if byte == UInt8(ascii: "-"), let lower = previous, peek(1) != nil, peek(1) != UInt8(ascii: "]") {
        index += 1
        guard let upper = member() else { return nil }
        if lower <= upper { set.formUnion(ByteSet(lower...upper)) }
        previous = nil
      } else if let name = className {
        guard let named = ByteSet(posixClass: name) else { return nil }
        set.formUnion(named)
        index = name.endIndex + 2
        previous = nil
      } else {
        guard let byte = member() else { return nil }
        set.insert(byte)
        previous = byte
      }
    }
    guard next() != nil else { return nil }
    if isNegated { set.invert() }
    if isPath { set.remove(slash) }
    return set
  }

  /// A byte that stands for itself, perhaps escaped.
  private mutating func member() -> UInt8? {
    let byte = next()
    return byte == UInt8(ascii: "\\") ? next() : byte
  }

  /// What stands between `[:` and `:]` here; nil if something else does.
  private var className: ArraySlice<UInt8>? {
    guard peek() == UInt8(ascii: "["), peek(1) == UInt8(ascii: ":") else { return nil }
    let rest = text[(index + 2)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "]")), rest[..<end].last == UInt8(ascii: ":") else {
      return nil
    }
    return rest[..<(end - 1)]
  }
}
