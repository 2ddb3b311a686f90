import ArgumentParser
import Reports

/// The program, as a function of its invocation.
public enum CommandLineTool {
  public static let version = "0.1.0"

  public static func run(_ invocation: Invocation) -> ExitStatus {
    let status = parseAndRun(invocation)
    guard let failure = invocation.output.flush() else { return status }
    Console(invocation, color: .auto).error(failure)
    return .failure
  }

  private static func parseAndRun(_ invocation: Invocation) -> ExitStatus {
    var console = Console(invocation, color: .auto)
    do {
      try StatelineCommand.refuseUnknownVerb(in: invocation.arguments)
      var command = try StatelineCommand.parseAsRoot(invocation.arguments)
      if let verb = command as? any Verb {
        console = Console(invocation, color: verb.color)
        return try verb.run(invocation, console)
      }
      // The parser's own commands, such as help, answer by throwing what to print.
      try command.run()
      return .clean
    } catch let error as UsageError {
      console.error(error.message)
      return .usage
    } catch {
      return answer(error, console)
    }
  }

  /// Prints what the parser has to say: the help or version that was asked for, or what is wrong with the
  /// arguments.
  private static func answer(_ error: any Error, _ console: Console) -> ExitStatus {
    let message = StatelineCommand.fullMessage(for: error, columns: console.width)
    switch StatelineCommand.exitCode(for: error) {
    case .success:
      console.show(message.hasSuffix("\n") ? message : "\(message)\n")
      return .clean
    case .validationFailure:
      console.error(inOneVoice(message))
      return .usage
    default:
      console.error(inOneVoice(message))
      return .failure
    }
  }

  /// The parser's message in the form of our own, without the synopsis, which is longer than any mistake.
  private static func inOneVoice(_ message: String) -> String {
    let lines = message.split(separator: "\n").filter { !$0.hasPrefix("Usage: ") }
    let sentence = lines.first?.trimmingPrefix("Error: ") ?? ""
    let details = lines.dropFirst().map { "\n  " + $0.trimmingPrefix("Help:").drop { $0 == " " } }
    return sentence.prefix(1).lowercased() + sentence.dropFirst() + details.joined()
  }
}
