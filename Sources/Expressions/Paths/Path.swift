public import SourceText

/// A JSONPath as Step Functions takes it: where it starts, and the steps from there.
///
/// The engine behind Step Functions is inferred to be an old Jayway JsonPath (1.2 to 2.0) with restrictions of the
/// Amazon States Language. All ranges are byte offsets into the text that was parsed.
public struct Path: Sendable {
  public enum Root: Hashable, Sendable {
    /// `$`: the data that the field works on.
    case input
    /// `$$`: the context object.
    case context
    /// `$name`: a workflow variable.
    case variable
  }

  public let root: Root
  /// `$`, `$$`, or `$` with the variable's name; empty if the text does not start with `$`.
  public let rootRange: ByteRange
  /// The name of the variable without `$`; nil for another root.
  public let variable: EscapedText?
  /// In order, up to the first problem that hides what follows.
  public let segments: [Segment]
  /// Whether everything was read: ``segments`` are all there are.
  public let isComplete: Bool
  /// What is wrong with it wherever a path may stand, in order of the text. At most one of each kind.
  public let problems: [PathProblem]
  /// Without blanks at its end.
  public let range: ByteRange

  /// One step of a path.
  public struct Segment: Hashable, Sendable {
    /// With the dots or brackets.
    public let range: ByteRange
    public let selector: Selector
    /// `..`: the step is taken from the value and from everything inside it.
    public let isDeep: Bool

    /// The name, if the step goes to exactly one.
    public var name: EscapedText? {
      if case .name(let name) = selector, !isDeep { name } else { nil }
    }

    /// Whether the step leads to at most one value.
    public var isDefinite: Bool {
      switch selector {
      case .name, .index, .fromEnd: !isDeep
      default: false
      }
    }
  }

  public enum Selector: Hashable, Sendable {
    case name(EscapedText)
    case names([EscapedText])
    /// Counted from 0, or from the end if negative.
    case index(Int32)
    case indexes([Int32])
    /// One of the two is there. A step, which the engine ignores, is a problem of kind ``PathProblem/Kind/sliceStep``.
    case slice(from: Int32?, to: Int32?)
    case wildcard
    /// What stands between `?` and `]`.
    case filter(ByteRange)
    /// `(@.length-1)`: counted from the end.
    case fromEnd(Int32)
    /// `length()`; the range is the name's.
    case function(ByteRange)
  }

  /// Whether the path leads to at most one value. Where it does not, the result is an array, empty if nothing matches.
  public var isDefinite: Bool { segments.allSatisfy(\.isDefinite) }

  /// Whether it is a path of names and non-negative indexes only, as the language demands in many fields.
  public var isReferencePath: Bool {
    isComplete && segments.allSatisfy { Self.referencePathRestriction(on: $0) == nil }
  }
}
