import SourceText

/// Reads JSON as RFC 8259 has it, and goes on after an error as a person would: a missing comma does not hide
/// the rest.
///
/// Outside strict JSON one thing is understood: an unquoted `${Name}` where a value stands.
struct JSONReader: ~Copyable {
  private let bytes: [UInt8]
  private var position: Int
  private var builder: TreeBuilder
  private var depth = 0
  private var duplicateKeys = DuplicateKeys()
  /// Set when the rest of the text is not worth reading: it is nested too deeply or in another language.
  private var hasGivenUp = false

  static func read(_ source: SourceFile, limits: Limits) -> SyntaxTree {
    var reader = JSONReader(source, limits: limits)
    reader.readDocument()
    return reader.finish(source)
  }

  private init(_ source: SourceFile, limits: Limits) {
    bytes = source.bytes
    position = source.byteOrderMarkLength
    // Definitions as people indent them have a node in 14 to 25 bytes.
    builder = TreeBuilder(limits: limits, expectedNodes: source.bytes.count / 16 + 4)
  }

  private consuming func finish(_ source: SourceFile) -> SyntaxTree {
    if builder.nodes.isEmpty { builder.append(.missing, ByteRange(at: UInt32(bytes.count))) }
    return SyntaxTree(builder, source: source, notation: .json, roots: [NodeID(0)])
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func readDocument() {
    if let defect = EncodingCheck.defect(in: bytes) {
      builder.report(defect)
      // Bytes that are no text at all are not worth a second word.
      if defect.kind != .invalidUTF8 { return }
    }
    skipBlanks()
    guard position < bytes.count else {
      builder.report(SyntaxDefect(.emptyText, ByteRange(0, UInt32(bytes.count))))
      return
    }
    readValue()
    skipBlanks()
    if position < bytes.count, !hasGivenUp {
      builder.report(SyntaxDefect(.contentAfterValue, range(from: position, to: endOfWord(from: position))))
    }
    let harmless: Set<SyntaxDefect.Kind> = [.comment, .extraComma, .duplicateKey, .foreignTemplate]
    if builder.defects.contains(where: { !harmless.contains($0.kind) }),
      let template = ForeignTemplate.defect(in: bytes)
    {
      builder.abandon(because: template)
    }
  }

  private mutating func readValue() {
    let start = position
    switch peek {
    case _ where ForeignTemplate.language(peek, next) != nil:
      giveUpOnTemplate()
    case UInt8(ascii: "{"):
      readCollection(.object)
    case UInt8(ascii: "["):
      readCollection(.array)
    case UInt8(ascii: "\""):
      readString(.string)
    case UInt8(ascii: "'"):
      readSingleQuotedString(.string)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      readNumber()
    case UInt8(ascii: "$") where next == UInt8(ascii: "{"):
      skipPlaceholder()
      builder.append(.placeholder, range(from: start))
    default:
      readWord()
    }
  }

  private mutating func readWord() {
    let start = position
    position = endOfWord(from: start)
    let word = range(from: start)
    switch String(decoding: bytes[start..<position], as: UTF8.self) {
    case "true": builder.append(.boolean, word, payload: 1)
    case "false": builder.append(.boolean, word)
    case "null": builder.append(.null, word)
    default:
      let startsLikeWord = bytes[start].isWordByte
      builder.report(SyntaxDefect(startsLikeWord ? .unknownWord : .unexpectedCharacter, word))
      builder.append(.missing, word)
    }
  }

  private mutating func readNumber() {
    let start = position
    var isStrict = true
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") {
      position += 1
    } else if !skipDigits() {
      isStrict = false
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      if !skipDigits() { isStrict = false }
    }
    if peek | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      if !skipDigits() { isStrict = false }
    }
    let end = endOfWord(from: position)
    if end == position, isStrict {
      builder.append(.number, range(from: start))
    } else {
      position = max(end, start + 1)
      builder.report(SyntaxDefect(.invalidNumber, range(from: start)))
      builder.append(.missing, range(from: start))
    }
  }

  /// Skips digits; false if there is none.
  private mutating func skipDigits() -> Bool {
    let start = position
    while peek &- UInt8(ascii: "0") < 10 { position += 1 }
    return position > start
  }

  /// At `${`: skips to behind the last brace that closes it, on the same line, and whatever is glued to it.
  private mutating func skipPlaceholder() {
    var braces = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"):
        if braces == 0 { return }
        braces -= 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: " "), UInt8(ascii: "\t"):
        if braces == 0 { return }
      default: break
      }
      position += 1
    }
  }
}

