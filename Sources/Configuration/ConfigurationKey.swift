import Workflows

/// A setting, or a member of an entry of one.
///
/// From these tables follow what is read, what is suggested for a name that is unknown, the JSON Schema, and the file
/// that `stateline init` writes.
public protocol ConfigurationKey: CaseIterable, RawRepresentable<String>, Sendable {
  var shape: ConfigurationShape { get }
  /// What it does, in one sentence.
  var summary: String { get }
  var isRequired: Bool { get }
}

/// A row of a table of keys.
public struct ConfigurationRow: Sendable {
  public let name: String
  public let shape: ConfigurationShape
  public let summary: String
  public let isRequired: Bool
}

extension ConfigurationKey {
  public static var rows: [ConfigurationRow] {
    allCases.map {
      ConfigurationRow(
        name: $0.rawValue, shape: $0.shape, summary: $0.summary, isRequired: $0.isRequired)
    }
  }
}

/// What a value in a configuration looks like.
public indirect enum ConfigurationShape: Sendable {
  case text(TextKind)
  /// One text, or a list of them.
  case texts(TextKind, mayBeEmpty: Bool = false)
  /// Levels by the names of rules, categories and topics.
  case levels(orRules: Bool)
  /// A machine type by pattern.
  case machineTypes
  /// A list of objects with these members.
  case entries([ConfigurationRow])

  /// What a text is.
  public enum TextKind: Sendable {
    /// A file or folder.
    case path
    /// What files it is about, in the notation of `.gitignore`.
    case pattern
    /// The id of a rule.
    case rule
    /// RFC 6901.
    case pointer
    /// `2026-12-31`
    case date
    case prose
    case option([String])
  }

  static let machineType = ConfigurationShape.text(.option(MachineType.allCases.map(\.rawValue)))
}

// MARK: - The tables

/// The settings of a configuration.
public enum Setting: String, ConfigurationKey {
  case rules, paths, exclude, overrides
  case machineTypes = "machine-types"
  case failOn = "fail-on"
  case ignore

  public var shape: ConfigurationShape {
    switch self {
    case .rules: .levels(orRules: true)
    case .paths: .texts(.path, mayBeEmpty: true)
    case .exclude: .texts(.pattern, mayBeEmpty: true)
    case .overrides: .entries(OverrideKey.rows)
    case .machineTypes: .machineTypes
    case .failOn: .text(.option(FailureThreshold.allCases.map(\.rawValue)))
    case .ignore: .entries(IgnoreKey.rows)
    }
  }

  public var summary: String {
    switch self {
    case .rules: "The level of each rule, by its id, or of all rules of a category or topic."
    case .paths: "The files and folders to look into when the command line names none."
    case .exclude: "What to pass over in folders, in the notation of .gitignore."
    case .overrides: "Levels and a machine type for some files only; later entries go before earlier ones."
    case .machineTypes: "The type of the workflows in files that do not say it."
    case .failOn: "The level from which findings make the exit status 1."
    case .ignore: "Findings to suppress, with a reason and perhaps a last day."
    }
  }

  public var isRequired: Bool { false }
}

/// The members of an entry of `overrides`.
public enum OverrideKey: String, ConfigurationKey {
  case files, rules
  case machineType = "machine-type"

  public var shape: ConfigurationShape {
    switch self {
    case .files: .texts(.pattern)
    case .rules: .levels(orRules: false)
    case .machineType: .machineType
    }
  }

  public var summary: String {
    switch self {
    case .files: "Which files it is about, in the notation of .gitignore."
    case .rules: "The level of each rule, by its id, or of all rules of a category or topic."
    case .machineType: "The type of the workflows that do not say it."
    }
  }

  public var isRequired: Bool { self == .files }
}

/// The members of an entry of `ignore`.
public enum IgnoreKey: String, ConfigurationKey {
  case rule, path, at, reason, until

  public var shape: ConfigurationShape {
    switch self {
    case .rule: .texts(.rule)
    case .path: .texts(.pattern)
    case .at: .text(.pointer)
    case .reason: .text(.prose)
    case .until: .text(.date)
    }
  }

  public var summary: String {
    switch self {
    case .rule: "The rules whose findings are suppressed."
    case .path: "In which files, in the notation of .gitignore; in all if not given."
    case .at: "The JSON pointer of the part of the definition in which they are suppressed: /States/Charge."
    case .reason: "Why."
    case .until: "The last day on which they are suppressed: 2026-12-31."
    }
  }

  public var isRequired: Bool { self == .rule }
}
