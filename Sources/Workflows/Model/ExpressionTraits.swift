import Expressions
import Syntax

/// What a quick look at an expression's text tells: most have nothing of what rules look for.
public struct ExpressionTraits: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Surely a right Reference Path into the input: see ``Path/isPlain(_:)``.
  public static let isPlainPath = ExpressionTraits(rawValue: 1)
  /// It may read the context object.
  public static let mayReadContext = ExpressionTraits(rawValue: 2)
  /// It may read a workflow variable.
  public static let mayReadVariable = ExpressionTraits(rawValue: 4)
  /// There is a parenthesis in it.
  public static let hasParenthesis = ExpressionTraits(rawValue: 8)

  /// Of an expression in JSONPath. O(bytes).
  static func ofJSONPath(_ text: UnsafeBufferPointer<UInt8>) -> ExpressionTraits {
    if Path.isPlain(text) { return .isPlainPath }
    var traits: ExpressionTraits = []
    var before: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "(") { traits.insert(.hasParenthesis) }
      if before == UInt8(ascii: "$") {
        if byte == before { traits.insert(.mayReadContext) }
        if beginsName(byte) { traits.insert(.mayReadVariable) }
      }
      before = byte
    }
    return traits
  }

  /// Of an expression in JSONata. O(bytes).
  static func ofJSONata(_ text: UnsafeBufferPointer<UInt8>) -> ExpressionTraits {
    var traits: ExpressionTraits = []
    var index = 0
    while index + 1 < text.count {
      defer { index += 1 }
      if text[index] == UInt8(ascii: "(") { traits.insert(.hasParenthesis) }
      guard text[index] == UInt8(ascii: "$"), beginsName(text[index + 1]) else { continue }
      let start = index + 1
      while index + 1 < text.count, continuesName(text[index + 1]) { index += 1 }
      let isCall = index + 1 < text.count && text[index + 1] == UInt8(ascii: "(")
      if UnsafeBufferPointer(rebasing: text[start...index]).equals("states") {
        let rest = UnsafeBufferPointer(rebasing: text[(index + 1)...])
        if !rest.begins(with: ".input"), !rest.begins(with: ".result"), !rest.begins(with: ".errorOutput") {
          traits.insert(.mayReadContext)
        }
      } else if !isCall {
        traits.insert(.mayReadVariable)
      }
    }
    return traits
  }
}

private func beginsName(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
}

private func continuesName(_ byte: UInt8) -> Bool { beginsName(byte) || byte &- UInt8(ascii: "0") < 10 }
