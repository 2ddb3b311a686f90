import ArgumentParser
import Reports

/// When to colour what is printed.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never

  /// `auto` asks `NO_COLOR` (no-color.org), then `FORCE_COLOR`, then whether the stream is a terminal.
  func palette(for sink: any TextSink, environment: (String) -> String?) -> Palette {
    Palette(isColored: isColored(sink, environment))
  }

  private func isColored(_ sink: any TextSink, _ environment: (String) -> String?) -> Bool {
    func isSet(_ name: String) -> Bool { environment(name)?.isEmpty == false }
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if isSet("NO_COLOR") { return false }
      if isSet("FORCE_COLOR") { return environment("FORCE_COLOR") != "0" }
      return sink.isTerminal && environment("TERM") != "dumb"
    }
  }
}
