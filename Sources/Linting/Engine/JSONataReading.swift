public import Expressions
public import SourceText
import Syntax

/// What a string in a field that JSONata evaluates says.
public enum JSONataReading: Sendable {
  /// Begins with `{%` without ending with `%}`, or the other way round.
  case halfDelimited
  /// Something in it is filled in later, or it is nested too deeply to be read.
  case unknown
  case invalid(JSONataError)
  case expression(ParsedJSONata)

  /// How many bytes of the string stand before the expression: those of `{%`. Ranges of the expression and its errors
  /// count from there.
  public static let offset: UInt32 = 2

  /// A range of the expression as one of the string.
  public static func range(_ range: ByteRange) -> ByteRange {
    ByteRange(range.start + offset, range.end + offset)
  }

  /// Reads the decoded text of an ``ExpressionSite`` of kind `jsonata`.
  ///
  /// - Parameter hasSubstitution: Whether the text holds `${…}`, which also begins a group in JSONata.
  init(_ text: UnsafeBufferPointer<UInt8>, hasSubstitution: Bool) {
    guard text.count >= 4, text.begins(with: "{%"), text.ends(with: "%}") else {
      self = .halfDelimited
      return
    }
    do throws(JSONataError) {
      self = .expression(ParsedJSONata(try JSONataExpression.parse(Array(text.dropFirst(2).dropLast(2)))))
    } catch {
      self = hasSubstitution || error.kind == .tooDeep ? .unknown : .invalid(error)
    }
  }
}

/// An expression and what it uses. An object, so that handing it to a rule copies no arrays.
public final class ParsedJSONata: Sendable {
  public let expression: JSONataExpression
  public let uses: JSONataUses

  init(_ expression: JSONataExpression) {
    self.expression = expression
    uses = expression.uses()
  }
}
