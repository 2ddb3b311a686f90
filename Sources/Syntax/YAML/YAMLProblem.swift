import CLibYAML
import SourceText

/// What libyaml could not read, in words for people who write definitions rather than parsers.
struct YAMLProblem {
  private let bytes: [UInt8]
  private let failure: YAMLFailure
  private let place: UInt32
  /// Where what was being read begins.
  private let beginning: UInt32?

  /// - Parameter offset: turns a mark of the failure into an offset in `bytes`.
  init(_ failure: YAMLFailure, bytes: [UInt8], offset: (yaml_mark_t) -> UInt32) {
    self.bytes = bytes
    self.failure = failure
    place = offset(failure.mark)
    beginning = failure.context.isEmpty ? nil : offset(failure.contextMark)
  }

  var defect: SyntaxDefect {
    indentationByTab ?? directiveProblem ?? scalarProblem ?? collectionProblem ?? tokenProblem
      ?? report(wordHere, failure.problem.isEmpty ? "it needs more memory than there is" : failure.problem)
  }

  private func report(_ range: ByteRange, related: ByteRange? = nil, _ detail: String) -> SyntaxDefect {
    SyntaxDefect(.invalidYAML, range, related: related, detail: detail)
  }
}

// MARK: - Problems that a reader finds

extension YAMLProblem {
  static let unreadableKey = "a key must be a text, not a list or mapping"
  static let unmergeable = "'<<' merges mappings only"
  static let tooManyDirectives = "it has more %TAG directives than can be read"

  /// - Parameter range: control characters, or others that YAML does not allow.
  static func forbiddenCharacter(_ bytes: [UInt8], _ range: ByteRange) -> String {
    let text = String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    let digits = text.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) } ?? ""
    return
      "the character U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits) is not allowed"
  }
}

// MARK: - Problems of libyaml's scanner

extension YAMLProblem {
  private var indentationByTab: SyntaxDefect? {
    let isTab = here == UInt8(ascii: "\t")
    guard failure.problem.contains("tab character") || isTab && isUnexpectedCharacter else { return nil }
    var end = Int(place)
    while end < bytes.count, bytes[end] == UInt8(ascii: "\t") { end += 1 }
    return report(ByteRange(place, UInt32(end)), "it is indented by a tab, and YAML allows only spaces")
  }

  private var isUnexpectedCharacter: Bool { failure.problem == "found character that cannot start any token" }

  private var directiveProblem: SyntaxDefect? {
    switch (failure.context, failure.problem) {
    case (_, "found unknown directive name"), (_, "could not find expected directive name"):
      needsQuotes(at: beginning ?? place)
    case (_, "found incompatible YAML document"):
      report(restOfLine(from: place), "the version of YAML must be 1.1 or 1.2")
    case (_, "found duplicate %YAML directive"), (_, "found duplicate %TAG directive"):
      report(restOfLine(from: place), "the document has this directive already")
    case (let context, _) where context.hasSuffix(" directive"):
      report(restOfLine(from: beginning ?? place), "this is no complete %YAML or %TAG directive")
    default: nil
    }
  }

  private var scalarProblem: SyntaxDefect? {
    switch (failure.context, failure.problem) {
    case ("while scanning a quoted scalar", _):
      return report(restOfLine(from: beginning ?? place), "the quote that begins here is not closed")
    case (_, "found unknown escape character"):
      let range = ByteRange(place, character(at: character(at: place).end).end)
      let advice = "write \\\\ for a backslash, or use single quotes"
      return report(range, "\(text(range)) means nothing in double quotes; \(advice)")
    case ("while parsing a quoted scalar", _):
      return report(
        character(at: place), "\\x, \\u and \\U need the 2, 4 or 8 hexadecimal digits of a character")
    case (_, "found an indentation indicator equal to 0"):
      return report(wordHere, "the number behind '|' or '>' is 1 to 9")
    case ("while scanning a block scalar", _):
      let range = restOfLine(from: beginning ?? place)
      return report(
        range, "'|' and '>' begin a text on the next lines; a value that begins with them needs quotes")
    case (_, "found unexpected ':'"):
      return report(wordHere, "a blank is expected behind this ':'")
    case ("while scanning an alias", _), ("while scanning an anchor", _):
      return needsQuotes(at: beginning ?? place)
    case ("while scanning a tag", _), ("while parsing a tag", _):
      return report(word(at: beginning ?? place), "it is no tag; a value that begins with '!' needs quotes")
    case (_, "found undefined tag handle"):
      return report(word(at: place), "no %TAG directive declares this prefix")
    default: return nil
    }
  }

  private func needsQuotes(at offset: UInt32) -> SyntaxDefect {
    report(word(at: offset), "a value that begins with '\(text(character(at: offset)))' needs quotes")
  }

