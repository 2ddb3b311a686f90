import SourceText

/// A place in a text in HCL, Terraform's language, with what is known of its lexical grammar.
///
/// Nothing is refused: what has no end ends with the text, or a quoted string with its line. Every byte is passed once,
/// with at most `Limits.maximumNesting` levels of recursion, one for each template inside a template.
struct HCLCursor {
  let bytes: [UInt8]
  private(set) var position: Int
  let end: Int
  private let maximumNesting: Int
  private var nesting = 0

  init(_ source: SourceFile, _ range: ByteRange, _ limits: Limits) {
    bytes = source.bytes
    position = Int(range.start)
    end = min(Int(range.end), bytes.count)
    maximumNesting = limits.maximumNesting
  }

  var isAtEnd: Bool { position >= end }
  /// The byte here; 0 at the end.
  var peek: UInt8 { peek(0) }

  func peek(_ distance: Int) -> UInt8 {
    position + distance < end ? bytes[position + distance] : 0
  }

  func range(from start: Int) -> ByteRange { ByteRange(UInt32(start), UInt32(max(start, position))) }

  mutating func advance(_ count: Int = 1) { position = min(position + count, end) }

  /// - Parameter position: In the text that the cursor goes through.
  mutating func move(to position: Int) { self.position = min(position, end) }
}

// MARK: - Between tokens

extension HCLCursor {
  /// Passes blanks and comments.
  ///
  /// - Parameter lines: Whether line ends are blanks here, as they are inside of parentheses and square brackets.
  mutating func skipBlanks(andLineEnds lines: Bool) {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A where lines: position += 1
      default: guard skipComment() else { return }
      }
    }
  }

  /// Passes a comment, without the end of its line; false if there is none.
  private mutating func skipComment() -> Bool {
    switch (peek, peek(1)) {
    case (UInt8(ascii: "#"), _), (UInt8(ascii: "/"), UInt8(ascii: "/")):
      while position < end, bytes[position] != 0x0A { position += 1 }
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      position += 2
      while position < end, peek != UInt8(ascii: "*") || peek(1) != UInt8(ascii: "/") { position += 1 }
      advance(2)
    default: return false
    }
    return true
  }

  /// Letters, digits, `_`, `-`, and everything outside ASCII; nil if something else stands here.
  mutating func readIdentifier() -> ByteRange? {
    guard peek.isHCLLetter else { return nil }
    let start = position
    while peek.isHCLLetter || peek.isDigit || peek == UInt8(ascii: "-") { position += 1 }
    return range(from: start)
  }

  func text(in range: ByteRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}

// MARK: - Expressions

extension HCLCursor {
  /// Where an expression ends.
  enum Context {
    /// The value of an attribute: with its line, or before a closing brace.
    case attribute
    /// A member of an object: before a comma, besides.
    case member
    /// In parentheses or square brackets: before a comma or a closing bracket; line ends are blanks.
    case list

    var crossesLines: Bool { self == .list }
  }

  /// Whether an expression cannot go on here.
  func ends(_ context: Context) -> Bool {
    guard position < end else { return true }
    switch bytes[position] {
    case 0x0A: return context != .list
    case UInt8(ascii: ","): return context != .attribute
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): return true
    default: return false
    }
  }

  /// Passes the rest of an expression.
  ///
  /// - Returns: Where its last token ends.
  @discardableResult
  mutating func skipExpression(_ context: Context) -> Int {
    var last = position
    while true {
      skipBlanks(andLineEnds: context.crossesLines)
      if ends(context) { return last }
      skipToken()
      last = position
    }
  }

  /// Passes one token, or a whole bracket, string or heredoc.
  mutating func skipToken() {
    switch peek {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): skipBrackets()
    case UInt8(ascii: "\""): readQuoted { _ in }
    case UInt8(ascii: "<"):
      if let heredoc = heredoc { readLines(of: heredoc) { _ in } } else { advance() }
    default:
      if readIdentifier() == nil { advance() }
    }
  }

  /// At an opening bracket: passes everything up to the one that closes it.
  mutating func skipBrackets() {
    var open = 0
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        open += 1
        position += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        open -= 1
        position += 1
        if open <= 0 { return }
      case UInt8(ascii: "\""), UInt8(ascii: "<"): skipToken()
      default: if !skipComment() { position += 1 }
      }
    }
  }
}

// MARK: - Templates

extension HCLCursor {
  /// A part of a string or heredoc.
  enum TemplatePart {
    /// Text as it is; of a heredoc at most a line, with its end.
    case text(ByteRange)
    /// A backslash and what belongs to it, or a doubled sign before a brace.
    case escape(ByteRange)
    /// `${…}`
    case interpolation(ByteRange)
    /// `%{…}`
    case directive(ByteRange)
  }

