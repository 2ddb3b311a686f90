/// A regular expression as it is written, before it becomes a program.
indirect enum PatternSyntax: Sendable {
  case empty
  case scalars(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternSyntax])
  case alternatives([PatternSyntax])
  /// As often as `bounds` say; without an upper bound if `isOpen`.
  case repeated(PatternSyntax, bounds: ClosedRange<Int>, isOpen: Bool)
}

/// What has to hold between two scalars.
enum PatternAssertion: UInt8, Sendable {
  case start, end, wordBoundary, noWordBoundary
}
