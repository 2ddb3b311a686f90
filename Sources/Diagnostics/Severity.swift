/// How loudly a finding is reported, and what it takes to fail a run.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// One step quieter; a note stays a note.
  public var lowered: Severity { self == .error ? .warning : .note }
}

/// What happens to a workflow whose author ignores a finding.
public enum Category: String, Sendable, CaseIterable {
  /// AWS refuses the definition.
  case refused
  /// AWS accepts the definition, but it surely fails, hangs or does nothing when it runs.
  case fails
  /// It fails under conditions that production meets.
  case risky
  /// It works, and could be better.
  case advice

  /// The severity of a certain finding of this category.
  public var severity: Severity {
    switch self {
    case .refused, .fails: .error
    case .risky: .warning
    case .advice: .note
    }
  }
}

/// How sure a finding is of what its category says.
public enum Certainty: String, Sendable, CaseIterable {
  case certain
  /// Reported one step below the severity of its category.
  case likely
}
