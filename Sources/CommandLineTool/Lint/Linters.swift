import Configuration
import Linting
import SourceText
import Synchronization

/// The linter of each file: those to which the same settings apply share one.
final class Linters: Sendable {
  /// All that there are, those that nobody chose included.
  let rules: [Rule]
  private let project: Project?
  /// The ids of the rules that the command line chose; empty for all.
  private let wanted: Set<String>
  private let unwanted: Set<String>
  private let machineType: MachineType?
  private let limits: Limits
  private let made = Mutex<[Configuration.FileSettings: Linter]>([:])

  init(_ options: LintCommand, _ project: Project?, _ invocation: Invocation) throws {
    rules = invocation.rules() + (project?.configuration.ownRules ?? [])
    self.project = project
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

  /// - Parameter path: As the run sees it.
  func linter(for path: String) -> Linter {
    let settings = project.map { $0.configuration.settings(for: $0.path(of: path)) } ?? .ofAnyFile
    return made.withLock { made in
      if let known = made[settings] { return known }
      let linter = Linter(
        rules: rules(in: settings), machineType: machineType ?? settings.machineType ?? .standard,
        limits: limits)
      made[settings] = linter
      return linter
    }
  }

  /// Those that are checked in such files. The command line goes before the configuration.
  private func rules(in settings: Configuration.FileSettings) -> [Rule] {
    rules.compactMap { rule in
      guard isChosen(rule) else { return nil }
      guard let project else { return rule }
      let level = project.configuration.level(of: rule, in: settings)
      return level.applied(to: rule) ?? (wanted.contains(rule.id) ? rule : nil)
    }
  }
}
