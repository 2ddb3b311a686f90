/// A way to write names of several words.
enum Casing: String, CaseIterable, Sendable {
  case pascal = "PascalCase"
  case camel = "camelCase"
  case snake = "snake_case"
  case kebab = "kebab-case"
  case screamingSnake = "SCREAMING_SNAKE_CASE"

  private var separator: Unicode.Scalar? {
    switch self {
    case .pascal, .camel: nil
    case .snake, .screamingSnake: "_"
    case .kebab: "-"
    }
  }

  /// Whether a name is written so: letters and digits, a letter first, single separators between them. Letters without
  /// case, as in Japanese, pass for either case.
  func describes(_ name: String) -> Bool {
    var previous: Unicode.Scalar?
    for scalar in name.unicodeScalars {
      if let separator, scalar == separator {
        guard let last = previous, last != separator else { return false }
      } else {
        guard allows(scalar, isFirst: previous == nil) else { return false }
      }
      previous = scalar
    }
    return previous != nil && previous != separator
  }

  private func allows(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    guard scalar.isLetter || scalar.isDigit && !isFirst else { return false }
    switch self {
    case .pascal: return !isFirst || !scalar.isLower
    case .camel: return !isFirst || !scalar.isUpper
    case .snake, .kebab: return !scalar.isUpper
    case .screamingSnake: return !scalar.isLower
    }
  }

  /// The name written so; nil if that cannot be done.
  func rewritten(_ name: String) -> String? {
    let words = Self.words(of: name)
    let parts = words.enumerated().map { index, word in
      switch self {
      case .pascal: Self.capitalized(word)
      case .camel: index == 0 ? word.lowercased() : Self.capitalized(word)
      case .snake, .kebab: word.lowercased()
      case .screamingSnake: word.uppercased()
      }
    }
    let result = parts.joined(separator: separator.map(String.init) ?? "")
    return describes(result) && result != name ? result : nil
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased()
      + (word == word.uppercased() ? word.dropFirst().lowercased() : String(word.dropFirst()))
  }

  /// `chargeHTTPCard 2` is `charge`, `HTTP`, `Card`, `2`.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isWordPart = scalar.isLetter || scalar.isDigit
      if let last = word.last, isWordPart, scalar.isUpper {
        let isNextLower = index + 1 < scalars.count && scalars[index + 1].isLower
        if !last.isUpper || isNextLower {
          words.append(String(word))
          word = String.UnicodeScalarView()
        }
      }
      if isWordPart {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }
}

// Unicode's tables cost ten times what ASCII does, and almost all names are ASCII.
extension Unicode.Scalar {
  fileprivate var isUpper: Bool { isASCII ? value &- 0x41 < 26 : properties.isUppercase }
  fileprivate var isLower: Bool { isASCII ? value &- 0x61 < 26 : properties.isLowercase }
  fileprivate var isLetter: Bool { isASCII ? (value | 0x20) &- 0x61 < 26 : properties.isAlphabetic }
  fileprivate var isDigit: Bool { isASCII ? value &- 0x30 < 10 : properties.numericType == .decimal }
}
