import ArgumentParser
import Configuration
import Linting
import Repository

/// Which configuration declares rules besides those of Stateline.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The configuration, instead of the nearest stateline.yaml.", valueName: "file"))
  var config: String?

  @Flag(help: "Use no configuration.")
  var noConfig = false

  /// The rules of Stateline and those that the project declares. Says so if some of these are unsound.
  func rules(_ invocation: Invocation, _ console: Console) throws -> [Rule] {
    if config != nil, noConfig {
      throw UsageError("--config and --no-config contradict each other; leave out one")
    }
    if config == "" { throw UsageError("--config is empty") }
    guard !noConfig else { return invocation.rules() }
    do throws(ReadFailure) {
      guard let configuration = try Project(config, invocation)?.configuration else {
        return invocation.rules()
      }
      if configuration.diagnostics.contains(where: { $0.severity == .error }) {
        console.warning(
          "\(configuration.source.path) has mistakes, so some of its rules may be missing here; "
            + "\"stateline test\" shows them")
      }
      return invocation.rules() + configuration.ownRules
    } catch {
      // Whoever asks about a rule of Stateline has no need of it.
      console.warning(error)
      return invocation.rules()
    }
  }
}
