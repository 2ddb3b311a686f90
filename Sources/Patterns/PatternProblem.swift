/// Why a text is no pattern.
public struct PatternProblem: Error, Sendable, Equatable {
  /// A sentence without its full stop, which begins with a lower-case letter.
  public let message: String
  /// What it is about, in bytes of the pattern.
  public let range: Range<Int>

  init(_ message: String, _ range: Range<Int>) {
    self.message = message
    self.range = range
  }
}
