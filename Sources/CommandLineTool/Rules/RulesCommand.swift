import ArgumentParser
import Linting

/// `stateline rules`.
struct RulesCommand: Verb {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List all rules.")

  @Option(help: ArgumentHelp("How to list them.", valueName: "format"))
  var format: RuleListFormat = .text

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    let rules = invocation.rules().sorted { $0.id < $1.id }
    console.show(format.render(rules, console.outputPalette))
    return .clean
  }
}
