import ArgumentParser
import Linting

/// The root of the command line. An unfinished verb is not listed here.
struct StatelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stateline",
    abstract: "Find what is wrong with AWS Step Functions workflows, and draw them.",
    version: CommandLineTool.version,
    subcommands: [
      LintCommand.self, RenderCommand.self, AdviseCommand.self, ExplainCommand.self, RulesCommand.self,
      TestCommand.self, SchemaCommand.self, InitCommand.self,
    ])

  /// The parser takes an unknown verb for an argument too many, and has no advice.
  static func refuseUnknownVerb(in arguments: [String]) throws {
    guard let word = arguments.first, !word.hasPrefix("-") else { return }
    let verbs = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !verbs.contains(word) else { return }
    let advice =
      Spelling.closest(to: word, in: verbs).map { "did you mean \"\($0)\"?" }
      ?? "\"stateline --help\" lists them all"
    throw UsageError("there is no verb \"\(word)\"; \(advice)")
  }
}
