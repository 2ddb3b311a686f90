public import Diagnostics
public import Linting
public import SourceText
public import Syntax

/// What a project wants of Stateline: the content of its `stateline.yaml`.
///
/// Paths and patterns in it start from one folder, which the caller knows; paths that are asked about do as well.
public struct Configuration: Sendable {
  public let tree: SyntaxTree
  /// Rules that the project declares itself.
  public internal(set) var ownRules: [Rule] = []
  /// What to look into when nobody says it.
  public internal(set) var paths: [String] = []
  /// What to pass over in folders.
  public internal(set) var exclude: PathPatterns?
  public internal(set) var failOn: FailureThreshold?
  public internal(set) var ignores: [IgnoreEntry] = []
  /// What is wrong with it, in the order of the text.
  public internal(set) var diagnostics: [Diagnostic] = []

  var levels = RuleLevels()
  var machineTypes: [(patterns: PathPatterns, type: MachineType)] = []
  var overrides: [Override] = []

  init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  public var source: SourceFile { tree.source }

  /// An entry of `overrides`.
  struct Override: Sendable {
    var files = PathPatterns([])
    var levels = RuleLevels()
    var machineType: MachineType?
  }

  /// What goes for a file. Files with the same settings are alike in all that the configuration says of them.
  public struct FileSettings: Hashable, Sendable {
    /// Indexes into `overrides`.
    fileprivate var overrides: [Int] = []
    public fileprivate(set) var machineType: MachineType?

    fileprivate init() {}

    /// Those that go for files about which nothing in particular is said.
    public static let ofAnyFile = FileSettings()
  }

  /// - Parameter path: From the configuration's folder; nil for a file outside of it.
  public func settings(for path: String?) -> FileSettings {
    var settings = FileSettings()
    guard let path else { return settings }
    settings.machineType = machineTypes.last { $0.patterns.contain(path) }?.type
    for (index, override) in overrides.enumerated() where override.files.contain(path) {
      settings.overrides.append(index)
      settings.machineType = override.machineType ?? settings.machineType
    }
    return settings
  }

  /// The level of a rule in such files.
  public func level(of rule: Rule, in settings: FileSettings) -> RuleLevel {
    for index in settings.overrides.reversed() {
      if let level = overrides[index].levels.level(of: rule) { return level }
    }
    return levels.level(of: rule) ?? .default
  }
}
