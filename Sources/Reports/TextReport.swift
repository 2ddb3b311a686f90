import Diagnostics
import SourceText

extension LintReport {
  /// For people: each finding with the place underlined, the reason, and what to do.
  ///
  /// - Parameter width: Of the terminal, in cells.
  public func text(_ palette: Palette, width: Int) -> String {
    var lines = LineIndexes(diagnostics)
    return diagnostics.map { diagnostic in
      let rows = diagnostic.rows(palette, lines: lines[diagnostic.source], width: width)
      return rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}

/// More than these many places explain no more.
private let maximumRelatedPlaces = 8

extension Diagnostic {
  fileprivate func rows(_ palette: Palette, lines: LineIndex, width: Int) -> [String] {
    let style = Style(severity)
    let shown = related.prefix(maximumRelatedPlaces)
    let marks =
      [Excerpt.Mark(range, isPrimary: true)]
      + shown.map { Excerpt.Mark($0.range, label: $0.message, isPrimary: false) }
    let excerpt = Excerpt(marks, in: lines, width: width)
    let margin = String(repeating: " ", count: excerpt.gutterWidth)
    let position = lines.position(at: range.start)
    let place = "\(source.path.printable):\(position.line):\(position.column)"
    var rows = [
      palette(style, "\(severity)[\(rule)]") + palette(.emphasis, ": \(message.printable)"),
      palette(.frame, "\(margin)--> ") + place,
    ]
    rows += excerpt.rows(palette, style: style)
    let remarks = remarks(unshownPlaces: related.count - shown.count)
    if !remarks.isEmpty { rows.append(palette(.frame, "\(margin) |")) }
    for (kind, text) in remarks {
      rows.append(
        palette(.frame, "\(margin) = ") + palette(kind == "help" ? .help : .emphasis, "\(kind):") + " \(text)"
      )
    }
    return rows
  }

  private func remarks(unshownPlaces: Int) -> [(kind: String, text: String)] {
    var remarks: [(String, String)] = []
    if unshownPlaces > 0 { remarks.append(("note", "\(counted(unshownPlaces, "more place")) like these")) }
    // What a fix does is what the help says, if there is one.
    if let help = help ?? fix.map({ "\($0.title)." }) { remarks.append(("help", help.printable)) }
    if let predicts { remarks.append(("note", "AWS refuses such a definition with \(predicts.printable)")) }
    return remarks
  }
}
