public import Diagnostics

/// The parts of a text that are told apart by colour.
public enum Style: Sendable, CaseIterable {
  case error, warning, note
  /// What should catch the eye.
  case emphasis
  /// Line numbers and rules around an excerpt.
  case frame
  /// The underline of a second place.
  case related
  /// What to do.
  case help
  /// What may be read last.
  case faint

  public init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }

  /// The parameters of ECMA-48's "select graphic rendition".
  fileprivate var parameters: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .emphasis: "1"
    case .frame, .related: "1;34"
    case .help: "1;32"
    case .faint: "2"
    }
  }
}

/// Colours text, or leaves it as it is. Each stream has its own.
public struct Palette: Sendable {
  public let isColored: Bool

  public init(isColored: Bool) {
    self.isColored = isColored
  }

  public static let plain = Palette(isColored: false)

  public func callAsFunction(_ style: Style, _ text: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m" : text
  }
}
