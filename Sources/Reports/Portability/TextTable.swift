/// Texts in columns that fit a terminal. What is too wide for its column is broken at blanks, or where it must be.
struct TextTable {
  struct Cell {
    let text: String
    var style: Style?

    init(_ text: String, _ style: Style? = nil) {
      self.text = text.printable
      self.style = style
    }
  }

  let header: [String]
  var rows: [[Cell]] = []

  /// Between two columns.
  private static let gap = 2
  /// No column is made narrower, however narrow the terminal is.
  private static let minimumWidth = 8

  /// - Parameters:
  ///   - width: Of the terminal, in cells.
  ///   - indent: Blanks before each line.
  func lines(_ palette: Palette, width: Int, indent: Int = 0) -> [String] {
    let widths = columnWidths(width - indent)
    let margin = String(repeating: " ", count: indent)
    let head = header.map { Cell($0, .faint) }
    return ([head] + rows).flatMap { row in
      lines(of: row, widths, palette).map { margin + $0 }
    }
  }

  /// The widths that the texts ask for; if they do not fit, the widest columns give.
  private func columnWidths(_ width: Int) -> [Int] {
    var widths = header.indices.map { column in
      rows.reduce(header[column].cellCount) { max($0, $1[column].text.cellCount) }
    }
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.minimumWidth
    {
      let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let target = max(widths[widest] - excess, min(second, widths[widest] - 1), Self.minimumWidth)
      excess -= widths[widest] - target
      widths[widest] = target
    }
    return widths
  }

  private func lines(of row: [Cell], _ widths: [Int], _ palette: Palette) -> [String] {
    let columns = row.indices.map { row[$0].text.brokenLines(width: widths[$0]) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = ""
      var blanks = 0
      for column in columns.indices {
        let part = line < columns[column].count ? columns[column][line] : ""
        if !part.isEmpty {
          text += String(repeating: " ", count: blanks)
          text += row[column].style.map { palette($0, part) } ?? part
          blanks = 0
        }
        blanks += widths[column] - part.cellCount + Self.gap
      }
      return text
    }
  }
}

extension String {
  /// How many cells of a terminal the text takes. It must be printable.
  var cellCount: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    var width = CellWidth()
    return unicodeScalars.reduce(0) { $0 + width.add($1) }
  }

  /// The text in lines of at most `width` cells, broken at blanks, or inside of a word that is longer than a line.
  /// O(length).
  func brokenLines(width: Int) -> [String] {
    guard cellCount > width else { return [self] }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in split(separator: " ") {
      let wordWidth = String(word).cellCount
      if lineWidth > 0, lineWidth + 1 + wordWidth <= width {
        line += " \(word)"
        lineWidth += 1 + wordWidth
        continue
      }
      if lineWidth > 0 { lines.append(line) }
      let pieces = String(word).pieces(width: width)
      lines += pieces.dropLast()
      line = pieces.last ?? ""
      lineWidth = line.cellCount
    }
    return lines + [line]
  }

  /// The text in pieces of at most `width` cells; a character that is wider stands alone.
  private func pieces(width: Int) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let end = rest.breakingPoint(width: width) {
      pieces.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return pieces + [String(rest)]
  }
}

extension Substring {
  /// Where a word that is too long for a line is broken: behind punctuation or before a capital letter if there is such
  /// a place in the line's second half. Not at its start; nil if it fits. O(width).
  fileprivate func breakingPoint(width: Int) -> Index? {
    var cells = 0
    var good: Index?
    var previous: Character?
    for index in indices {
      let character = self[index]
      let isStart = previous.map { ".:_-/".contains($0) || $0.isLowercase && character.isUppercase } ?? false
      if isStart, cells * 2 > width { good = index }
      cells += String(character).cellCount
      if cells > width, index > startIndex { return good ?? index }
      previous = character
    }
    return nil
  }
}
