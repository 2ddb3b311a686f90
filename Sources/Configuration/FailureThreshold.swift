public import Diagnostics

/// What it takes to fail a run.
public enum FailureThreshold: String, CaseIterable, Sendable {
  case error, warning, note, never

  public func isReached(by severity: Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: severity >= .warning
    case .note: true
    case .never: false
    }
  }
}
