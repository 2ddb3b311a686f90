public import ArgumentParser
public import Configuration
import Linting
import SourceText

/// `stateline lint`: the options. What they lead to is in ``LintRun``.
struct LintCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find what is wrong with workflows.",
    usage: "stateline lint [<options>] [<path> ...]",
    discussion: """
      Without a path, it looks into the paths of the configuration, or else into every JSON and YAML file below \
      the current folder that git does not ignore. The configuration is the nearest stateline.yaml from the \
      current folder up to the root of the repository. What the options say goes before what it says.

      The exit status is 0 if there is nothing to report at the level of --fail-on or above, 1 if there is, \
      2 after a mistake in the arguments or the configuration, and 3 if something could not be read or written.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to look into; - is standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "How to report: as text if not given. Goes to standard output, or to the file behind =. Repeatable.",
      valueName: "format[=file]"))
  var format: [ReportRequest] = []

  @Option(
    help: ArgumentHelp(
      "The level from which findings make the exit status 1 (default: error).", valueName: "level"))
  var failOn: FailureThreshold?

  @Option(
    help: ArgumentHelp("Check only these rules; commas between them.", valueName: "rules"))
  var only: [RuleList] = []

  @Option(
    help: ArgumentHelp("Leave out these rules; commas between them.", valueName: "rules"))
  var skip: [RuleList] = []

  @Option(
    help: ArgumentHelp(
      "The type of workflows whose file does not say it (default: standard).", valueName: "type"))
  var type: MachineType?

  @Option(
    help: ArgumentHelp(
      "The name of what comes from standard input: for reports, and to tell how to read it.",
      valueName: "name"))
  var stdinPath: String?

  @Flag(help: "Make the safe fixes in the files, and report what remains.")
  var fix = false

  @Flag(
    help: "With --fix: show what would change and write nothing; the exit status is 1 if there is anything.")
  var diff = false

  @Flag(help: "Count the findings of each rule instead of showing them.")
  var statistics = false

  @Flag(help: "Show which files hold which workflows, without checking them.")
  var showFiles = false

  @Flag(help: "Show how much is read and reported at most, without reading anything.")
  var showLimits = false

  @Option(
    help: ArgumentHelp(
      "The configuration, instead of the nearest stateline.yaml; its paths start from the current folder.",
      valueName: "file"))
  var config: String?

  @Flag(help: "Use no configuration.")
  var noConfig = false

  @Option(
    help: ArgumentHelp(
      "Do not show the findings in this file, which --write-baseline wrote.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write the findings into this file, so that later runs with --baseline show only new ones.",
      valueName: "file"))
  var writeBaseline: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var links: LinkOptions
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

extension FailureThreshold: ExpressibleByArgument {}

extension Limits {
  /// For people.
  fileprivate var table: String {
    """
    bytes of a file                  \(maximumFileSize)
    levels of objects and arrays     \(maximumNesting)
    values added by YAML aliases     \(maximumAliasedNodes)
    syntax errors kept of a file     \(maximumSyntaxDefects)
    findings kept of a workflow      \(maximumFindings)

    """
  }
}