  private var tokenProblem: SyntaxDefect? {
    switch failure.problem {
    case _ where isUnexpectedCharacter && here == UInt8(ascii: "%") && previous == UInt8(ascii: "{"):
      report(ByteRange(place - 1, place + 1), "an expression in {% %} needs quotes")
    case _ where isUnexpectedCharacter:
      needsQuotes(at: place)
    case "could not find expected ':'":
      report(restOfLine(from: beginning ?? place), "a key is expected here, with a ':' and a blank behind it")
    case "mapping values are not allowed in this context":
      report(
        character(at: place),
        "no ':' can stand here; a value with a ': ' in it needs quotes, and a key its own line")
    case "block sequence entries are not allowed in this context":
      report(character(at: place), "a list begins on a line of its own")
    case "mapping keys are not allowed in this context":
      report(character(at: place), "no '?' can stand here; a value that begins with it needs quotes")
    default: nil
    }
  }
}

// MARK: - Problems of libyaml's parser

extension YAMLProblem {
  private var collectionProblem: SyntaxDefect? {
    let related = beginning.map { character(at: $0) }
    switch failure.problem {
    case "did not find expected ',' or ']'" where isPlaceholder,
      "did not find expected ',' or '}'" where isPlaceholder:
      return report(restOfPlaceholder, related: related, "a '${…}' inside brackets needs quotes")
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      let bracket = related.map(text) ?? ""
      let closing = bracket == "[" ? "]" : "}"
      let detail = isAtEnd ? "the '\(bracket)' is not closed" : "a ',' or '\(closing)' is expected here"
      return report(wordHere, related: related, detail)
    case "did not find expected node content":
      return report(wordHere, "a value is expected here")
    case "did not find expected <document start>":
      return report(wordHere, "the document ends before this, and a new one begins with '---'")
    case "did not find expected key":
      return missingKey(related: beginning.map { word(at: $0) })
    case "did not find expected '-' indicator":
      let detail =
        beginsLine ? "the indentation of this line fits no line above" : "a '-' is expected here"
      return report(wordHere, related: related, detail)
    default: return nil
    }
  }

  /// Whether the brace of a `${…}` stands here, which in brackets begins a mapping.
  private var isPlaceholder: Bool { here == UInt8(ascii: "{") && previous == UInt8(ascii: "$") }

  private var restOfPlaceholder: ByteRange {
    let end = restOfLine(from: place).end
    let brace = bytes[Int(place)..<Int(end)].firstIndex(of: UInt8(ascii: "}")).map { UInt32($0 + 1) }
    return ByteRange(place - 1, brace ?? end)
  }

  private func missingKey(related: ByteRange?) -> SyntaxDefect {
    switch here {
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
      report(character(at: place), "this '\(text(character(at: place)))' belongs to no bracket")
    case UInt8(ascii: "-") where beginsLine:
      report(wordHere, related: related, "a list entry stands where a key is expected")
    case _ where beginsLine:
      report(wordHere, related: related, "the indentation of this line fits no line above")
    case _ where lastBefore == UInt8(ascii: "\"") || lastBefore == UInt8(ascii: "'"):
      report(wordHere, "the value ends at its closing quote")
    default:
      report(wordHere, related: related, "a key is expected here")
    }
  }
}

// MARK: - Places

extension YAMLProblem {
  private var isAtEnd: Bool { Int(place) >= bytes.count }
  /// The byte at the place of the problem; 0 at the end.
  private var here: UInt8 { isAtEnd ? 0 : bytes[Int(place)] }
  private var previous: UInt8 { place == 0 ? 0 : bytes[Int(place) - 1] }

  /// The last byte before the place, on its line, that is no blank; 0 if there is none.
  private var lastBefore: UInt8 {
    let line = bytes[..<Int(place)].reversed().prefix { $0 != 0x0A && $0 != 0x0D }
    return line.first { !$0.isBlank } ?? 0
  }

  private var beginsLine: Bool { lastBefore == 0 }

  private var wordHere: ByteRange { word(at: place) }

  private func text(_ range: ByteRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  private func character(at offset: UInt32) -> ByteRange {
    var end = min(Int(offset) + 1, bytes.count)
    while end < bytes.count, bytes[end].isContinuation { end += 1 }
    return ByteRange(min(offset, UInt32(end)), UInt32(end))
  }

  /// The characters from `offset` to a blank or something that YAML gives a meaning; nothing at the end of a
  /// line.
  private func word(at offset: UInt32) -> ByteRange {
    let rest = bytes[min(Int(offset), bytes.count)...]
    let length = rest.prefix { !$0.isBlank && !",[]{}".utf8.contains($0) }.count
    if length == 0, let first = rest.first, !first.isBlank { return character(at: offset) }
    let hasColon = length > 1 && rest[rest.startIndex + length - 1] == UInt8(ascii: ":")
    return ByteRange(offset, offset + UInt32(hasColon ? length - 1 : length))
  }

  /// From `offset` to the last character of its line.
  private func restOfLine(from offset: UInt32) -> ByteRange {
    let line = bytes[min(Int(offset), bytes.count)...].prefix { $0 != 0x0A && $0 != 0x0D }
    let end = line.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? line.startIndex
    return ByteRange(UInt32(line.startIndex), UInt32(end))
  }
}
