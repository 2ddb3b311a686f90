/// How a run ended, as scripts see it.
public enum ExitStatus: Int32, Sendable, Comparable {
  /// Nothing to report at or above the threshold.
  case clean = 0
  case findings = 1
  /// Wrong usage or configuration.
  case usage = 2
  /// Something could not be read or written.
  case failure = 3

  /// Of two things that went wrong in one run, the greater is the status of the whole.
  public static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
