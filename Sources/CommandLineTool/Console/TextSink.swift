/// Where text goes that a person or program reads: standard output and standard error, or what stands in for
/// them.
public protocol TextSink: Sendable {
  var isTerminal: Bool { get }
  /// Writes now or later; what could not be written is said by ``flush()``.
  func write(_ text: String)
  /// Writes everything now.
  ///
  /// - Returns: Why not all text has been written since the sink was made, if a reader may care. One that
  ///   went away does not.
  func flush() -> WriteFailure?
}

/// Why something could not be written.
public struct WriteFailure: Error, Hashable, Sendable {
  /// What was to be written, for people: a path, or `standard output`.
  public let subject: String
  /// In the operating system's words.
  public let reason: String

  public init(subject: String, reason: String) {
    self.subject = subject
    self.reason = reason
  }
}

extension WriteFailure: CustomStringConvertible {
  public var description: String { "cannot write \(subject): \(reason)" }
}
