import Diagnostics
import Linting
import Reports

/// The page about a rule in the documentation, in Markdown.
struct RulePage {
  private let rule: Rule
  private let catalogue: [Rule]

  /// - Parameter catalogue: All rules: what the one finds may depend on the others.
  init(_ rule: Rule, in catalogue: [Rule]) {
    self.rule = rule
    self.catalogue = catalogue
  }

  var text: String { "# \(rule.id)\n\n" + content }

  /// All but the title.
  var content: String {
    var sections = ["\(Markdown.escaped(rule.summary))\n", facts]
    if !rule.rationale.isEmpty { sections += ["## Why\n", "\(Markdown.escaped(rule.rationale))\n"] }
    let bad = rule.bad
    if !bad.isEmpty { sections.append("## Wrong\n") }
    for example in bad {
      sections += [code(of: example), Markdown.fenced(report(on: example), "text")]
      if let fixed = example.fixed { sections += ["Fixed:\n", code(fixed, example.notation)] }
    }
    let good = rule.good
    if !good.isEmpty { sections.append("## Right\n") }
    sections += good.map(code)
    return sections.joined(separator: "\n")
  }

  private var facts: String {
    var facts = ["Severity: \(rule.severityAndReason) (`\(rule.category.rawValue)`)"]
    if let predicts = rule.predicts { facts.append("AWS says: `\(predicts)`") }
    if let since = rule.since { facts.append("Since: Stateline \(since)") }
    if let declaredIn = rule.declaredIn { facts.append("Declared in: \(Markdown.escaped(declaredIn))") }
    if !rule.aliases.isEmpty {
      facts.append("Former ids: \(rule.aliases.map { "`\($0)`" }.joined(separator: ", "))")
    }
    return facts.map { "* \($0)\n" }.joined()
  }

  private func code(of example: Example) -> String {
    let setting = example.machineType == .standard ? "" : "In an Express workflow:\n\n"
    let beside = example.neighbours.map { file in
      "Beside it, `\(file.path)`:\n\n" + code(file.text, file.path.hasSuffix("json") ? .json : .yaml)
    }
    return ([setting + code(example.text, example.notation)] + beside).joined(separator: "\n")
  }

  private func code(_ text: String, _ notation: Notation) -> String {
    Markdown.fenced(Self.shortened(text), notation.fileExtension)
  }

  /// What a run over the example prints.
  private func report(on example: Example) -> String {
    let catalogue = catalogue
    let linter = Linter(rules: catalogue, machineType: example.machineType, names: { RuleNames(catalogue) })
    let diagnostics = example.documents().flatMap { linter.lint($0).diagnostics }.filter {
      $0.rule == rule.id
    }
    return LintReport(files: [], diagnostics: diagnostics).text(.plain, width: 100)
  }

  /// The text without the middle of lines that nobody would read to their end.
  private static func shortened(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.utf8.count <= readableLength ? line[...] : "\(line.prefix(100))…\(line.suffix(100))"
    }.joined(separator: "\n")
  }

  /// In bytes.
  private static let readableLength = 400
}

/// The page that lists all rules and leads to the page of each.
struct RuleIndexPage {
  let rules: [Rule]

  var text: String {
    let head = """
      # Rules

      What Stateline checks, by what happens to who ignores it. `stateline explain RULE` shows these pages in a \
      terminal.

      """
    return head + Category.allCases.map(section).joined()
  }

  private func section(_ category: Category) -> String {
    let members = rules.filter { $0.category == category }
    guard !members.isEmpty else { return "" }
    let title = category.rawValue.prefix(1).uppercased() + category.rawValue.dropFirst()
    let consequence = category.consequence.prefix(1).uppercased() + category.consequence.dropFirst()
    let head = """

      ## \(title)

      \(consequence): \(category.severity).

      | Rule | What it demands |
      |---|---|

      """
    return head
      + members.map { "| [\($0.id)](\($0.id).md) | \(Markdown.escaped($0.summary)) |\n" }.joined()
  }
}

extension Notation {
  fileprivate var fileExtension: String {
    switch self {
    case .json: "json"
    case .yaml: "yaml"
    }
  }
}
