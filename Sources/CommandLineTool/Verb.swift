import ArgumentParser

/// What the program can be asked to do: the options of one verb, and what it does with them.
protocol Verb: ParsableCommand {
  var color: ColorChoice { get }
  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus
}

/// The caller asked for something that cannot be.
struct UsageError: Error {
  /// A sentence without its full stop; it may have further lines.
  let message: String

  init(_ message: String) {
    self.message = message
  }
}

/// The options of verbs that look for workflows in files.
struct InputOptions: ParsableArguments {
  @Flag(
    help: "Pass over named files that hold no workflow, as in folders; for programs that pass every file.")
  var skipUnrelated = false
}

/// The options that every verb has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.",
      valueName: "when"))
  var color: ColorChoice = .auto
}

/// The options of every verb that follows a template to the files of its definitions.
struct LinkOptions: ParsableArguments {
  @Flag(
    help: "Read the definitions that templates refer to even if they lie outside of the repository.")
  var allowOutside = false
}
