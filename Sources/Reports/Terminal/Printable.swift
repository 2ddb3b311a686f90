extension Unicode.Scalar {
  /// The scalar itself, or what is shown in place of one that would steer the terminal or mislead the reader:
  /// `·` for control characters and line separators, U+FFFD for invisible characters and those that turn the
  /// direction of the text around them.
  var printable: Unicode.Scalar {
    if (0x20..<0x7F).contains(value) { return self }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return "·"
    case .format where self != zeroWidthJoiner && self != zeroWidthNonJoiner: return "\u{FFFD}"
    default: return self
    }
  }
}

// Both are parts of words and emoji, and harmless.
private let zeroWidthNonJoiner: Unicode.Scalar = "\u{200C}"
private let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

extension String {
  /// The text on one line, without anything that would steer the terminal that shows it.
  public var printable: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.printable) }
    return String(result)
  }

  /// The same for a text of several lines.
  public var printableLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).printable }
      .joined(separator: "\n")
  }
}
