import SourceText
import Syntax

/// The text that an expression in HCL stands for, as it is put together.
///
/// What only Terraform knows is a placeholder `${…}` that shows the expression.
struct HCLText {
  private(set) var text: EmbeddedText
  /// Where the first `%{…}` stands: which parts of the text are there, Terraform decides.
  private(set) var directive: ByteRange?

  private let scope: HCLScope
  private var cursor: HCLCursor
  private var nesting = 0
  /// What stands for everything that is written: the reference that led to it.
  private var reference: ByteRange?

  init(_ scope: HCLScope) {
    self.scope = scope
    text = EmbeddedText(scope.limits)
    cursor = HCLCursor(scope.source, ByteRange(at: 0), scope.limits)
  }

  private mutating func write(_ part: some Collection<UInt8>, from origin: Embedding.Origin) {
    text.append(part, from: reference.map { .spelling($0) } ?? origin)
  }

  private mutating func write(_ part: StaticString, for range: ByteRange) {
    write(part.utf8Buffer, from: .spelling(range))
  }

  /// Writes bytes of the source as they are.
  private mutating func copy(_ range: ByteRange) {
    write(cursor.bytes[Int(range.start)..<Int(range.end)], from: .bytes(from: range.start))
  }

  /// Takes the place of an expression, with or without its own dollar sign and braces.
  private mutating func writePlaceholder(_ range: ByteRange, isWrapped: Bool = false) {
    let inner = cursor.bytes[Int(range.start)..<Int(range.end)]
    let shown = isWrapped ? inner.dropFirst(2).dropLast() : inner
    // It stands in a string of JSON, or where a value does: nothing in it may end either.
    let harmless = shown.map { byte in
      switch byte {
      case UInt8(ascii: "\""): UInt8(ascii: "'")
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      case UInt8(ascii: "{"): UInt8(ascii: "(")
      case UInt8(ascii: "}"): UInt8(ascii: ")")
      case 0..<0x20: UInt8(ascii: " ")
      default: byte
      }
    }
    text.append(
      Array("${".utf8) + harmless + [UInt8(ascii: "}")], from: .expression(reference ?? range))
  }
}

// MARK: - Templates

extension HCLText {
  /// Writes what a string or heredoc says.
  mutating func writeTemplate(_ range: ByteRange) {
    cursor = HCLCursor(scope.source, range, scope.limits)
    let parts = parts()
    for part in parts { write(part) { $0 } }
  }

  /// Writes what a text says that is a template all through.
  ///
  /// - Returns: The expression, if it is nothing but an interpolation.
  mutating func writeBareTemplate(_ range: ByteRange) -> ByteRange? {
    cursor = HCLCursor(scope.source, range, scope.limits)
    var parts: [HCLCursor.TemplatePart] = []
    cursor.readBareTemplate { parts.append($0) }
    for part in parts { write(part) { $0 } }
    guard parts.count == 1, case .interpolation(let range) = parts[0], range.count > 3 else { return nil }
    return ByteRange(range.start + 2, range.end - 1)
  }

  /// The parts of the string or heredoc here, without the indentation that does not count; passes it.
  private mutating func parts() -> [HCLCursor.TemplatePart] {
    var parts: [HCLCursor.TemplatePart] = []
    guard let heredoc = cursor.heredoc else {
      cursor.readQuoted { parts.append($0) }
      return parts
    }
    let indentation = cursor.indentation(of: heredoc)
    let start = cursor
    cursor.readLines(of: heredoc) { part in
      guard case .text(let range) = part, indentation > 0, start.isAtLineStart(range, of: heredoc) else {
        parts.append(part)
        return
      }
      let line = start.bytes[Int(range.start)..<Int(range.end)]
      let blanks = line.prefix(indentation).prefix { $0 == 0x20 || $0 == 0x09 }.count
      parts.append(.text(ByteRange(range.start + UInt32(blanks), range.end)))
    }
    return parts
  }

  /// - Parameter spell: How the text is spelt where it is written.
  private mutating func write(_ part: HCLCursor.TemplatePart, _ spell: ([UInt8]) -> [UInt8]) {
    switch part {
    case .text(let range): copy(range)
    case .escape(let range):
      let characters = HCLEscape.decode(cursor.bytes[Int(range.start)..<Int(range.end)])
      write(spell(characters), from: .spelling(range))
    case .interpolation(let range): writePlaceholder(range, isWrapped: true)
    case .directive(let range):
      if directive == nil { directive = range }
      writePlaceholder(range, isWrapped: true)
    }
  }
}

