public import SourceText

/// The lines of a source that hold a finding, with its places underlined.
///
/// ```
///   |
/// 3 |     "A": { "Type": "Succeed" },
///   |     --- first defined here
/// ...
/// 7 |     "A": { "Type": "Fail" }
///   |     ^^^
/// ```
public struct Excerpt {
  /// A place to underline.
  public struct Mark {
    public let range: ByteRange
    /// Stands behind the underline; empty for none.
    public let label: String
    public let isPrimary: Bool

    public init(_ range: ByteRange, label: String = "", isPrimary: Bool) {
      self.range = range
      self.label = label
      self.isPrimary = isPrimary
    }
  }

  private struct Snippet {
    let window: LineWindow
    let start: UInt32
    var marks: [Mark]
  }

  private let snippets: [Snippet]
  private let lines: LineIndex
  /// The digits of the greatest line number.
  let gutterWidth: Int

  /// - Parameters:
  ///   - marks: What to show. Ranges are clamped to the source.
  ///   - width: Of the terminal, in cells.
  public init(_ marks: [Mark], in lines: LineIndex, width: Int) {
    let marks = marks.map {
      Mark($0.range.clamped(to: lines.source.range), label: $0.label, isPrimary: $0.isPrimary)
    }
    let lastLine = marks.map { lines.line(at: $0.range.start) }.max() ?? 1
    gutterWidth = String(lastLine).utf8.count
    let room = max(8, width - gutterWidth - 3)
    var snippets: [Snippet] = []
    for mark in marks {
      let line = lines.line(at: mark.range.start)
      let visible = mark.range.clamped(to: lines.range(ofLine: line))
      if let index = snippets.firstIndex(where: { $0.window.line == line && $0.window.shows(visible) }) {
        snippets[index].marks.append(mark)
      } else {
        let window = LineWindow(showing: mark.range, in: lines, width: room)
        snippets.append(Snippet(window: window, start: mark.range.start, marks: [mark]))
      }
    }
    self.snippets = snippets.sorted { $0.start < $1.start }
    self.lines = lines
  }

  /// The rows to print, without line ends.
  ///
  /// - Parameter style: Of the primary mark.
  public func rows(_ palette: Palette, style: Style) -> [String] {
    let margin = String(repeating: " ", count: gutterWidth)
    let emptyRow = palette(.frame, "\(margin) |")
    var rows = [emptyRow]
    var lastLine: Int?
    for snippet in snippets {
      let line = snippet.window.line
      if let lastLine, line != lastLine + 1 { rows.append(palette(.frame, "...")) }
      lastLine = line
      let number = String(line)
      let padding = String(repeating: " ", count: gutterWidth - number.utf8.count)
      rows.append(
        palette(.frame, "\(padding)\(number) |")
          + (snippet.window.text.isEmpty ? "" : " \(snippet.window.text)"))
      for mark in snippet.marks {
        rows.append("\(emptyRow) " + snippet.window.underlineRow(mark, in: lines, palette, style))
      }
    }
    return rows
  }

  /// All lines of a short text with its marks underlined, without line numbers. Only lines that nobody would read
  /// to their end are cut.
  public static func wholeText(
    of source: SourceFile, marks: [Mark], _ palette: Palette, style: Style
  ) -> [String] {
    let lines = LineIndex(source)
    return (1...lines.lineCount).flatMap { line in
      let range = lines.range(ofLine: line)
      let window = LineWindow(showing: range, in: lines, width: readableWidth)
      let own = marks.filter { lines.line(at: $0.range.start) == line }
      return [window.text] + own.map { window.underlineRow($0, in: lines, palette, style) }
    }
  }
}

/// In cells.
private let readableWidth = 240

extension LineWindow {
  fileprivate func underlineRow(
    _ mark: Excerpt.Mark, in lines: LineIndex, _ palette: Palette, _ style: Style
  ) -> String {
    let (start, count) = underline(mark.range)
    let lastLine = lines.line(at: mark.range.isEmpty ? mark.range.start : mark.range.end - 1)
    let underline = String(repeating: mark.isPrimary ? "^" : "-", count: count)
    let label = mark.label.isEmpty ? "" : " \(mark.label.printable)"
    let rest = lastLine > line ? " … to line \(lastLine)" : ""
    let blanks = String(repeating: " ", count: start)
    return blanks + palette(mark.isPrimary ? style : .related, underline + label + rest)
  }
}

extension ByteRange {
  fileprivate func clamped(to limits: ByteRange) -> ByteRange {
    let start = min(max(start, limits.start), limits.end)
    return ByteRange(start, min(max(end, start), max(limits.end, start)))
  }
}