// MARK: - Collections

extension JSONReader {
  private mutating func readCollection(_ kind: NodeKind) {
    let start = position
    guard depth < builder.limits.maximumNesting else {
      builder.report(SyntaxDefect(.nestingTooDeep, range(from: start, to: start + 1)))
      builder.append(.missing, range(from: start, to: start + 1))
      giveUp()
      return
    }
    depth += 1
    defer { depth -= 1 }
    let id = builder.open(kind, at: UInt32(start))
    position += 1
    let count = kind == .object ? readMembers(of: id) : readElements()
    guard !builder.nodes.isEmpty else { return }
    builder.close(id, end: UInt32(position), count: count)
    if kind == .object, count > 1 { duplicateKeys.report(in: id, bytes: bytes, &builder) }
  }

  private mutating func readElements() -> Int {
    var count = 0
    while !closes(UInt8(ascii: "]"), isEmpty: count == 0) {
      readValue()
      count += 1
      guard !hasGivenUp else { break }
      skipSeparator(closing: UInt8(ascii: "]"))
    }
    return count
  }

  private mutating func readMembers(of object: NodeID) -> Int {
    var count = 0
    while !closes(UInt8(ascii: "}"), isEmpty: count == 0) {
      guard readKey() else {
        if hasGivenUp { break }
        continue
      }
      readMemberValue()
      count += 1
      guard !hasGivenUp else { break }
      skipSeparator(closing: UInt8(ascii: "}"))
    }
    return count
  }

  private mutating func readMemberValue() {
    let endOfKey = position
    skipBlanks()
    if peek == UInt8(ascii: ":") {
      position += 1
      skipBlanks()
    } else {
      builder.report(SyntaxDefect(.missingColon, range(from: endOfKey, to: endOfKey)))
    }
    if position >= bytes.count || peek == UInt8(ascii: ",") || peek == UInt8(ascii: "}")
      || peek == UInt8(ascii: "]")
    {
      builder.report(SyntaxDefect(.missingValue, range(from: endOfKey, to: position)))
      builder.append(.missing, range(from: position, to: position))
    } else {
      readValue()
    }
  }

  /// Reads a key; false when there is none, and then at least one byte was passed.
  private mutating func readKey() -> Bool {
    let start = position
    switch peek {
    case UInt8(ascii: "\""):
      readString(.key)
      return true
    case UInt8(ascii: "'"):
      readSingleQuotedString(.key)
      return true
    case _ where ForeignTemplate.language(peek, next) != nil:
      giveUpOnTemplate()
      return false
    default:
      position = max(endOfWord(from: start), start + 1)
      builder.report(SyntaxDefect(.missingKey, range(from: start)))
      skipBlanks()
      guard bytes[start].isWordByte, peek == UInt8(ascii: ":") else {
        skipToEndOfMember()
        return false
      }
      builder.append(.key, range(from: start, to: endOfWord(from: start)))
      return true
    }
  }

