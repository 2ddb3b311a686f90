extension Font {
  /// Breaks a text into at most `lines` lines of at most `width` points; what does not fit ends in "…".
  ///
  /// Lines break at blanks; a word that is too long for a line, behind punctuation or before a capital
  /// letter. White space of any kind reads as one blank. Never empty. O(`Font.longestText`), whatever the
  /// length.
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
    let words = text.prefix(Font.longestText).split(whereSeparator: \.isWhitespace)
    let line = words.joined(separator: " ")
    let isWhole = text.dropFirst(Font.longestText).isEmpty && self.width(of: line) <= width
    return isWhole ? line : cut(line, width: width)
  }

  /// As much of a text as fits before "…".
  fileprivate func cut(_ text: String, width: Double) -> String {
    var room = width - self.width(of: "…")
    var result = text[text.startIndex..<text.startIndex]
    for index in text.indices {
      let next = text.index(after: index)
      room -= self.width(of: text[index..<next])
      guard room >= 0 else { break }
      result = text[..<next]
    }
    while result.last?.isWhitespace == true { result.removeLast() }
    return result + "…"
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
    result[result.count - 1] = font.cut(result[result.count - 1], width: width)
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
}