  /// At a quote: visits the parts of the string and passes it.
  mutating func readQuoted(_ visit: (TemplatePart) -> Void) {
    position += 1
    var start = position
    while position < end, bytes[position] != 0x0A {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        finishText(from: start, visit)
        position += 1
        return
      case UInt8(ascii: "\\"):
        finishText(from: start, visit)
        start = position
        advance(lengthOfEscape)
        visit(.escape(range(from: start)))
        start = position
      default: readTemplateCharacter(&start, visit)
      }
    }
    finishText(from: start, visit)
  }

  private var lengthOfEscape: Int {
    switch peek(1) {
    case UInt8(ascii: "u"): 6
    case UInt8(ascii: "U"): 10
    case 0x0A: 1
    default: 2
    }
  }

  /// Visits the parts of a text that is a template all through.
  mutating func readBareTemplate(_ visit: (TemplatePart) -> Void) {
    var start = position
    while position < end { readTemplateCharacter(&start, visit) }
    finishText(from: start, visit)
  }

  /// Passes a byte of text, or whatever a dollar or percent sign begins.
  private mutating func readTemplateCharacter(_ start: inout Int, _ visit: (TemplatePart) -> Void) {
    let sign = bytes[position]
    guard sign == UInt8(ascii: "$") || sign == UInt8(ascii: "%") else {
      position += 1
      return
    }
    if peek(1) == sign, peek(2) == UInt8(ascii: "{") {
      finishText(from: start, visit)
      start = position
      position += 3
      visit(.escape(range(from: start)))
    } else if peek(1) == UInt8(ascii: "{") {
      finishText(from: start, visit)
      start = position
      skipSequence()
      let range = range(from: start)
      visit(sign == UInt8(ascii: "$") ? .interpolation(range) : .directive(range))
    } else {
      position += 1
      return
    }
    start = position
  }

  private func finishText(from start: Int, _ visit: (TemplatePart) -> Void) {
    if position > start { visit(.text(range(from: start))) }
  }

  /// At `${` or `%{`.
  private mutating func skipSequence() {
    guard nesting < maximumNesting else {
      position = end
      return
    }
    nesting += 1
    position += 1
    skipBrackets()
    nesting -= 1
  }
}

// MARK: - Heredocs

extension HCLCursor {
  /// A heredoc, from its first line on.
  struct Heredoc {
    let marker: ByteRange
    /// Whether the indentation that all lines share is no part of the text: `<<-`.
    let isIndented: Bool
    let body: Int
  }

  /// The heredoc that begins here, if one does.
  var heredoc: Heredoc? {
    guard peek == UInt8(ascii: "<"), peek(1) == UInt8(ascii: "<") else { return nil }
    var cursor = self
    let isIndented = peek(2) == UInt8(ascii: "-")
    cursor.advance(isIndented ? 3 : 2)
    guard let marker = cursor.readIdentifier() else { return nil }
    if cursor.peek == 0x0D { cursor.advance() }
    guard cursor.peek == 0x0A else { return nil }
    return Heredoc(marker: marker, isIndented: isIndented, body: cursor.position + 1)
  }

  /// Visits the parts of a heredoc and passes it, with its marker but without the end of that line.
  mutating func readLines(of heredoc: Heredoc, _ visit: (TemplatePart) -> Void) {
    position = heredoc.body
    var start = position
    while position < end {
      if position == heredoc.body || bytes[position - 1] == 0x0A, let behind = endOfMarker(heredoc) {
        finishText(from: start, visit)
        position = behind
        return
      }
      if bytes[position] == 0x0A {
        position += 1
        finishText(from: start, visit)
        start = position
      } else {
        readTemplateCharacter(&start, visit)
      }
    }
    finishText(from: start, visit)
  }

  /// Where the marker ends, if it is all there is on this line.
  private func endOfMarker(_ heredoc: Heredoc) -> Int? {
    var index = position
    while index < end, bytes[index].isHCLBlank { index += 1 }
    let behind = index + heredoc.marker.count
    guard behind <= end,
      bytes[index..<behind].elementsEqual(bytes[Int(heredoc.marker.start)..<Int(heredoc.marker.end)])
    else { return nil }
    index = behind
    while index < end, bytes[index].isHCLBlank { index += 1 }
    return index >= end || bytes[index] == 0x0A ? behind : nil
  }

  /// How many blanks all lines of a heredoc begin with that hold anything else.
  func indentation(of heredoc: Heredoc) -> Int {
    guard heredoc.isIndented else { return 0 }
    var least = Int.max
    var cursor = self
    cursor.readLines(of: heredoc) { part in
      switch part {
      case .text(let range):
        let line = bytes[Int(range.start)..<Int(range.end)]
        guard isAtLineStart(range, of: heredoc), let first = line.firstIndex(where: { !$0.isHCLBlank }),
          bytes[first] != 0x0A
        else { return }
        least = min(least, first - line.startIndex)
      case .escape(let range), .interpolation(let range), .directive(let range):
        if isAtLineStart(range, of: heredoc) { least = 0 }
      }
    }
    return least == Int.max ? 0 : least
  }

  func isAtLineStart(_ range: ByteRange, of heredoc: Heredoc) -> Bool {
    Int(range.start) == heredoc.body || bytes[Int(range.start) - 1] == 0x0A
  }
}

extension UInt8 {
  fileprivate var isHCLLetter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      0x80...0xFF:
      true
    default: false
    }
  }

  fileprivate var isHCLBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
