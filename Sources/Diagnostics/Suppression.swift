/// Somebody's decision not to see a finding.
public struct Suppression: Sendable, Hashable {
  /// Where it is written down.
  public enum Place: Sendable, Hashable {
    /// In the file that the finding is in.
    case source
    /// In a configuration or a baseline.
    case elsewhere
  }

  public let place: Place
  /// Why, in the words of who decided.
  public let reason: String?

  public init(_ place: Place, reason: String? = nil) {
    self.place = place
    self.reason = reason
  }
}

/// A finding that somebody chose not to see.
public struct SuppressedDiagnostic: Sendable {
  public let diagnostic: Diagnostic
  public let suppression: Suppression

  public init(_ diagnostic: Diagnostic, _ suppression: Suppression) {
    self.diagnostic = diagnostic
    self.suppression = suppression
  }
}
