import SourceText

/// A decision that stands in a text not to see what rules find: `stateline:ignore RULE, RULE -- reason`.
struct IgnoreDirective {
  struct Name {
    let text: String
    /// In bytes of the text that holds the directive.
    let range: ByteRange
  }

  let names: [Name]
  /// What stands behind `--` up to the end of the line; nil if nothing does.
  let reason: String?
  /// The keyword and the names, in bytes of the text that holds the directive.
  let range: ByteRange
  /// Whether it is a `stateline:ignore-file`, about the whole file.
  let isAboutFile: Bool

  static let keyword: StaticString = "stateline:ignore"

  /// The directives of a text, in order. O(bytes).
  static func all(in text: UnsafeBufferPointer<UInt8>) -> [IgnoreDirective] {
    var directives: [IgnoreDirective] = []
    var scanner = DirectiveScanner(text)
    while scanner.findKeyword() {
      if let directive = scanner.readDirective() { directives.append(directive) }
    }
    return directives
  }

  /// Reads a text that is a directive but for its keyword: `RULE, RULE -- reason`.
  static func withoutKeyword(_ text: UnsafeBufferPointer<UInt8>) -> IgnoreDirective {
    var scanner = DirectiveScanner(text)
    return scanner.readContent(from: 0, isAboutFile: false)
  }
}

private struct DirectiveScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  private static let keyword = Array("stateline:ignore".utf8)

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// Goes to the next keyword.
  mutating func findKeyword() -> Bool {
    while position + Self.keyword.count <= text.count {
      if isAtKeyword { return true }
      position += 1
    }
    return false
  }

  private var isAtKeyword: Bool {
    guard text[position] == Self.keyword[0], position + Self.keyword.count <= text.count else { return false }
    return text[position..<(position + Self.keyword.count)].elementsEqual(Self.keyword)
  }

  /// Reads a directive at its keyword; nil if the keyword is a part of another word.
  mutating func readDirective() -> IgnoreDirective? {
    let start = position
    position += Self.keyword.count
    let isAboutFile = text[position...].starts(with: "-file".utf8)
    if isAboutFile { position += 5 }
    if position < text.count, isOfWord(text[position]) { return nil }
    return readContent(from: start, isAboutFile: isAboutFile)
  }

  mutating func readContent(from start: Int, isAboutFile: Bool) -> IgnoreDirective {
    var names: [IgnoreDirective.Name] = []
    var end = position
    repeat {
      skipBlanks()
      guard let name = readName() else { break }
      names.append(name)
      end = position
      skipBlanks()
    } while skip(UInt8(ascii: ","))
    return IgnoreDirective(
      names: names, reason: readReason(), range: ByteRange(UInt32(start), UInt32(end)),
      isAboutFile: isAboutFile)
  }

  private mutating func readName() -> IgnoreDirective.Name? {
    let start = position
    guard start < text.count, text[start] != UInt8(ascii: "-") else { return nil }
    while position < text.count, isOfWord(text[position]) { position += 1 }
    guard position > start else { return nil }
    return IgnoreDirective.Name(
      text: String(decoding: text[start..<position], as: UTF8.self),
      range: ByteRange(UInt32(start), UInt32(position)))
  }

  private mutating func readReason() -> String? {
    guard text[position...].starts(with: "--".utf8) else { return nil }
    position += 2
    let start = position
    while position < text.count, text[position] != 0x0A, text[position] != 0x0D, !isAtKeyword {
      position += 1
    }
    let words = String(decoding: text[start..<position], as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private func isOfWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}
