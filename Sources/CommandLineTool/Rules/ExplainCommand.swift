import ArgumentParser
import Linting

/// `stateline explain RULE`.
struct ExplainCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule: what it demands, why, and what it looks like.")

  @Argument(help: "The id of a rule.", completion: .ruleIDs)
  var rule: String

  @OptionGroup var project: ConfigurationOptions

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    let rule = try RuleIndex(rules: project.rules(invocation, console)).rule(named: rule)
    console.show(rule.explanation(console.outputPalette, width: console.width))
    return .clean
  }
}
