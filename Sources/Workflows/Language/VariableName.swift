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

  /// Whether a name surely is right: ASCII letters, digits and underscores, of which the first is a letter. O(length).
  public static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = name.first, first.isLetter, name.count <= maximumLength else { return false }
    return name.allSatisfy { $0.isLetter || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "_") }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