  /// Passes what stands where a member should, to behind the next comma or before the next closing bracket.
  private mutating func skipToEndOfMember() {
    var nesting = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): nesting += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if nesting == 0 { return }
        nesting -= 1
      case UInt8(ascii: ",") where nesting == 0:
        position += 1
        return
      case UInt8(ascii: "\n") where nesting == 0: return
      default: break
      }
      position += 1
    }
  }

  /// Whether the collection ends here; passes its bracket if so. At the end of the text it ends with a
  /// defect.
  private mutating func closes(_ bracket: UInt8, isEmpty: Bool) -> Bool {
    skipBlanks()
    while peek == UInt8(ascii: ","), position < bytes.count {
      builder.report(SyntaxDefect(.extraComma, range(from: position, to: position + 1)))
      position += 1
      skipBlanks()
    }
    guard position < bytes.count else {
      if !hasGivenUp { builder.report(SyntaxDefect(.unexpectedEnd, range(from: position, to: position))) }
      giveUp()
      return true
    }
    if bytes[position] == bracket {
      position += 1
      return true
    }
    let other = bracket == UInt8(ascii: "]") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    guard bytes[position] == other else { return false }
    builder.report(SyntaxDefect(.mismatchedBracket, range(from: position, to: position + 1)))
    // A single wrong bracket is taken for the right one; where two follow each other, the first is missing.
    position += 1
    return true
  }

  /// Passes the comma between two entries; where it is missing and another entry follows, says so.
  private mutating func skipSeparator(closing bracket: UInt8) {
    let endOfEntry = position
    skipBlanks()
    if peek == UInt8(ascii: ",") {
      let comma = position
      position += 1
      skipBlanks()
      if peek == bracket, position < bytes.count {
        builder.report(SyntaxDefect(.extraComma, range(from: comma, to: comma + 1)))
      }
      return
    }
    guard position < bytes.count, peek != UInt8(ascii: "}"), peek != UInt8(ascii: "]") else { return }
    if startsEntry(peek) {
      builder.report(SyntaxDefect(.missingComma, range(from: endOfEntry, to: endOfEntry)))
    } else if ForeignTemplate.language(peek, next) != nil {
      giveUpOnTemplate()
    } else {
      let start = position
      position = max(endOfWord(from: start), start + 1)
      builder.report(SyntaxDefect(.unexpectedCharacter, range(from: start)))
      skipToEndOfMember()
    }
  }

  private func startsEntry(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "$"): true
    default: byte.isWordByte || byte == UInt8(ascii: "-")
    }
  }
}

// MARK: - Strings

extension JSONReader {
  /// At the opening quote. Most strings end without an escape, and then nothing is copied.
  private mutating func readString(_ kind: NodeKind) {
    let start = position
    position = endOfPlainText(from: start + 1)
    if peek == UInt8(ascii: "\"") {
      position += 1
      builder.append(kind, range(from: start), quoted: true)
    } else {
      readSpecialString(kind, from: start)
    }
  }

