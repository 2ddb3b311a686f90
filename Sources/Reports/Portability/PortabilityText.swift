import Portability
import SourceText

extension PortabilityReport {
  /// For people: what is to be done and why, and what each part would become.
  ///
  /// - Parameter width: Of the terminal, in cells.
  public func text(_ palette: Palette, width: Int) -> String {
    entries.map { $0.rows(palette, width).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }
}

/// More names than these explain no more.
private let maximumPlaces = 6

extension PortabilityReport.Entry {
  fileprivate func rows(_ palette: Palette, _ width: Int) -> [String] {
    let verdict = portability.verdict
    let head = "\(name.printable): \(verdict.sentence(from: portability.service))"
    var rows = [palette(.emphasis, head), palette(.frame, "--> ") + source.path.printable]
    rows += verdict.reason.printable.brokenLines(width: width)
    for (title, evidence) in portability.groupedEvidence {
      rows += ["", palette(.emphasis, title)]
      for item in evidence { rows += item.rows(palette, width) }
    }
    guard !portability.parts.isEmpty else { return rows }
    rows.append("")
    rows += table.lines(palette, width: width)
    return rows + portability.sizeSentence.brokenLines(width: width)
  }

  private var table: TextTable {
    let part = portability.service.part
    var table = TextTable(header: [part.prefix(1).uppercased() + part.dropFirst(), "Is", "Becomes", "How"])
    table.rows = portability.parts.map { part in
      // Deep nesting must not push the names out of their column.
      let indent = String(repeating: "· ", count: min(part.depth, 8))
      let phrase = part.counterpart.phrase
      return [
        TextTable.Cell(indent + part.name, .emphasis), TextTable.Cell(part.kind),
        TextTable.Cell(phrase.isEmpty ? "–" : phrase),
        TextTable.Cell(part.how, part.counterpart.ease.style),
      ]
    }
    return table
  }
}

extension Evidence {
  fileprivate func rows(_ palette: Palette, _ width: Int) -> [String] {
    let sentence = sentence.printable.brokenLines(width: width - 4)
    var rows = sentence.enumerated().map { ($0 == 0 ? "  * " : "    ") + $1 }
    guard !places.isEmpty else { return rows }
    var names = places.prefix(maximumPlaces).map { $0.isEmpty ? "?" : $0.printable }
    if places.count > maximumPlaces { names.append("and \(places.count - maximumPlaces) more") }
    rows += names.joined(separator: ", ").brokenLines(width: width - 4).map { "    " + palette(.faint, $0) }
    return rows
  }
}

extension Ease {
  fileprivate var style: Style? {
    switch self {
    case .direct, .adapted: nil
    case .implicit: .faint
    case .bridged, .unknown: .warning
    case .none: .error
    }
  }
}
