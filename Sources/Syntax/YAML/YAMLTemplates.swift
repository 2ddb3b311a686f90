import SourceText

extension ForeignTemplate {
  /// The first template directive in a text that YAML cannot be read from.
  ///
  /// Quoted texts, comments and block scalars are passed over, as far as a look at single lines can tell
  /// them. `{% %}` alone is no Jinja: Step Functions writes JSONata so. Nor is `{{resolve:…}}`, a reference
  /// of CloudFormation.
  static func defect(inYAML bytes: [UInt8]) -> SyntaxDefect? {
    var search = YAMLTemplateSearch(bytes)
    return search.run()
  }

  /// The words that statements begin with, so that other uses of the same brackets are told from them.
  fileprivate static let jinjaStatements: Set<String> = [
    "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "block", "endblock", "extends",
    "include",
    "import", "from", "macro", "endmacro", "call", "endcall", "filter", "endfilter", "raw", "endraw", "with",
    "endwith", "do", "autoescape", "endautoescape",
  ]
  fileprivate static let terraformDirectives: Set<String> = ["if", "else", "endif", "for", "endfor"]
}

private struct YAMLTemplateSearch {
  private let bytes: [UInt8]
  /// The indentation of the line that a block scalar began in: deeper lines belong to it.
  private var blockIndentation: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// O(bytes).
  mutating func run() -> SyntaxDefect? {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      if let defect = directive(inLine: start..<end) { return defect }
      start = end + 1
    }
    return nil
  }

  private mutating func directive(inLine line: Range<Int>) -> SyntaxDefect? {
    let indented = line.drop { bytes[$0].isBlank }
    guard let first = indented.first else { return nil }
    if let block = blockIndentation, first - line.lowerBound > block { return nil }
    // The entries of a list are indented by their dashes, too.
    let content = indented.drop { bytes[$0] == UInt8(ascii: "-") || bytes[$0].isBlank }
    var closing: Int?
    var index = content.lowerBound
    while index < content.upperBound {
      let beginsText = index == content.lowerBound || bytes[index - 1].precedesText
      if bytes[index] == UInt8(ascii: "#"), index == content.lowerBound || bytes[index - 1].isBlank { break }
      if bytes[index].isQuote, beginsText {
        index = endOfQuote(in: index..<content.upperBound)
        continue
      }
      if let language = language(in: index..<content.upperBound, closing: &closing) {
        return SyntaxDefect(
          .foreignTemplate, ByteRange(UInt32(index), UInt32(index + 2)), detail: language)
      }
      index += 1
    }
    let beginsBlock = beginsBlockScalar(content.lowerBound..<index)
    blockIndentation = beginsBlock ? content.lowerBound - line.lowerBound : nil
    return nil
  }

  /// At a quote: the offset behind the one that closes it, or the end of the line.
  private func endOfQuote(in rest: Range<Int>) -> Int {
    let quote = bytes[rest.lowerBound]
    var index = rest.lowerBound + 1
    while index < rest.upperBound, bytes[index] != quote {
      index += quote == UInt8(ascii: "\"") && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, rest.upperBound)
  }

  /// The language of the directive that begins here.
  ///
  /// - Parameter closing: where the line's last `}}` stands, once someone asked.
  private func language(in rest: Range<Int>, closing: inout Int?) -> String? {
    guard rest.count >= 2,
      let language = ForeignTemplate.language(bytes[rest.lowerBound], bytes[rest.lowerBound + 1])
    else { return nil }
    let text = bytes[(rest.lowerBound + 2)..<rest.upperBound]
    let isDirective: Bool
    switch (bytes[rest.lowerBound], bytes[rest.lowerBound + 1]) {
    case (UInt8(ascii: "{"), UInt8(ascii: "{")):
      if closing == nil { closing = lastClosing(in: rest) }
      isDirective = (closing ?? 0) > rest.lowerBound && !text.starts(with: "resolve:".utf8)
    case (UInt8(ascii: "{"), _):
      isDirective = ForeignTemplate.jinjaStatements.contains(word(in: text))
    case (UInt8(ascii: "%"), _):
      isDirective = ForeignTemplate.terraformDirectives.contains(word(in: text))
    default:
      isDirective = true
    }
    return isDirective ? language : nil
  }

  /// Where the last `}}` stands; 0 if there is none.
  private func lastClosing(in rest: Range<Int>) -> Int {
    rest.dropLast().last { bytes[$0] == UInt8(ascii: "}") && bytes[$0 + 1] == UInt8(ascii: "}") } ?? 0
  }

  /// The first word, behind the blanks and signs that may stand before it.
  private func word(in text: ArraySlice<UInt8>) -> String {
    let start = text.drop { $0.isBlank || "-+~".utf8.contains($0) }
    return String(
      decoding: start.prefix(14).prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }, as: UTF8.self)
  }

  /// Whether a line ends with `|` or `>` and what may stand behind it.
  private func beginsBlockScalar(_ line: Range<Int>) -> Bool {
    guard let last = line.last(where: { !bytes[$0].isBlank }) else { return false }
    var start = last
    while start > line.lowerBound, "+-123456789".utf8.contains(bytes[start]) { start -= 1 }
    return "|>".utf8.contains(bytes[start]) && (start == line.lowerBound || bytes[start - 1].isBlank)
  }
}

extension UInt8 {
  fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }

  /// Whether a quote behind this byte begins a quoted text.
  fileprivate var precedesText: Bool { isBlank || "[{,:(".utf8.contains(self) }
}
