import DeclaredRules
import Diagnostics
import Linting
import Reports
import SourceText

/// What came of the examples of one declared rule, for people.
struct ExampleReport {
  let rule: Rule
  let runs: [ExampleRun]

  init(_ rule: Rule, _ examples: [DeclaredExample], limits: Limits) {
    self.rule = rule
    runs = examples.map { ExampleRun(rule, $0, limits: limits) }
  }

  var failureCount: Int { runs.count { !$0.isPassed } }

  /// One line for what passed, and an excerpt for each example that did not.
  ///
  /// - Parameter width: Of the longest id.
  func text(_ palette: Palette, width: Int, lines: LineIndex, in tree: SyntaxTree) -> String {
    let name = rule.id + String(repeating: " ", count: max(0, width - rule.id.count))
    guard !runs.isEmpty else {
      return palette(.note, "none") + "    \(name)  no examples: nothing shows what it finds\n"
    }
    let (bad, good) = (runs.count { $0.example.isBad }, runs.count { !$0.example.isBad })
    guard failureCount > 0 else { return palette(.help, "ok") + "      \(name)  \(bad) bad, \(good) good\n" }
    let head = palette(.error, "failed") + "  \(name)  \(failureCount) of \(runs.count) examples\n"
    return runs.filter { !$0.isPassed }.reduce(head) { text, run in
      let position = lines.position(at: tree.range(run.example.node).start)
      return text + "\n"
        + run.text(palette, place: "\(lines.source.path.printable):\(position.line):\(position.column)")
    } + "\n"
  }
}

extension ExampleRun {
  fileprivate func text(_ palette: Palette, place: String) -> String {
    let kind = example.isBad ? "bad" : "good"
    var rows = ["\(place): \(kind) example \(example.number)"]
    if let fault { rows.append(palette(.help, "= ") + fault) }
    let style = Style.error
    let marks =
      missing.map { Excerpt.Mark($0, label: "is marked, but nothing is found here", isPrimary: true) }
      + unexpected.map {
        Excerpt.Mark($0.range, label: "is found, but not marked: \($0.message)", isPrimary: true)
      }
      + met.map { Excerpt.Mark($0, label: "as marked", isPrimary: false) }
    let text = source.text(in: source.range)
    let shown = SourceFile(path: source.path, text: text.hasSuffix("\n") ? String(text.dropLast()) : text)
    rows += Excerpt.wholeText(of: shown, marks: marks.sorted { $0.range < $1.range }, palette, style: style)
    return rows.enumerated().map { index, row in
      row.isEmpty ? "\n" : (index == 0 ? "  \(row)\n" : "    \(row)\n")
    }.joined()
  }
}
