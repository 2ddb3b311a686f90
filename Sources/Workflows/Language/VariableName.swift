/// What the name of a workflow variable may be (Step Functions Developer Guide, "workflow-variables").
public enum VariableName {
  /// Holds the input, the result and the context in JSONata; nothing can assign it.
  public static let reserved = "states"
  /// In characters.
  public static let maximumLength = 80

  public enum Defect: Equatable, Sendable {
    case empty, tooLong
    /// A character that is not `ID_Start` begins the name.
    case start(Unicode.Scalar)
    /// One that is not `ID_Continue` stands in it.
    case character(Unicode.Scalar)
  }

  /// What is wrong with a name, without `$` before it and `.$` behind it. O(length).
  public static func defect(of name: String) -> Defect? {
    let scalars = name.unicodeScalars
    guard let first = scalars.first else { return .empty }
    if !first.properties.isIDStart { return .start(first) }
    if let other = scalars.first(where: { !$0.properties.isIDContinue }) { return .character(other) }
    return scalars.count > maximumLength ? .tooLong : nil
  }
}
