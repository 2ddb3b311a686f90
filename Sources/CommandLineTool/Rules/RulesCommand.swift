import ArgumentParser
import Linting
import Repository

/// `stateline rules`.
struct RulesCommand: Verb {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List all rules.")

  @Option(help: ArgumentHelp("How to list them.", valueName: "format"))
  var format: RuleListFormat = .text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "With --format markdown: a folder for a page about each rule and an index of them.",
      valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var project: ConfigurationOptions

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    let rules = try project.rules(invocation, console).sorted { $0.id < $1.id }
    guard let output else {
      console.show(format.render(rules, console.outputPalette))
      return .clean
    }
    guard format == .markdown else {
      throw UsageError("--output is for pages in Markdown; add --format markdown")
    }
    if output.isEmpty { throw UsageError("--output is empty") }
    do throws(WriteFailure) {
      try writePages(about: rules, to: Repository.Path(output), invocation.writer)
      return .clean
    } catch {
      console.error(error)
      return .failure
    }
  }

  private func writePages(
    about rules: [Rule], to folder: Repository.Path, _ writer: any FileWriter
  ) throws(WriteFailure) {
    try writer.makeFolder(folder)
    try writer.write(RuleIndexPage(rules: rules).text, to: folder.appending("README.md"))
    for rule in rules {
      try writer.write(RulePage(rule, in: rules).text, to: folder.appending("\(rule.id).md"))
    }
  }
}
