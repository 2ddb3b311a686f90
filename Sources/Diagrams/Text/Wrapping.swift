extension Font {
  /// Breaks a text into at most `lines` lines of at most `width` points; what does not fit ends in "…".
  ///
  /// Lines break at blanks; a word that is too long for a line, behind punctuation or before a capital letter. White
  /// space of any kind reads as one blank. Never empty. O(`Font.longestText`), whatever the length.
  func wrap(_ text: String, width: Double, lines: Int) -> [String] {
    var wrapping = Wrapping(font: self, width: width, lines: lines)
    for word in text.prefix(Font.longestText).split(whereSeparator: \.isWhitespace) {
      wrapping.add(Array(word))
      if wrapping.isFull { break }
    }
    return wrapping.finish(isCut: text.dropFirst(Font.longestText).isEmpty == false)
  }

  /// The text in one line, cut with "…" where it does not fit.
  func line(_ text: String, width: Double) -> String {
    wrap(text, width: width, lines: 1)[0]
  }

  /// How many characters of a text are looked at; no card or pill has room for more.
  static let longestText = 600
}

/// Fills lines with words.
private struct Wrapping {
  let font: Font
  let width: Double
  let lines: Int
  private var finished: [String] = []
  private var current = ""

  init(font: Font, width: Double, lines: Int) {
    self.font = font
    self.width = width
    self.lines = lines
  }

  /// Whether more text would change nothing: there is one line more than wanted.
  var isFull: Bool { finished.count > lines }

  mutating func add(_ word: [Character]) {
    var rest = word[...]
    let joined = current.isEmpty ? String(rest) : current + " " + String(rest)
    if font.width(of: joined) <= width {
      current = joined
      return
    }
    endLine()
    while font.width(of: String(rest)) > width, !isFull {
      let head = rest.prefix(breakingPoint(of: rest))
      finished.append(String(head))
      rest = rest.dropFirst(head.count)
    }
    current = String(rest)
  }

  func finish(isCut: Bool) -> [String] {
    var result = finished
    if !current.isEmpty { result.append(current) }
    guard result.count > lines || isCut, !result.isEmpty else { return result.isEmpty ? [""] : result }
    result = Array(result.prefix(lines))
    result[result.count - 1] = cut(result[result.count - 1])
    return result
  }

  private mutating func endLine() {
    if !current.isEmpty { finished.append(current) }
    current = ""
  }

  /// How many characters of a word that is too long stay in this line; at least one.
  private func breakingPoint(of word: ArraySlice<Character>) -> Int {
    let start = word.startIndex
    var fitting = 1
    while fitting < word.count, font.width(of: String(word.prefix(fitting + 1))) <= width { fitting += 1 }
    for count in stride(from: fitting, to: max(fitting - 14, 1), by: -1) where count < word.count {
      let last = word[start + count - 1]
      let next = word[start + count]
      if "._-/:,".contains(last) || next.isUppercase && last.isLowercase { return count }
    }
    return fitting
  }

  private func cut(_ line: String) -> String {
    var line = line
    while !line.isEmpty, font.width(of: line + "…") > width { line.removeLast() }
    while line.last?.isWhitespace == true { line.removeLast() }
    return line + "…"
  }
}
