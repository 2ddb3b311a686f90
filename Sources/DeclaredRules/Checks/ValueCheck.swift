import Linting
import Patterns

/// A scalar that a configuration compares with.
enum Scalar: Sendable, Equatable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case null

  /// As messages show it.
  var shown: String {
    switch self {
    case .text(let text): quoted(text)
    case .number(let number): number.plain
    case .boolean(let value): "\(value)"
    case .null: "null"
    }
  }
}

/// What is asked of one value.
enum ValueCheck: Sendable {
  /// One of these describes all of it.
  case like([Glob])
  case matches(RegularExpression)
  case notMatches(RegularExpression)
  case oneOf([Scalar])
  /// How many characters, elements or members it has.
  case length(ClosedRange<Int>)
  case atLeast(Double)
  case atMost(Double)
  case casing(Casing)
}

/// A value that is looked at.
enum Value {
  case node(NodeID)
  case text(String)
}

extension InspectedWorkflow {
  /// Whether a value is as a check wants it; nil if that cannot be known, or the value is of a kind that the check says
  /// nothing of.
  func satisfies(_ value: Value, _ check: ValueCheck) -> Bool? {
    if case .node(let node) = value, !isKnown(node) { return nil }
    switch check {
    case .like(let globs):
      return withText(value) { text in globs.contains { $0.matches(text) } }
    case .matches(let expression): return matches(value, expression)
    case .notMatches(let expression): return matches(value, expression).map { !$0 }
    case .oneOf(let scalars): return scalars.contains { isEqual(value, $0) }
    case .length(let range): return length(of: value).map(range.contains)
    case .atLeast(let bound): return number(value).map { $0 >= bound }
    case .atMost(let bound): return number(value).map { $0 <= bound }
    case .casing(let casing):
      return withText(value) { casing.describes(String(decoding: $0, as: UTF8.self)) }
    }
  }

  private func matches(_ value: Value, _ expression: RegularExpression) -> Bool? {
    guard patternBudget >= 0 else { return nil }
    return withText(value) { expression.matches($0, budget: &patternBudget) } ?? nil
  }

  /// Lends the text of a string, number or boolean; nil of others.
  private func withText<Result>(_ value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    switch value {
    case .text(var text): return text.withUTF8(body)
    case .node(let node):
      switch tree.kind(node) {
      case .string, .key, .number, .boolean: return tree.withText(node, body)
      default: return nil
      }
    }
  }

  private func isEqual(_ value: Value, _ scalar: Scalar) -> Bool {
    switch (value, scalar) {
    case (.text(let text), .text(let expected)): return text == expected
    case (.text, _): return false
    case (.node(let node), .text(let expected)):
      guard tree.kind(node) == .string || tree.kind(node) == .key else { return false }
      return tree.withText(node) { $0.elementsEqual(expected.utf8) }
    case (.node(let node), .number(let expected)): return tree.number(node) == expected
    case (.node(let node), .boolean(let expected)): return tree.boolean(node) == expected
    case (.node(let node), .null): return tree.kind(node) == .null
    }
  }

  fileprivate func length(of value: Value) -> Int? {
    if case .node(let node) = value {
      switch tree.kind(node) {
      case .array, .object: return tree.count(node)
      case .string, .key: break
      default: return nil
      }
    }
    return withText(value) { text in text.count { $0 & 0xC0 != 0x80 } }
  }

  private func number(_ value: Value) -> Double? {
    if case .node(let node) = value { tree.number(node) } else { nil }
  }

  /// As messages show it.
  func shown(_ value: Value) -> String {
    switch value {
    case .text(let text): return quoted(text)
    case .node(let node):
      switch tree.kind(node) {
      case .string, .key: return quoted(tree.text(node))
      case .object, .array: return tree.kind(node).phrase
      default: return tree.text(node)
      }
    }
  }
}

extension ValueCheck {
  /// What is wrong with a value, as the end of a sentence that begins with the value.
  func complaint(about value: Value, in workflow: InspectedWorkflow) -> String {
    switch self {
    case .like(let globs): return "is not like \(listed(globs.map { quoted($0.pattern) }, "or"))"
    case .matches(let expression): return "does not match \(expression.pattern)"
    case .notMatches(let expression): return "matches \(expression.pattern)"
    case .oneOf(let scalars): return "is not \(listed(scalars.map(\.shown), "or"))"
    case .length(let range): return "has a length of \(workflow.length(of: value) ?? 0), not \(range.phrase)"
    case .atLeast(let bound): return "is below \(bound.plain)"
    case .atMost(let bound): return "is above \(bound.plain)"
    case .casing(let casing): return "is not in \(casing.rawValue)"
    }
  }
}

extension ClosedRange<Int> {
  fileprivate var phrase: String {
    if upperBound == .max { return "at least \(lowerBound)" }
    if lowerBound == 0 { return "at most \(upperBound)" }
    return lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}

extension Double {
  /// Without `.0`.
  var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
