import ArgumentParser
import Diagnostics
import Linting
import Reports

/// The formats of the list of rules.
enum RuleListFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, markdown

  func render(_ rules: [Rule], _ palette: Palette) -> String {
    switch self {
    case .text: text(rules, palette)
    case .json: JSON.array(rules.map(json)).indented + "\n"
    case .markdown: markdown(rules)
    }
  }

  private func text(_ rules: [Rule], _ palette: Palette) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.reduce(into: "") { text, rule in
      let severity = "\(rule.category.severity)"
      text += rule.id + String(repeating: " ", count: width - rule.id.count) + "  "
      text += palette(Style(rule.category.severity), severity)
      text += String(repeating: " ", count: "warning".count - severity.count) + "  \(rule.summary)\n"
    }
  }

  private func json(_ rule: Rule) -> JSON {
    [
      "id": .string(rule.id), "category": .string(rule.category.rawValue),
      "severity": .string(rule.category.severity.rawValue), "since": .optional(rule.since),
      "predicts": .optional(rule.predicts), "summary": .string(rule.summary),
      "rationale": .string(rule.rationale), "aliases": .array(rule.aliases.map(JSON.string)),
    ]
  }

  private func markdown(_ rules: [Rule]) -> String {
    let head = "| Rule | Severity | Category | What it demands |\n|---|---|---|---|\n"
    return rules.reduce(into: head) { text, rule in
      let summary = Markdown.escaped(rule.summary)
      text += "| `\(rule.id)` | \(rule.category.severity) | \(rule.category.rawValue) | \(summary) |\n"
    }
  }
}
