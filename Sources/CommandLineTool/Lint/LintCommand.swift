import ArgumentParser
import Diagnostics
import Linting
import SourceText

/// `stateline lint`: the options. What they lead to is in ``LintRun``.
struct LintCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find what is wrong with workflows.",
    discussion: """
      Without a path, looks into every JSON and YAML file below the current folder that git does not ignore.

      Exits with 0 if nothing was found at or above the level of --fail-on, 1 if something was, 2 if it was called \
      in a wrong way, and 3 if something could not be read or written.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to look into; - is standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "How to report, and where to: text, concise, json, jsonl.",
      discussion: "With =FILE to a file instead of standard output. May be repeated.",
      valueName: "format[=file]"))
  var format: [ReportRequest] = []

  @Option(
    help: ArgumentHelp("Exit with 1 from this level on: error, warning, note, never.", valueName: "level"))
  var failOn: FailureThreshold = .error

  @Option(help: ArgumentHelp("Check only these rules, separated by commas.", valueName: "rules"))
  var only: [RuleList] = []

  @Option(help: ArgumentHelp("Do not check these rules, separated by commas.", valueName: "rules"))
  var skip: [RuleList] = []

  @Option(
    help: ArgumentHelp(
      "What to take definitions for that do not say it: standard, express.", valueName: "type"))
  var type: MachineType = .standard

  @Option(
    help: ArgumentHelp("What to call standard input; its ending tells how to read it.", valueName: "name"))
  var stdinPath: String?

  @Flag(help: "Count the findings of each rule instead of listing them.")
  var statistics = false

  @Flag(help: "Show which files hold which workflows, and check nothing.")
  var showFiles = false

  @Flag(help: "Show what is not read for its size, and check nothing.")
  var showLimits = false

  @Flag(help: "Use no configuration file.")
  var noConfig = false

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    if showLimits {
      console.show(invocation.limits.table)
      return .clean
    }
    return try LintRun(self, invocation, console).run()
  }
}

/// What it takes to fail a run.
enum FailureThreshold: String, CaseIterable, ExpressibleByArgument {
  case error, warning, note, never

  func isReached(by severity: Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: severity >= .warning
    case .note: true
    case .never: false
    }
  }
}

extension Limits {
  /// For people.
  fileprivate var table: String {
    """
    size of a file                  \(maximumFileSize) bytes
    nesting of objects and arrays   \(maximumNesting)
    nodes added by YAML aliases     \(maximumAliasedNodes)
    syntax errors of a file         \(maximumSyntaxDefects)
    findings of a definition        \(maximumFindings)

    """
  }
}
