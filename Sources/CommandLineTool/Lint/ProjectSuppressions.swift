import Configuration
import Diagnostics
import Linting
import Reports

/// What keeps findings from being shown besides the files that they are in: the configuration, and a baseline.
struct ProjectSuppressions: Sendable {
  let project: Project?
  let baseline: PlacedBaseline?
  let today: CalendarDate

  /// Whether there is anything of the kind.
  var isEmpty: Bool { baseline == nil && project?.configuration.ignores.isEmpty ?? true }

  func suppression(of diagnostic: Diagnostic) -> Suppression? {
    if let entry = project?.entries(covering: diagnostic).first(where: { !$0.isExpired(on: today) }) {
      return Suppression(.elsewhere, reason: entry.reason)
    }
    return baseline.flatMap { $0.contains(diagnostic) ? Suppression(.elsewhere) : nil }
  }

  /// What there is to say about the entries of the configuration.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the run looked into everything, with all rules.
  ///   - rules: The ids of those that are checked.
  func defects(after report: LintReport, isWhole: Bool, rules: Set<String>) -> [SuppressionDefect] {
    guard let project else { return [] }
    return project.configuration.ignores.flatMap { entry -> [SuppressionDefect] in
      var defects: [SuppressionDefect] = []
      if entry.isExpired(on: today) {
        defects.append(SuppressionDefect(.expired, entry.range, detail: entry.until?.description))
      } else if isWhole, !rules.isDisjoint(with: entry.rules),
        !report.suppressed.contains(where: { entry.covers($0.diagnostic, in: project) })
      {
        let name = entry.rules.joined(separator: ", ")
        defects.append(SuppressionDefect(.unused, entry.range, name: name))
      }
      if entry.reason == nil { defects.append(SuppressionDefect(.withoutReason, entry.range)) }
      return defects
    }
  }
}

extension Project {
  fileprivate func entries(covering diagnostic: Diagnostic) -> some Sequence<IgnoreEntry> {
    configuration.ignores.lazy.filter { $0.covers(diagnostic, in: self) }
  }
}

extension IgnoreEntry {
  fileprivate func covers(_ diagnostic: Diagnostic, in project: Project) -> Bool {
    rules.contains(diagnostic.rule) && covers(diagnostic, at: project.path(of: diagnostic.source.path))
  }
}
