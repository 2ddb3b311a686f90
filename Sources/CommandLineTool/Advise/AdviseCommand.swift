import ArgumentParser
import Reports

/// `stateline advise`: the options. What they lead to is in ``AdviseRun``.
struct AdviseCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract:
      "Tell whether a state machine would be better off as a SageMaker pipeline, or the other way round.",
    usage: "stateline advise [<options>] [<path> ...]",
    discussion: """
      Says for each workflow which service suits it, why, and what each of its states or steps would become \
      in the other one. Without a path, every workflow below the current folder is looked at.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to look into; - is standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(help: ArgumentHelp("How to say it.", valueName: "format"))
  var format: AdviceFormat = .text

  @Flag(help: "Show what becomes of each type of step and state instead; nothing is read.")
  var mapping = false

  @Option(
    help: ArgumentHelp(
      "The name of what comes from standard input, to tell how to read it.", valueName: "name"))
  var stdinPath: String?

  @OptionGroup var links: LinkOptions

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    guard mapping else { return try AdviseRun(self, invocation, console).run() }
    guard paths.isEmpty else { throw UsageError("--mapping reads no files; leave the paths out") }
    console.show(format.render(MappingTable(), console.outputPalette, width: console.width))
    return .clean
  }
}

/// The formats of advice.
enum AdviceFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, markdown

  func render(_ report: PortabilityReport, _ palette: Palette, width: Int) -> String {
    switch self {
    case .text: report.text(palette, width: width)
    case .json: report.json()
    case .markdown: report.markdown()
    }
  }

  func render(_ table: MappingTable, _ palette: Palette, width: Int) -> String {
    switch self {
    case .text: table.text(palette, width: width)
    case .json: table.json()
    case .markdown: table.markdown()
    }
  }
}
