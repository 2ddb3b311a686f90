import ArgumentParser
import Diagrams

/// `stateline render`: the options. What they lead to is in ``RenderRun``.
struct RenderCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw workflows as SVG.",
    usage: "stateline render [<options>] [<path> ...]",
    discussion: """
      One workflow goes to standard output, or to the file of --output. Several go to a folder, each to a file \
      that has its name. Without a path, every workflow below the current folder is drawn.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to look into; - is standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Where pictures go; a name that ends with / is a folder.", valueName: "file|folder"),
    completion: .file())
  var output: String?

  @Flag(help: "Put each picture next to its definition: flows/order.svg for flows/order.asl.json.")
  var beside = false

  @Flag(help: "With --beside: write nothing; the exit status is 1 if a picture is missing or stale.")
  var check = false

  @Flag(help: "With --beside: draw stale pictures anew, and make the exit status 1 if there were any.")
  var failIfStale = false

  @Option(help: ArgumentHelp("The colours; auto follows the viewer's setting.", valueName: "theme"))
  var theme: Theme = .light

  @Option(
    help: ArgumentHelp(
      "What to write above the picture; the workflow's name if not given.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The name of what comes from standard input, to tell how to read it.", valueName: "name"))
  var stdinPath: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var links: LinkOptions
  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    try RenderRun(self, invocation, console).run()
  }
}