// MARK: - JSON

extension HCLText {
  /// Writes JSON that an expression stands for.
  mutating func writeJSON(_ range: ByteRange) {
    cursor = HCLCursor(scope.source, range, scope.limits)
    writeValue(.list)
  }

  private mutating func writeValue(_ context: HCLCursor.Context) {
    cursor.skipBlanks(andLineEnds: context.crossesLines)
    let start = cursor.position
    let length = text.bytes.count
    let isKnown = writeTerm()
    let end = cursor.position
    cursor.skipBlanks(andLineEnds: context.crossesLines)
    if isKnown, cursor.ends(context) { return }
    text.truncate(to: length)
    let last = cursor.ends(context) ? end : cursor.skipExpression(context)
    writePlaceholder(shortened(ByteRange(UInt32(start), UInt32(max(start, last)))))
  }

  /// The beginning of an expression that is too long to be shown. Expressions are inside each other: all of each would
  /// be too much.
  private func shortened(_ range: ByteRange) -> ByteRange {
    let longest: UInt32 = 200
    guard range.count > longest else { return range }
    var end = range.start + longest
    while end > range.start, cursor.bytes[Int(end)] & 0xC0 == 0x80 { end -= 1 }
    return ByteRange(range.start, end)
  }

  /// Writes the first term of an expression and passes it; false if it is not known what it stands for, and then it may
  /// not be passed as a whole.
  private mutating func writeTerm() -> Bool {
    switch cursor.peek {
    case UInt8(ascii: "\""), UInt8(ascii: "<"): return writeString()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard nesting < scope.limits.maximumNesting, !cursor.isFor else {
        cursor.skipBrackets()
        return false
      }
      nesting += 1
      if cursor.peek == UInt8(ascii: "{") { writeObject() } else { writeTuple() }
      nesting -= 1
      return true
    case UInt8(ascii: "("):
      guard nesting < scope.limits.maximumNesting else { return false }
      nesting += 1
      cursor.advance()
      writeValue(.list)
      nesting -= 1
      guard cursor.peek == UInt8(ascii: ")") else { return false }
      cursor.advance()
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return writeNumber()
    default: return writeName()
    }
  }

  private mutating func writeObject() {
    copyByte()
    var isFirst = true
    while true {
      let length = text.bytes.count
      if !isFirst { write(",", for: ByteRange(at: UInt32(cursor.position))) }
      guard let (name, sign) = cursor.readMemberName() else {
        text.truncate(to: length)
        break
      }
      isFirst = false
      let value = cursor
      writeName(name)
      cursor = value
      write(":", for: sign)
      writeValue(.member)
    }
    closeBracket("}")
  }

  private mutating func writeTuple() {
    copyByte()
    var isFirst = true
    while true {
      cursor.skipBlanks(andLineEnds: true)
      if cursor.isAtEnd || cursor.peek == UInt8(ascii: "]") || cursor.peek == UInt8(ascii: "}") { break }
      if cursor.peek == UInt8(ascii: ",") || cursor.peek == UInt8(ascii: ")") {
        cursor.advance()
        continue
      }
      if !isFirst { write(",", for: ByteRange(at: UInt32(cursor.position))) }
      isFirst = false
      writeValue(.list)
    }
    closeBracket("]")
  }

  private mutating func copyByte() {
    let start = cursor.position
    cursor.advance()
    copy(cursor.range(from: start))
  }

  private mutating func closeBracket(_ bracket: StaticString) {
    let start = cursor.position
    cursor.advance()
    write(bracket, for: cursor.range(from: start))
  }

  private mutating func writeName(_ name: HCLCursor.MemberName) {
    switch name {
    case .word(let range):
      write("\"", for: ByteRange(at: range.start))
      copy(range)
      write("\"", for: ByteRange(at: range.end))
    case .quoted(let range):
      cursor.move(to: Int(range.start))
      writeQuoted()
    case .expression(let range): writeComputedName(range)
    }
  }

  /// A name that an expression stands for: what a reference leads to if that is a string, else a placeholder.
  private mutating func writeComputedName(_ range: ByteRange) {
    if case .reference(let names) = scope.expression(range), let value = scope.value(of: names),
      case .template(let string) = scope.expression(value),
      follow(string, as: range, { $0.writeString() })
    {
      return
    }
    write("\"", for: ByteRange(at: range.start))
    writePlaceholder(range)
    write("\"", for: ByteRange(at: range.end))
  }

