public import Diagnostics

/// What a run of the linter has to tell. How it is told is the business of each format.
public struct LintReport: Sendable {
  /// The files that hold a workflow or claim to, in the order in which they were given or met.
  public let files: [LintedFile]
  /// In the order of ``Diagnostic/precedes(_:_:)``.
  public let diagnostics: [Diagnostic]
  /// What somebody chose not to see, in the same order. Most formats only count it.
  public let suppressed: [SuppressedDiagnostic]
  /// How many findings a limit kept from being listed.
  public let droppedCount: Int
  /// Where services look for the files.
  public let root: ReportRoot

  public init(
    files: [LintedFile], diagnostics: [Diagnostic], suppressed: [SuppressedDiagnostic] = [],
    droppedCount: Int = 0, root: ReportRoot = ReportRoot("/")
  ) {
    self.files = files
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.droppedCount = droppedCount
    self.root = root
  }

  public var workflowCount: Int { files.reduce(0) { $0 + $1.workflows.count } }

  public func count(of severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

/// A file that was looked into.
public struct LintedFile: Sendable, Hashable {
  public let path: String
  /// The names of the workflows in it, in document order; none if the file cannot be parsed.
  public let workflows: [String]
  /// The paths by which it refers to definitions in other files, as they are written.
  public let references: [String]

  public init(path: String, workflows: [String], references: [String] = []) {
    self.path = path
    self.workflows = workflows
    self.references = references
  }
}
