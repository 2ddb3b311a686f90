/// What Stateline refuses to spend on one input, so that no input, however hostile, costs more than it is
/// worth.
public struct Limits: Sendable {
  /// In bytes. A file above it is not read. Amazon States Language definitions have at most 1,048,576
  /// characters; templates that hold many of them stay far below this.
  public var maximumFileSize = 64 << 20
  /// How many objects and arrays may stand inside each other.
  public var maximumNesting = 500
  /// How many syntax errors are kept of one file.
  public var maximumSyntaxDefects = 50
  /// How many nodes the aliases and merged mappings of one YAML file may add by repeating what they name. A
  /// long text counts as one more for every 32 bytes.
  public var maximumAliasedNodes = 200_000
  /// How many findings are kept of one file; the rest is counted.
  public var maximumFindings = 1_000

  public init() {}
}
