public import SourceText

/// One finding: what is wrong, where, why it matters and what to do. It has no opinion on how it is shown.
public struct Diagnostic: Sendable {
  /// The id of the rule that found it.
  public let rule: String
  public let category: Category
  public let certainty: Certainty
  public let severity: Severity
  /// A sentence that stands for itself.
  public let message: String
  /// What to do about it.
  public let help: String?
  public let source: SourceFile
  public let range: ByteRange
  /// Other places that explain the finding, in reading order.
  public let related: [RelatedPlace]
  /// A change of the text that mends it, if there is one to propose.
  public let fix: Fix?
  /// The workflow that it is about; nil if it is about the file.
  public let workflow: String?
  /// The innermost state around `range`, or the innermost step of a pipeline.
  public let state: String?
  /// The RFC 6901 pointer to the innermost value at `range`, inside the definition.
  public let pointer: String?
  /// The code with which AWS would refuse the definition.
  public let predicts: String?
  /// How many findings before this one are alike but for their place: it tells their fingerprints apart.
  public var occurrence = 0

  /// - Parameter severity: Nil for what category and certainty make of it.
  public init(
    rule: String, category: Category, certainty: Certainty = .certain, severity: Severity? = nil,
    message: String, help: String? = nil,
    source: SourceFile, range: ByteRange, related: [RelatedPlace] = [], fix: Fix? = nil,
    workflow: String? = nil, state: String? = nil, pointer: String? = nil, predicts: String? = nil
  ) {
    self.rule = rule
    self.category = category
    self.certainty = certainty
    self.severity =
      severity ?? (certainty == .certain ? category.severity : category.severity.lowered)
    self.message = message
    self.help = help
    self.source = source
    self.range = range
    self.related = related
    self.fix = fix
    self.workflow = workflow
    self.state = state
    self.pointer = pointer
    self.predicts = predicts
  }

  /// The order of output: by file, place, then rule.
  public static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.source.path != right.source.path { return left.source.path < right.source.path }
    if left.range != right.range { return left.range < right.range }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }
}

/// A second place of a finding, in the same file.
public struct RelatedPlace: Sendable, Hashable {
  /// What is there, in a few words.
  public let message: String
  public let range: ByteRange

  public init(_ message: String, at range: ByteRange) {
    self.message = message
    self.range = range
  }
}
