import SourceText

extension JSONReader {
  mutating func readCollection(_ kind: NodeKind) {
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
    let count = kind == .object ? readMembers() : readElements()
    guard !builder.nodes.isEmpty else { return }
    builder.close(id, end: UInt32(position), count: count)
    if kind == .object { DuplicateKeys.report(in: id, count: count, bytes: bytes, &builder) }
  }

  mutating func readElements() -> Int {
    var count = 0
    while !closes(UInt8(ascii: "]")) {
      readValue()
      count += 1
      guard !hasGivenUp else { break }
      skipSeparator(closing: UInt8(ascii: "]"))
    }
    return count
  }

  mutating func readMembers() -> Int {
    var count = 0
    while !closes(UInt8(ascii: "}")) {
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

  mutating func readMemberValue() {
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
  mutating func readKey() -> Bool {
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
  mutating func skipToEndOfMember() {
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
  mutating func closes(_ bracket: UInt8) -> Bool {
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
  mutating func skipSeparator(closing bracket: UInt8) {
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

  func startsEntry(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "$"): true
    default: byte.isWordByte || byte == UInt8(ascii: "-")
    }
  }
}
