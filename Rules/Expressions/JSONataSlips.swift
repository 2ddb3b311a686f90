import Linting

/// A slip that people make in JSONata who know other languages.
struct JSONataSlip {
  /// What to write instead.
  let help: String
  /// What surely mends it.
  private(set) var change: (range: ByteRange, text: String)?

  var title: String { change?.text.isEmpty == true ? "Remove it" : help.dropLastFullStop }
}

extension JSONataSlip {
  /// The slip behind an error in an expression; nil if there is none that is known.
  init?(_ error: JSONataError, in text: [UInt8]) {
    let start = Int(error.range.start)
    let offender = text[start..<Int(error.range.end)]
    let before = start > 0 ? text[start - 1] : 0
    let after = error.range.end < text.count ? text[Int(error.range.end)] : 0
    switch error.kind {
    case .operandExpected:
      guard let slip = Self.pair(before, offender.first ?? 0, error.range, text) else { return nil }
      self = slip
    case .unexpectedToken:
      guard let slip = Self.token(offender, after, error.range, text) else { return nil }
      self = slip
    case .expected(.rightBracket, atEnd: false) where offender.first == UInt8(ascii: ":"):
      self = Self.slice
    case .emptyRegex: self.init(help: "A comment stands between /* and */.")
    case .unknownOperator where offender.first == UInt8(ascii: "!"):
      self.init(help: "Write $not(…).")
    case .unknownEscape where offender.first == UInt8(ascii: "'"):
      self.init(help: "Put a text with an apostrophe in double quotes.")
    default: return nil
    }
  }

  /// A token that is no operand, behind the byte before it.
  private static func pair(
    _ before: UInt8, _ byte: UInt8, _ range: ByteRange, _ text: [UInt8]
  ) -> JSONataSlip? {
    let both = ByteRange(max(range.start, 1) - 1, range.end)
    switch (before, byte) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")):
      return JSONataSlip(help: "Values are compared with a single \"=\".", change: (range, ""))
    case (UInt8(ascii: "&"), UInt8(ascii: "&")):
      return JSONataSlip(help: "Write \"and\".", change: (both, "and".spaced(around: both, in: text)))
    case (UInt8(ascii: "<"), UInt8(ascii: ">")):
      return JSONataSlip(help: "Write \"!=\".", change: (both, "!="))
    case (UInt8(ascii: "="), UInt8(ascii: ">")):
      return JSONataSlip(help: "A function is written function($x) { … }.")
    case (UInt8(ascii: "["), UInt8(ascii: ":")): return slice
    case (UInt8(ascii: "%"), UInt8(ascii: "}")): return interpolation
    case (UInt8(ascii: "["), UInt8(ascii: "?")):
      return JSONataSlip(help: "This is a filter of JSONPath. In JSONata it is written [price < 10].")
    default: return lastNonBlank(text, before: range) == UInt8(ascii: ",") ? afterComma(byte) : nil
    }
  }

  private static let slice = JSONataSlip(help: "Several items are taken with [[0..2]].")

  private static let interpolation = JSONataSlip(
    help: "A string holds one expression, whose parts are joined with &.")

  private static func afterComma(_ byte: UInt8) -> JSONataSlip? {
    [UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")")].contains(byte)
      ? JSONataSlip(help: "Remove the comma before it.") : nil
  }

  private static func lastNonBlank(_ text: [UInt8], before range: ByteRange) -> UInt8? {
    text[..<Int(range.start)].last { $0 > 0x20 }
  }

  /// A token behind a complete expression.
  private static func token(
    _ offender: ArraySlice<UInt8>, _ after: UInt8, _ range: ByteRange, _ text: [UInt8]
  ) -> JSONataSlip? {
    let both = ByteRange(range.start, min(range.end + 1, UInt32(text.count)))
    let word = String(decoding: offender, as: UTF8.self)
    switch word {
    case "|" where after == UInt8(ascii: "|"):
      return JSONataSlip(help: "Write \"or\".", change: (both, "or".spaced(around: both, in: text)))
    case "AND", "OR", "IN", "And", "Or", "In":
      return JSONataSlip(help: "Write \"\(word.lowercased())\".", change: (range, word.lowercased()))
    case "..": return JSONataSlip(help: "Everything below is found with **, as in $states.input.**.id.")
    case "}" where text[..<Int(range.start)].last == UInt8(ascii: "%"):
      return interpolation
    default: return nil
    }
  }
}

extension String {
  /// The word with blanks where it would grow together with what stands around the range that it takes the place of.
  fileprivate func spaced(around range: ByteRange, in text: [UInt8]) -> String {
    let touchesLeft = range.start > 0 && text[Int(range.start) - 1] > 0x20
    let touchesRight = Int(range.end) < text.count && text[Int(range.end)] > 0x20
    return (touchesLeft ? " " : "") + self + (touchesRight ? " " : "")
  }

  fileprivate var dropLastFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
