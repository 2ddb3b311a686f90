/// Reads a regular expression. Recursion is bounded by ``maximumNesting``.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  /// Where each scalar begins, in bytes; one more for the end.
  private let offsets: [Int]
  private var position = 0
  private var nesting = 0
  private var ignoresCase = false

  /// How many groups may stand inside each other.
  static let maximumNesting = 50
  /// How often a counted repetition may repeat.
  static let maximumCount = 1_000

  static func parse(_ pattern: String) throws(PatternProblem) -> PatternSyntax {
    var parser = PatternParser(pattern)
    if parser.skip("(?i)") { parser.ignoresCase = true }
    let syntax = try parser.readAlternatives()
    if parser.current == ")" { throw parser.problem("this \")\" closes nothing", count: 1) }
    return syntax
  }

  private init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    self.offsets = offsets
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func problem(_ message: String, count: Int) -> PatternProblem {
    problem(message, from: position, to: position + count)
  }

  private func problem(_ message: String, from start: Int, to end: Int? = nil) -> PatternProblem {
    let end = min(end ?? position, scalars.count)
    return PatternProblem(message, offsets[min(start, end)]..<offsets[end])
  }

  private mutating func skip(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars.dropFirst(position).starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  // MARK: Structure

  private mutating func readAlternatives() throws(PatternProblem) -> PatternSyntax {
    var alternatives = [try readSequence()]
    while skip("|") { alternatives.append(try readSequence()) }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func readSequence() throws(PatternProblem) -> PatternSyntax {
    var parts: [PatternSyntax] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      let start = position
      let part = try readPart()
      parts.append(try readQuantifier(of: part, from: start))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func readPart() throws(PatternProblem) -> PatternSyntax {
    let start = position
    guard let scalar = current else { return .empty }
    position += 1
    switch scalar {
    case "(": return try readGroup(from: start)
    case "[": return .scalars(folded(try readClass(from: start)))
    case ".": return .scalars(.anyButLineEnd)
    case "^": return .assertion(.start)
    case "$": return .assertion(.end)
    case "\\": return try readEscape(from: start)
    case "*", "+", "?": throw problem("there is nothing to repeat before \"\(scalar)\"", from: start)
    default: return .scalars(folded(ScalarSet([scalar.value...scalar.value])))
    }
  }

  private func folded(_ set: ScalarSet) -> ScalarSet { ignoresCase ? set.ignoringCase : set }

  private mutating func readGroup(from start: Int) throws(PatternProblem) -> PatternSyntax {
    if skip("?") {
      if skip("<=") || skip("<!") || skip("=") || skip("!") {
        throw problem("a pattern cannot look ahead or behind: it is matched in one pass", from: start)
      }
      if !skip(":") {
        guard skip("P<") || skip("<") else {
          throw problem(
            "behind \"(?\" stands \":\"; \"(?i)\" is understood where a pattern begins", from: start)
        }
        while let scalar = current, scalar != ">" { position += 1 }
        guard skip(">") else { throw problem("the name of this group does not end", from: start) }
      }
    }
    nesting += 1
    guard nesting <= Self.maximumNesting else {
      throw problem("groups stand inside each other more than \(Self.maximumNesting) deep", from: start)
    }
    let syntax = try readAlternatives()
    guard skip(")") else { throw problem("this \"(\" is not closed", from: start, to: start + 1) }
    nesting -= 1
    return syntax
  }

  // MARK: Repetition

  private mutating func readQuantifier(
    of part: PatternSyntax, from start: Int
  ) throws(PatternProblem) -> PatternSyntax {
    let quantifier = position
    let result: PatternSyntax
    switch current {
    case "*": result = .repeated(part, bounds: 0...0, isOpen: true)
    case "+": result = .repeated(part, bounds: 1...1, isOpen: true)
    case "?": result = .repeated(part, bounds: 0...1, isOpen: false)
    case "{":
      guard let count = try readCount() else { return part }
      result = .repeated(part, bounds: count.bounds, isOpen: count.isOpen)
      position -= 1
    default: return part
    }
    position += 1
    if case .assertion = part { throw problem("a place in a text cannot be repeated", from: start) }
    // Lazy or not, the same texts match.
    _ = skip("?")
    if let next = current, next == "*" || next == "+" || next == "?" {
      position += 1
      throw problem("only one of * + ? and {n} can stand behind a part", from: quantifier)
    }
    return result
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; any other brace stands for itself.
  private mutating func readCount() throws(PatternProblem) -> (bounds: ClosedRange<Int>, isOpen: Bool)? {
    let start = position
    _ = skip("{")
    guard let low = readNumber() else {
      position = start
      return nil
    }
    let hasComma = skip(",")
    let high = hasComma ? readNumber() : low
    guard skip("}") else {
      position = start
      return nil
    }
    guard low <= Self.maximumCount, high ?? 0 <= Self.maximumCount else {
      throw problem("a part is repeated at most \(Self.maximumCount) times", from: start)
    }
    guard low <= high ?? low else { throw problem("the first number is above the second", from: start) }
    return (low...(high ?? low), high == nil)
  }

  /// Decimal digits; a number that nobody needs if there are many.
  private mutating func readNumber() -> Int? {
    let start = position
    var number = 0
    while let scalar = current, ("0"..."9").contains(scalar) {
      number = min(number * 10 + Int(scalar.value - 0x30), Self.maximumCount + 1)
      position += 1
    }
    return position > start ? number : nil
  }

  // MARK: Escapes and classes

  private mutating func readEscape(from start: Int) throws(PatternProblem) -> PatternSyntax {
    switch current {
    case "b":
      position += 1
      return .assertion(.wordBoundary)
    case "B":
      position += 1
      return .assertion(.noWordBoundary)
    case "A":
      position += 1
      return .assertion(.start)
    case "z", "Z":
      position += 1
      return .assertion(.end)
    default: return .scalars(folded(try readEscapedSet(from: start)))
    }
  }

  /// What a backslash, which was read, and what follows it stand for.
  private mutating func readEscapedSet(from start: Int) throws(PatternProblem) -> ScalarSet {
    guard let scalar = current else { throw problem("a pattern cannot end with a backslash", from: start) }
    position += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .wordScalars
    case "W": return ScalarSet.wordScalars.inverted
    case "s": return .blanks
    case "S": return ScalarSet.blanks.inverted
    case "n": return ScalarSet([0x0A...0x0A])
    case "r": return ScalarSet([0x0D...0x0D])
    case "t": return ScalarSet([0x09...0x09])
    case "f": return ScalarSet([0x0C...0x0C])
    case "v": return ScalarSet([0x0B...0x0B])
    case "x": return try readHexadecimal(2, from: start)
    case "u": return try readHexadecimal(4, from: start)
    case "1"..."9": throw problem("a pattern cannot refer back to a group", from: start)
    case "a"..."z", "A"..."Z", "0":
      throw problem("\"\\\(scalar)\" stands for nothing here", from: start)
    default: return ScalarSet([scalar.value...scalar.value])
    }
  }

  private mutating func readHexadecimal(_ count: Int, from start: Int) throws(PatternProblem) -> ScalarSet {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = current.flatMap({ Character($0).hexDigitValue }) else {
        throw problem("\(count) hexadecimal digits are missing", from: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return ScalarSet([value...value])
  }

  private mutating func readClass(from start: Int) throws(PatternProblem) -> ScalarSet {
    let isInverted = skip("^")
    var set = ScalarSet([])
    var isFirst = true
    while let scalar = current, isFirst || scalar != "]" {
      isFirst = false
      if skip("[:") { throw problem("write \\w, \\d or \\s for a named class", from: position - 2) }
      set = set.union(try readClassRange())
    }
    guard skip("]") else { throw problem("this \"[\" is not closed", from: start, to: start + 1) }
    // Case first: neither case of a letter is in what leaves it out.
    let folded = folded(set)
    return isInverted ? folded.inverted : folded
  }

  private mutating func readClassRange() throws(PatternProblem) -> ScalarSet {
    let start = position
    let low = try readClassMember()
    guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else { return low }
    guard let first = low.single else { throw problem("a range begins with one character", from: start) }
    position += 1
    guard let last = try readClassMember().single else {
      throw problem("a range ends with one character", from: start)
    }
    guard first <= last else { throw problem("the range is the wrong way round", from: start) }
    return ScalarSet([first...last])
  }

  private mutating func readClassMember() throws(PatternProblem) -> ScalarSet {
    let start = position
    guard let scalar = current else { return ScalarSet([]) }
    position += 1
    return scalar == "\\" ? try readEscapedSet(from: start) : ScalarSet([scalar.value...scalar.value])
  }
}

extension ScalarSet {
  /// The only scalar in it.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, let range = ranges.first, range.count == 1 else { return nil }
    return range.lowerBound
  }
}
