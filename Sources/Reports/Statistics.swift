import Diagnostics

extension LintReport {
  /// How often each rule found something, most first: for a first run on an old repository.
  public func statistics(_ palette: Palette) -> String {
    struct Row: Hashable {
      let rule: String
      let severity: Severity
    }
    let counts = diagnostics.reduce(into: [:]) {
      $0[Row(rule: $1.rule, severity: $1.severity), default: 0] += 1
    }
    let rows = counts.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      if left.key.rule != right.key.rule { return left.key.rule < right.key.rule }
      return left.key.severity > right.key.severity
    }
    let width = String(rows.first?.value ?? 0).utf8.count
    return rows.reduce(into: "") { text, row in
      let count = String(row.value)
      let severity = "\(row.key.severity)"
      text += String(repeating: " ", count: width - count.utf8.count) + count + "  "
      text += palette(Style(row.key.severity), severity)
      text +=
        String(repeating: " ", count: "warning".utf8.count - severity.utf8.count) + "  \(row.key.rule)\n"
    }
  }
}
