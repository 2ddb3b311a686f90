import SourceText

/// The `Path` of a `Std:JsonGet`: where in a JSON file a value is. All ranges are byte offsets into the text that was
/// parsed.
///
/// AWS calls it "JsonPath notation"; the SageMaker Python SDK writes names, indexes and quoted keys only, mostly without
/// a leading `$`. Operators of JSONPath that lead to several values are therefore problems that are not certain.
public struct JSONGetPath: Sendable {
  /// In order, up to the problem if there is one.
  public let segments: [ReferenceSegment]
  /// Why reading stopped; nil if all of it was read.
  public let problem: ReferenceProblem?
}
