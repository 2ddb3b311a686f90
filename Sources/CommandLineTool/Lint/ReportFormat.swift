import Linting
import Reports

/// The formats of a report on findings.
enum ReportFormat: String, CaseIterable {
  case text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, markdown

  /// Whether people read it as it is, rather than programs or what shows it.
  var isForPeople: Bool { self == .text || self == .concise }

  /// - Parameter rules: Those that were checked.
  func render(_ report: LintReport, _ palette: Palette, width: Int, rules: [Rule]) -> String {
    switch self {
    case .text: report.text(palette, width: width)
    case .concise: report.concise(palette)
    case .json: report.json()
    case .jsonl: report.jsonLines()
    case .sarif:
      report.sarif(version: CommandLineTool.version) { id in
        rules.first { $0.id == id }.map { SARIFRule($0, in: rules) }
      }
    case .github: report.githubAnnotations()
    case .gitlab: report.gitlabCodeQuality()
    case .junit: report.junit()
    case .checkstyle: report.checkstyle()
    case .rdjson: report.reviewdog()
    case .markdown: report.markdown()
    }
  }
}

extension SARIFRule {
  fileprivate init(_ rule: Rule, in rules: [Rule]) {
    self.init(
      id: rule.id, category: rule.category, summary: rule.summary, rationale: rule.rationale,
      page: RulePage(rule, in: rules).content, formerIDs: rule.aliases)
  }
}