  /// Writes something else instead of what refers to it.
  private mutating func follow<Result>(
    _ target: ByteRange, as reference: ByteRange?, _ body: (inout HCLText) -> Result
  ) -> Result {
    let (here, outer) = (cursor, self.reference)
    cursor = HCLCursor(scope.source, target, scope.limits)
    self.reference = outer ?? reference
    let result = body(&self)
    (cursor, self.reference) = (here, outer)
    return result
  }
}

// MARK: - Scalars

extension HCLText {
  /// A string or heredoc; false if it is nothing but an interpolation, whose value is of any type.
  private mutating func writeString() -> Bool {
    let start = cursor
    guard cursor.peek == UInt8(ascii: "\"") || cursor.heredoc != nil else { return false }
    let parts = parts()
    if parts.count == 1, case .interpolation = parts[0] { return false }
    let (first, behind) = (UInt32(start.position), UInt32(cursor.position))
    write("\"", for: ByteRange(first, first + 1))
    for part in parts { writeJSONString(part) }
    write("\"", for: ByteRange(max(first, behind - 1), behind))
    return true
  }

  /// A string that is a name.
  private mutating func writeQuoted() {
    let start = UInt32(cursor.position)
    let parts = parts()
    write("\"", for: ByteRange(start, start + 1))
    for part in parts { writeJSONString(part) }
    let end = UInt32(cursor.position)
    write("\"", for: ByteRange(max(start, end - 1), end))
  }

  private mutating func writeJSONString(_ part: HCLCursor.TemplatePart) {
    guard case .text(let range) = part else { return write(part, HCLEscape.encodeForJSON) }
    // Heredocs hold what JSON escapes.
    var start = range.start
    for index in range.start..<range.end {
      let byte = cursor.bytes[Int(index)]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      if index > start { copy(ByteRange(start, index)) }
      write(HCLEscape.encodeForJSON([byte]), from: .spelling(ByteRange(index, index + 1)))
      start = index + 1
    }
    if start < range.end { copy(ByteRange(start, range.end)) }
  }

  private mutating func writeNumber() -> Bool {
    let start = cursor.position
    if cursor.peek == UInt8(ascii: "-") { cursor.advance() }
    while cursor.peek.isDigit || cursor.peek == UInt8(ascii: ".") || cursor.peek | 0x20 == UInt8(ascii: "e")
      || (cursor.peek == UInt8(ascii: "-") || cursor.peek == UInt8(ascii: "+"))
        && cursor.bytes[cursor.position - 1] | 0x20 == UInt8(ascii: "e")
    {
      cursor.advance()
    }
    let range = cursor.range(from: start)
    let text = cursor.text(in: range)
    guard Double(text) != nil, text.last != "." else { return false }
    if text.hasSuffix(".0") || text.hasPrefix("0") && text.count > 1 && !text.hasPrefix("0.") {
      guard let value = Double(text), let integer = Int(exactly: value) else { return false }
      write(Array(String(integer).utf8), from: .spelling(range))
    } else {
      copy(range)
    }
    return true
  }

  private mutating func writeName() -> Bool {
    let start = cursor.position
    let names = cursor.readReference()
    let range = cursor.range(from: start)
    switch names {
    case ["true"], ["false"], ["null"]:
      copy(range)
      return true
    default:
      guard cursor.peek != UInt8(ascii: "("), let value = scope.value(of: names) else { return false }
      return writeReferenced(value, by: range)
    }
  }

  private mutating func writeReferenced(_ value: ByteRange, by range: ByteRange) -> Bool {
    guard nesting < scope.limits.maximumNesting else { return false }
    let isCollection: Bool
    switch scope.expression(value) {
    case .object: isCollection = true
    case .literal, .template: isCollection = cursor.bytes[Int(value.start)] == UInt8(ascii: "[")
    case .reference(let names):
      guard let next = scope.value(of: names) else { return false }
      nesting += 1
      defer { nesting -= 1 }
      return writeReferenced(next, by: range)
    default: return false
    }
    // What is wrong with an object is mended where it stands; a name or number is wrong where it is used.
    nesting += 1
    let isKnown = follow(value, as: isCollection ? nil : range) { text in
      text.cursor.skipBlanks(andLineEnds: true)
      guard text.writeTerm() else { return false }
      text.cursor.skipBlanks(andLineEnds: true)
      return text.cursor.isAtEnd
    }
    nesting -= 1
    return isKnown
  }
}
