import SourceText

/// Reads JSON as RFC 8259 has it, and goes on after an error as a person would: a missing comma does not hide
/// the rest.
///
/// Outside strict JSON one thing is understood: an unquoted `${Name}` where a value stands.
struct JSONReader: ~Copyable {
  let bytes: [UInt8]
  var position: Int
  var builder: TreeBuilder
  var depth = 0
  /// Set when the rest of the text is not worth reading: it is nested too deeply or in another language.
  var hasGivenUp = false

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
  mutating func readDocument() {
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

  mutating func readValue() {
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

  mutating func readWord() {
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

  mutating func readNumber() {
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
  mutating func skipDigits() -> Bool {
    let start = position
    while peek &- UInt8(ascii: "0") < 10 { position += 1 }
    return position > start
  }

  /// At `${`: skips to behind the last brace that closes it, on the same line, and whatever is glued to it.
  mutating func skipPlaceholder() {
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
