public import SourceText

/// What the string of `{"Get": "…"}` in a pipeline definition refers to. All ranges are byte offsets into the text that
/// was parsed.
///
/// The grammar is what the SageMaker Python SDK writes (2.257 and 3.27):
/// ```
/// reference = "Parameters." name | "Execution." name | "Steps." name path
///           | "ForEach.CurrentItem" path | "IterationOutput." name path
/// path      = { "." member | "['" key "']" | "[" digits "]" }
/// ```
/// A name ends at the first dot or bracket, which names of steps cannot hold.
public struct PipelineReference: Sendable {
  public enum Root: Hashable, Sendable, CaseIterable {
    case parameters, execution, steps
    /// `ForEach.CurrentItem`: an item of the loop around.
    case currentItem
    /// `IterationOutput`: what a step in the body of a loop yields, as the loop's own selector sees it.
    case iterationOutput
    /// Anything else: a problem.
    case unknown
  }

  public let root: Root
  /// The first word.
  public let rootRange: ByteRange
  /// The name of a parameter, variable or step; `CurrentItem` of an item. Empty if it is missing.
  public let name: ByteRange
  /// In order, up to the problem if there is one.
  public let segments: [ReferenceSegment]
  /// Why reading stopped; nil if all of it was read.
  public let problem: ReferenceProblem?

  /// The segment that names a member, if there is one at this place.
  public func member(_ position: Int) -> ByteRange? {
    guard segments.indices.contains(position), case .member(let name) = segments[position].selector else {
      return nil
    }
    return name
  }
}

/// One step of the path of a reference.
public struct ReferenceSegment: Hashable, Sendable {
  public enum Selector: Hashable, Sendable {
    /// Behind a dot; the range is without it.
    case member(ByteRange)
    /// In quotes and brackets.
    case key(EscapedText)
    /// Counted from 0.
    case index(Int32)
  }

  /// With the dot or the brackets.
  public let range: ByteRange
  public let selector: Selector
}

/// Something in a reference that cannot be read: what and where, without an opinion or a wording.
public struct ReferenceProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// Nothing at all.
    case empty
    /// The first word is none of ``PipelineReference/Root``.
    case unknownRoot
    /// A root without a name behind it.
    case missingName
    /// Something other than letters, digits, `_` and `-` in the name of a parameter or a variable.
    case unexpectedInName
    /// A path behind the name of a parameter or a variable, which have no members.
    case unexpectedPath
    /// A dot without the name of a member behind it.
    case missingMember
    /// Neither `.` nor `[` behind a segment.
    case unexpectedCharacter
    /// Neither a quoted key nor an index in brackets.
    case unexpectedInBrackets
    case unclosedBracket
    case unterminatedQuote
    /// An index that does not fit 32 bits.
    case indexOutOfRange
    /// An operator that may yield several values or none, such as `*`, `..` or a filter.
    case severalValues
  }

  public let kind: Kind
  public let range: ByteRange
  /// False where AWS does not say what it takes.
  public let isCertain: Bool
}
