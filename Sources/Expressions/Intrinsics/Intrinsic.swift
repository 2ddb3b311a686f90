public import SourceText

/// A call of an intrinsic function, such as `States.Format('{}', $.name)`, with what is wrong with it.
///
/// All ranges are byte offsets into the text that was parsed.
public struct Intrinsic: Sendable {
  /// The outermost call, as far as it could be read; nil if there is none.
  public let call: Call?
  /// In order of the text. What is wrong with paths is in these (see ``paths``).
  public let problems: [IntrinsicProblem]

  public struct Call: Sendable {
    /// From the name to the closing parenthesis.
    public let range: ByteRange
    /// The name with `States.`.
    public let name: ByteRange
    /// Nil if there is none of this name.
    public let function: IntrinsicFunction?
    public let arguments: [Argument]
    /// Whether all arguments were read.
    public let isComplete: Bool
  }

  public struct Argument: Sendable {
    public let range: ByteRange
    public let value: Value
  }

  public enum Value: Sendable {
    /// In single quotes; `placeholders` is how many `{}` without a backslash it holds.
    case string(EscapedText, placeholders: Int)
    case number(Double)
    case boolean(Bool)
    case null
    case path(Path)
    case call(Call)
  }

  /// Calls inside each other, the outermost being the first; the service's documented limit.
  public static let maximumNesting = 10

  /// The paths among all arguments, in order of the text.
  public var paths: [Path] {
    var result: [Path] = []
    call?.collectPaths(into: &result)
    return result
  }

  /// What the whole gives; any type if that is unknown.
  public var result: ValueTypes { call?.function?.result ?? .any }
}

extension Intrinsic.Call {
  /// Recursion is bounded by ``Intrinsic/maximumNesting``.
  fileprivate func collectPaths(into result: inout [Path]) {
    for argument in arguments {
      switch argument.value {
      case .path(let path): result.append(path)
      case .call(let call): call.collectPaths(into: &result)
      default: break
      }
    }
  }
}

extension Intrinsic.Value {
  /// The types that the value may have.
  public var types: ValueTypes {
    switch self {
    case .string: .string
    case .number: .number
    case .boolean: .boolean
    case .null: .null
    case .path: .any
    case .call(let call): call.function?.result ?? .any
    }
  }
}
