/// What a field takes that may hold a path or a call: the values of `.$` fields, `ErrorPath`, `CausePath`.
public enum TemplateValue: Sendable {
  case path(Path)
  /// Also of text that is neither, which is a problem of the call.
  case intrinsic(Intrinsic)

  /// Reads what stands there: a path if the text starts with `$`, blanks aside, or else a call. O(bytes).
  public static func parse(_ text: UnsafeBufferPointer<UInt8>) -> TemplateValue {
    text.first { $0 != .blank } == .dollar ? .path(Path.parse(text)) : .intrinsic(Intrinsic.parse(text))
  }

  /// Whether there is no problem in it, and none in its paths.
  public var isSound: Bool {
    switch self {
    case .path(let path): path.problems.isEmpty
    case .intrinsic(let intrinsic):
      intrinsic.problems.isEmpty && intrinsic.paths.allSatisfy(\.problems.isEmpty)
    }
  }

  /// The path, or those among the arguments, in order of the text.
  public var paths: [Path] {
    switch self {
    case .path(let path): [path]
    case .intrinsic(let intrinsic): intrinsic.paths
    }
  }
}
