import SourceText

/// How the members of objects in HCL are read.
extension HCLCursor {
  /// The name of a member.
  enum MemberName {
    /// A word without quotes.
    case word(ByteRange)
    /// A string, with its quotes.
    case quoted(ByteRange)
    /// An expression, in parentheses or not.
    case expression(ByteRange)
  }

  /// Whether `{` or `[` here begins an expression that makes its members from those of another.
  var isFor: Bool {
    var cursor = self
    cursor.advance()
    cursor.skipBlanks(andLineEnds: true)
    guard let word = cursor.readIdentifier(), cursor.text(in: word) == "for" else { return false }
    cursor.skipBlanks(andLineEnds: false)
    return cursor.readIdentifier() != nil
  }

  /// In an object, before a member or its end: the next member's name and the sign behind it. The cursor is before the
  /// value. Members without a value are passed over.
  ///
  /// - Returns: Nil at the end of the object; the cursor is at its brace, or at the end of the text.
  mutating func readMemberName() -> (name: MemberName, sign: ByteRange)? {
    while true {
      skipBlanks(andLineEnds: true)
      if isAtEnd || peek == UInt8(ascii: "}") { return nil }
      if peek == UInt8(ascii: ",") || peek == UInt8(ascii: "]") || peek == UInt8(ascii: ")") {
        advance()
        continue
      }
      let name = readName()
      skipBlanks(andLineEnds: false)
      let isSign = peek == UInt8(ascii: ":") || peek == UInt8(ascii: "=") && peek(1) != UInt8(ascii: "=")
      guard isSign else {
        skipExpression(.member)
        continue
      }
      let start = position
      advance()
      let sign = range(from: start)
      skipBlanks(andLineEnds: false)
      return (name, sign)
    }
  }

  private mutating func readName() -> MemberName {
    let start = position
    switch peek {
    case UInt8(ascii: "\""):
      readQuoted { _ in }
      return .quoted(range(from: start))
    case UInt8(ascii: "("):
      skipBrackets()
      return .expression(ByteRange(UInt32(start + 1), UInt32(max(start + 1, position - 1))))
    default:
      while peek.isDigit { advance() }
      if position > start || readIdentifier() != nil {
        let word = range(from: start)
        skipBlanks(andLineEnds: false)
        if peek == UInt8(ascii: "=") || peek == UInt8(ascii: ":") { return .word(word) }
      }
      while !ends(.member), peek != UInt8(ascii: "="), peek != UInt8(ascii: ":") { skipToken() }
      return .expression(range(from: start))
    }
  }

  /// The name of a member, as far as that is a text that stands there as it is, and its place without quotes.
  func text(of member: MemberName) -> (name: String, place: ByteRange)? {
    switch member {
    case .word(let range): return (text(in: range), range)
    case .quoted(let range):
      let inner = ByteRange(range.start + 1, max(range.start + 1, range.end - 1))
      let name = text(in: inner)
      return name.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") } ? nil : (name, inner)
    case .expression: return nil
    }
  }
}