  /// The first byte from `start` on that ends a string or needs a second look: a quote, a backslash or a control.
  private func endOfPlainText(from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        index += 1
      }
      return index
    }
  }

  /// Reads on a string that has an escape or a fault.
  private mutating func readSpecialString(_ kind: NodeKind, from start: Int) {
    var text = Array(bytes[(start + 1)..<position])
    var hasReportedControl = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        builder.append(kind, range(from: start), decoded: text)
        return
      case UInt8(ascii: "\\"):
        readEscape(into: &text)
        continue
      case 0..<0x20:
        let endsLine = byte == 0x0A || byte == 0x0D
        if endsLine, !continuesBehindLine() {
          return endUnterminated(kind, from: start, text)
        }
        if !hasReportedControl {
          builder.report(SyntaxDefect(.controlCharacter, range(from: position, to: position + 1)))
          hasReportedControl = true
        }
      default: break
      }
      text.append(byte)
      position += 1
    }
    endUnterminated(kind, from: start, text)
  }

  private mutating func endUnterminated(_ kind: NodeKind, from start: Int, _ text: [UInt8]) {
    builder.report(SyntaxDefect(.unterminatedString, range(from: start)))
    builder.append(kind, range(from: start), decoded: text)
  }

  /// Whether the string, at a line break, seems to go on: its next quote ends a value, as in a text with bare
  /// breaks.
  private func continuesBehindLine() -> Bool {
    guard var index = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) else { return false }
    index += 1
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    guard index < bytes.count else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[index])
  }

  /// At a backslash: decodes the escape; an unknown one stands for itself.
  private mutating func readEscape(into text: inout [UInt8]) {
    let start = position
    position += 2
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      position = start
      readUnicodeEscape(into: &text)
    default:
      position = min(start + 1, bytes.count)
      builder.report(SyntaxDefect(.invalidEscape, range(from: start, to: min(start + 2, bytes.count))))
      text.append(UInt8(ascii: "\\"))
    }
  }

  private mutating func readUnicodeEscape(into text: inout [UInt8]) {
    let start = position
    guard let first = codeUnit(at: start) else {
      position = start + 2
      builder.report(SyntaxDefect(.invalidEscape, range(from: start, to: min(start + 6, bytes.count))))
      return
    }
    position = start + 6
    var value = UInt32(first)
    if 0xD800..<0xDC00 ~= value, let second = codeUnit(at: position), 0xDC00..<0xE000 ~= second {
      value = 0x10000 + (value - 0xD800) << 10 + UInt32(second) - 0xDC00
      position += 6
    }
    // A lone surrogate is allowed by the grammar and stands for no character.
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The value of `\uXXXX` at `index`; nil if something else stands there.
  private func codeUnit(at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      guard let digit = byte.hexadecimalValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  private mutating func readSingleQuotedString(_ kind: NodeKind) {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "'"), bytes[position] >= 0x20 {
      position += 1
    }
    let text = bytes[(start + 1)..<position]
    if peek == UInt8(ascii: "'") { position += 1 }
    builder.report(SyntaxDefect(.singleQuotes, range(from: start)))
    builder.append(kind, range(from: start), decoded: text)
  }
}

// MARK: - Bytes

extension JSONReader {
  /// The byte here; 0 at the end.
  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }
  private var next: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : 0 }

  private func range(from start: Int) -> ByteRange { range(from: start, to: position) }

  private func range(from start: Int, to end: Int) -> ByteRange {
    ByteRange(UInt32(start), UInt32(max(start, min(end, bytes.count))))
  }

  /// The end of a run of letters, digits and the like; at least one character long unless a separator stands
  /// there.
  private func endOfWord(from start: Int) -> Int {
    var end = start
    while end < bytes.count,
      bytes[end].isWordByte || bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    if end == start, end < bytes.count, !bytes[end].isSeparator {
      end += 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return end
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isBlank {
        position += 1
        if byte == 0x0A { skipIndentation() }
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "/") || next == UInt8(ascii: "*") {
        skipComment()
      } else if byte == UInt8(ascii: "#") {
        skipComment()
      } else {
        return
      }
    }
  }

  /// Half of a definition that people can read is indentation: eight spaces are skipped at a time.
  private mutating func skipIndentation() {
    position = bytes.withUnsafeBytes { [position] bytes in
      var index = position
      while index + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0x2020_2020_2020_2020
      {
        index += 8
      }
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      return index
    }
  }

  private mutating func skipComment() {
    let start = position
    let isBlock = next == UInt8(ascii: "*")
    position += 2
    while position < bytes.count {
      if isBlock, peek == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        position += 2
        break
      }
      if !isBlock, peek == 0x0A || peek == 0x0D { break }
      position += 1
    }
    position = min(position, bytes.count)
    builder.report(SyntaxDefect(.comment, range(from: start)))
  }

  private mutating func giveUp() {
    hasGivenUp = true
    position = bytes.count
  }

  private mutating func giveUpOnTemplate() {
    let range = range(from: position, to: position + 2)
    builder.abandon(
      because: SyntaxDefect(.foreignTemplate, range, detail: ForeignTemplate.language(peek, next)))
    giveUp()
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Letters, digits, `_`, `.`, and everything outside ASCII: what people put into a word.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  fileprivate var isSeparator: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): true
    default: isBlank
    }
  }

  var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
