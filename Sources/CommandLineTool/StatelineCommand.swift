import ArgumentParser

/// The root of the command line. An unfinished verb is not listed here.
struct StatelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stateline",
    abstract: "Finds what is wrong with AWS Step Functions workflows, before AWS does.",
    version: CommandLineTool.version,
    subcommands: [LintCommand.self, ExplainCommand.self, RulesCommand.self])
}
