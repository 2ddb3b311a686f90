import SourceText

/// What an expression in HCL is, one level deep.
enum HCLExpression {
  /// A string in quotes, or a heredoc.
  case template(ByteRange)
  case object(ByteRange)
  /// Another literal: a number, a list, `true`, `false` or `null`.
  case literal(ByteRange)
  /// A path of names, such as `local.name`.
  case reference([String])
  /// A call of a function, with the range of each argument.
  case call(String, [ByteRange])
  /// What the one or the other answer to a question makes it.
  case conditional(ByteRange, ByteRange)
  /// An expression in parentheses.
  case group(ByteRange)
  case other

  /// - Parameter range: Of the whole expression in the source.
  init(_ range: ByteRange, in source: SourceFile, limits: Limits) {
    var cursor = HCLCursor(source, range, limits)
    self = Self.read(&cursor)
    cursor.skipBlanks(andLineEnds: true)
    guard !cursor.isAtEnd else { return }
    self = Self.conditional(HCLCursor(source, range, limits)) ?? .other
  }

  /// The first term; the cursor is behind it.
  private static func read(_ cursor: inout HCLCursor) -> HCLExpression {
    cursor.skipBlanks(andLineEnds: true)
    let start = cursor.position
    switch cursor.peek {
    case UInt8(ascii: "\""), UInt8(ascii: "<"):
      cursor.skipToken()
      return .template(cursor.range(from: start))
    case UInt8(ascii: "{"):
      cursor.skipToken()
      return .object(cursor.range(from: start))
    case UInt8(ascii: "["):
      cursor.skipToken()
      return .literal(cursor.range(from: start))
    case UInt8(ascii: "("):
      cursor.skipToken()
      return .group(ByteRange(UInt32(start + 1), UInt32(max(start + 1, cursor.position - 1))))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      cursor.skipExpression(.list)
      return .literal(cursor.range(from: start))
    default: return readName(&cursor)
    }
  }

  private static func readName(_ cursor: inout HCLCursor) -> HCLExpression {
    let start = cursor.position
    let names = cursor.readReference()
    guard let first = names.first else { return .other }
    if names.count == 1, ["true", "false", "null"].contains(first) {
      return .literal(cursor.range(from: start))
    }
    guard names.count == 1, cursor.peek == UInt8(ascii: "(") else { return .reference(names) }
    return .call(first, cursor.readArguments())
  }

  /// The two answers of `question ? answer : answer`.
  private static func conditional(_ start: HCLCursor) -> HCLExpression? {
    var cursor = start
    guard cursor.skip(to: UInt8(ascii: "?")) else { return nil }
    cursor.advance()
    let first = cursor.position
    guard cursor.skip(to: UInt8(ascii: ":")) else { return nil }
    let firstRange = cursor.range(from: first)
    cursor.advance()
    return .conditional(firstRange, ByteRange(UInt32(cursor.position), UInt32(cursor.end)))
  }
}

extension HCLCursor {
  /// A path of names with dots between them; empty if no name stands here. What follows an index or a splat is not
  /// read.
  mutating func readReference() -> [String] {
    var names: [String] = []
    while let name = readIdentifier() {
      names.append(text(in: name))
      guard peek == UInt8(ascii: ".") else { break }
      advance()
    }
    return names
  }

  /// At the parenthesis of a call: the ranges of its arguments, and passes it.
  mutating func readArguments() -> [ByteRange] {
    var arguments: [ByteRange] = []
    advance()
    while true {
      skipBlanks(andLineEnds: true)
      let start = position
      let last = skipExpression(.list)
      if last > start { arguments.append(ByteRange(UInt32(start), UInt32(last))) }
      guard peek == UInt8(ascii: ",") else { break }
      advance()
    }
    advance()
    return arguments
  }

  /// Passes tokens up to a sign outside of all brackets; false if it is not there.
  fileprivate mutating func skip(to sign: UInt8) -> Bool {
    while !isAtEnd, peek != sign {
      skipToken()
      skipBlanks(andLineEnds: true)
    }
    return !isAtEnd
  }
}
