import Configuration
import Diagnostics
import Linting
import Reports
import SourceText
import Synchronization

/// The linter of each file: those to which the same settings apply share one.
final class Linters: Sendable {
  /// All that there are, those that nobody chose included.
  let rules: [Rule]
  private let suppressions: ProjectSuppressions
  /// The ids of the rules that the command line chose; empty for all.
  private let wanted: Set<String>
  private let unwanted: Set<String>
  private let machineType: MachineType?
  private let limits: Limits
  /// Whether the run looks into everything.
  private let isWhole: Bool
  private let made = Mutex<[Configuration.FileSettings: Linter]>([:])

  init(_ options: LintCommand, _ suppressions: ProjectSuppressions, _ invocation: Invocation) throws {
    rules = invocation.rules() + (suppressions.project?.configuration.ownRules ?? [])
    self.suppressions = suppressions
    isWhole = options.paths.isEmpty && options.only.isEmpty && options.skip.isEmpty
    machineType = options.type
    limits = invocation.limits
    guard !options.only.isEmpty || !options.skip.isEmpty else {
      (wanted, unwanted) = ([], [])
      return
    }
    let index = RuleIndex(rules: rules)
    wanted = try index.ids(in: options.only)
    unwanted = try index.ids(in: options.skip)
    if !rules.isEmpty, rules.allSatisfy({ !isChosen($0) }) {
      throw UsageError("--only and --skip leave no rule to check")
    }
  }

  private func isChosen(_ rule: Rule) -> Bool {
    (wanted.isEmpty || wanted.contains(rule.id)) && !unwanted.contains(rule.id)
  }

  private var project: Project? { suppressions.project }

  /// - Parameter path: As the run sees it.
  func linter(for path: String) -> Linter {
    linter(for: project.map { $0.configuration.settings(for: $0.path(of: path)) } ?? .ofAnyFile)
  }

  private func linter(for settings: Configuration.FileSettings) -> Linter {
    made.withLock { made in
      if let known = made[settings] { return known }
      let linter = newLinter(for: settings)
      made[settings] = linter
      return linter
    }
  }

  private func newLinter(for settings: Configuration.FileSettings) -> Linter {
    let (all, suppressions) = (rules, suppressions)
    var suppress: (@Sendable (Diagnostic) -> Suppression?)?
    if !suppressions.isEmpty { suppress = { suppressions.suppression(of: $0) } }
    return Linter(
      rules: chosenRules(in: settings), machineType: machineType ?? settings.machineType ?? .standard,
      limits: limits, names: { RuleNames(all) }, suppressing: suppress)
  }

  /// Those that are checked in such files. The command line goes before the configuration.
  private func chosenRules(in settings: Configuration.FileSettings) -> [Rule] {
    rules.compactMap { rule in
      guard isChosen(rule) else { return nil }
      guard let project else { return rule }
      let level = project.configuration.level(of: rule, in: settings)
      return level.applied(to: rule) ?? (wanted.contains(rule.id) ? rule : nil)
    }
  }

  /// What there is to say about the suppressions of the project.
  func remarks(on report: LintReport) -> [Diagnostic] {
    guard let project, !project.configuration.ignores.isEmpty else { return [] }
    let linter = linter(for: .ofAnyFile)
    let defects = suppressions.defects(
      after: report, isWhole: isWhole, rules: Set(linter.rules.map(\.id)))
    return linter.lint(defects, in: project.configuration.tree)
  }
}
