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
    do {
      try StatelineCommand.refuseUnknownVerb(in: invocation.arguments)
      var command = try StatelineCommand.parseAsRoot(invocation.arguments)
      if let verb = command as? any Verb { return run(verb, invocation) }
      // The parser's own commands, such as help, answer by throwing what to print.
      try command.run()
      return .clean
    } catch let error as UsageError {
      Console(invocation, color: .auto).error(error.message)
      return .usage
    } catch {
      return answer(error, invocation)
    }
  }

  private static func run(_ verb: some Verb, _ invocation: Invocation) -> ExitStatus {
    let console = Console(invocation, color: verb.color)
    do {
      return try verb.run(invocation, console)
    } catch let error as UsageError {
      console.error(error.message)
      return .usage
    } catch let error as WriteFailure {
      console.error(error)
      return .failure
    } catch {
      console.error("internal error: \(error)")
      return .failure
    }
  }

  /// Prints what the parser has to say: the help or version that was asked for, or what is wrong with the
  /// arguments.
  private static func answer(_ error: any Error, _ invocation: Invocation) -> ExitStatus {
    let console = Console(invocation, color: .auto)
    let message = StatelineCommand.fullMessage(for: error, columns: console.width)
    if StatelineCommand.exitCode(for: error).isSuccess {
      console.show(message.hasSuffix("\n") ? message : "\(message)\n")
      return .clean
    }
    console.error(inOneVoice(message))
    return .usage
  }

  /// The parser's message in the form of our own, without the synopsis, which is longer than any mistake.
  private static func inOneVoice(_ message: String) -> String {
    let lines = message.split(separator: "\n").filter { !$0.hasPrefix("Usage: ") }
    let sentence = lines.first?.trimmingPrefix("Error: ") ?? ""
    let details = lines.dropFirst().map { "\n  " + $0.trimmingPrefix("Help:").drop { $0 == " " } }
    return sentence.prefix(1).lowercased() + sentence.dropFirst() + details.joined()
  }
}
