import Diagnostics
import Linting
import Reports
import SourceText

extension Rule {
  /// The page about a rule, for a terminal.
  func explanation(_ palette: Palette, width: Int) -> String {
    var sections = [
      palette(.emphasis, id) + "\n" + summary.wrapped(to: width),
      rationale.wrapped(to: width),
      facts(palette, width: width),
    ].filter { !$0.isEmpty }
    for example in bad {
      sections.append(
        palette(.error, "Wrong\(example.setting):") + "\n" + example.shown(palette, Style(category.severity)))
      guard let fixed = example.fixed else { continue }
      let result = Example(fixed, notation: example.notation)
      sections.append(palette(.help, "Fixed:") + "\n" + result.shown(palette, Style(category.severity)))
    }
    sections += good.map {
      palette(.help, "Right\($0.setting):") + "\n" + $0.shown(palette, Style(category.severity))
    }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func facts(_ palette: Palette, width: Int) -> String {
    var facts = [("Severity", severityAndReason)]
    if let predicts { facts.append(("AWS says", predicts)) }
    if let since { facts.append(("Since", "Stateline \(since)")) }
    if let declaredIn { facts.append(("Declared in", declaredIn)) }
    if !aliases.isEmpty { facts.append(("Former ids", aliases.joined(separator: ", "))) }
    return facts.map { name, value in
      palette(.frame, name + ":") + String(repeating: " ", count: 12 - name.count) + value
    }.joined(separator: "\n")
  }
}

extension Rule {
  /// `warning, because the workflow fails under conditions that production meets`
  var severityAndReason: String {
    let reason = declaredIn.map { "as \($0) says" } ?? "because \(category.consequence)"
    return "\(category.severity), \(reason)"
  }
}

extension Category {
  /// The end of a sentence that begins with "because".
  var consequence: String {
    switch self {
    case .refused: "AWS refuses the definition"
    case .fails: "the workflow surely fails, hangs or does nothing when it runs"
    case .risky: "the workflow fails under conditions that production meets"
    case .advice: "the workflow works, and could be better"
    }
  }
}

extension Example {
  /// What has to be known besides the text.
  var setting: String { machineType == .express ? " in an Express workflow" : "" }

  /// The text with its marks turned into underlines.
  fileprivate func shown(_ palette: Palette, _ style: Style) -> String {
    let marked = MarkedText(markedText)
    // A last line end would show as an empty line.
    let text = marked.text.hasSuffix("\n") ? String(marked.text.dropLast()) : marked.text
    let source = SourceFile(path: "", text: text)
    let marks =
      marked.marked.map { Excerpt.Mark($0, isPrimary: true) }
      + marked.related.map { Excerpt.Mark($0, isPrimary: false) }
    let rows = Excerpt.wholeText(of: source, marks: marks, palette, style: style)
    let shown = rows.map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
    return ([shown] + neighbours.map { $0.shown(palette) }).joined(separator: "\n\n")
  }
}

extension Example.Neighbour {
  fileprivate func shown(_ palette: Palette) -> String {
    let lines = text.split(separator: "\n").map { "  \($0)" }
    return ([palette(.frame, "  Beside it, \(path):")] + lines).joined(separator: "\n")
  }
}
