import Reports

/// Talks to whoever called: results on one stream, everything else on the other.
struct Console: Sendable {
  let output: any TextSink
  let errors: any TextSink
  let outputPalette: Palette
  let errorPalette: Palette
  /// Of the terminal, in cells.
  let width: Int

  init(_ invocation: Invocation, color: ColorChoice) {
    output = invocation.output
    errors = invocation.errors
    outputPalette = color.palette(for: output, environment: invocation.environment)
    errorPalette = color.palette(for: errors, environment: invocation.environment)
    // Below that nothing can be laid out; above it, nobody reads.
    let columns = invocation.environment("COLUMNS").flatMap { Int($0) } ?? 100
    width = min(max(columns, 40), 1_000)
  }

  func show(_ text: String) {
    output.write(text)
  }

  /// Says what went wrong. `message` may hold what was found in files.
  func error(_ message: some CustomStringConvertible) {
    say(errorPalette(.error, "error:"), message.description)
  }

  func warning(_ message: some CustomStringConvertible) {
    say(errorPalette(.warning, "warning:"), message.description)
  }

  func remark(_ text: String) {
    errors.write("\(text.printable)\n")
  }

  private func say(_ kind: String, _ message: String) {
    errors.write("\(kind) \(message.printableLines)\n")
  }
}
