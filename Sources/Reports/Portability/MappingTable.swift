public import Portability

/// What becomes of each type of step and state, whatever the workflow.
public struct MappingTable: Sendable {
  private let lines: [Correspondence]

  public init(_ lines: [Correspondence] = Correspondence.table) {
    self.lines = lines
  }

  private static let thresholdHeader = ["What is counted", "From", "Why"]
  private static let header = ["Step", "State", "A step becomes", "A state becomes"]

  public func text(_ palette: Palette, width: Int) -> String {
    var table = TextTable(header: Self.header)
    table.rows = rows.map { row in row.enumerated().map { TextTable.Cell($1, $0 == 0 ? .emphasis : nil) } }
    var thresholds = TextTable(header: Self.thresholdHeader)
    thresholds.rows = Threshold.all.map { $0.cells.map { TextTable.Cell($0) } }
    let lines = table.lines(palette, width: width) + [""] + thresholds.lines(palette, width: width)
    return lines.joined(separator: "\n") + "\n"
  }

  public func markdown() -> String {
    Self.markdown(Self.header, rows) + "\n"
      + Self.markdown(Self.thresholdHeader, Threshold.all.map(\.cells))
  }

  private static func markdown(_ header: [String], _ rows: [[String]]) -> String {
    var text = "| \(header.joined(separator: " | ")) |\n|"
    text += String(repeating: "---|", count: header.count) + "\n"
    for row in rows { text += "| \(row.map(Markdown.escaped).joined(separator: " | ")) |\n" }
    return text
  }

  public func json() -> String {
    let table: [JSON] = lines.map { line in
      [
        "step": .optional(line.stepName), "state": .string(line.stateTypeName),
        "calls": .array(line.calls.map(JSON.string)), "sageMaker": .boolean(line.isSageMaker),
        "asStates": line.asStates?.json ?? .null, "asStep": line.asStep?.json ?? .null,
      ]
    }
    let thresholds: [JSON] = Threshold.all.map { threshold in
      [
        "name": .string(threshold.name), "value": .integer(threshold.value), "unit": .string(threshold.unit),
        "reason": .string(threshold.reason),
      ]
    }
    let document: JSON = ["version": 1, "mapping": .array(table), "thresholds": .array(thresholds)]
    return document.indented + "\n"
  }

  private var rows: [[String]] {
    lines.map { line in
      [line.stepName ?? "–", line.stateName, line.asStates?.cell ?? "–", line.asStep?.cell ?? "–"]
    }
  }
}

extension Threshold {
  fileprivate var cells: [String] { [name, "\(value)\(unit)", reason] }
}

extension Counterpart {
  /// What stands in a cell of a table: the parts, how well they say it, and the note.
  fileprivate var cell: String {
    let head = phrase.isEmpty ? ease.phrase : "\(phrase) (\(ease.phrase))"
    return [head, note].compactMap(\.self).joined(separator: ": ")
  }

  fileprivate var json: JSON {
    [
      "ease": .string(ease.rawValue), "becomes": .array(parts.map(JSON.string)), "note": .optional(note),
    ]
  }
}
