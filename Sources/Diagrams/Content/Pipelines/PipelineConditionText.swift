import Syntax
import Workflows

/// Says the conditions of a Condition step as people would.
struct PipelineConditionText {
  private let pipeline: Pipeline
  private let values: ValueText
  /// The conditions of the step, each before those nested in it.
  private let conditions: ArraySlice<PipelineCondition>
  /// How many characters are still worth making; more would be cut anyway.
  private var budget = ConditionText.longestText

  /// The conditions of `Conditions`, all of which must hold; nil if there are none.
  static func text(of step: Step, in pipeline: Pipeline) -> String? {
    let conditions = pipeline.conditions(of: step)
    guard !conditions.isEmpty else { return nil }
    var text = PipelineConditionText(pipeline, conditions)
    let first = conditions.startIndex
    return text.joined(text.entries(from: first, depth: 0), by: " and ")
  }

  private init(_ pipeline: Pipeline, _ conditions: ArraySlice<PipelineCondition>) {
    self.pipeline = pipeline
    self.conditions = conditions
    values = ValueText(pipeline: pipeline)
  }

  private mutating func condition(at index: Int) -> String {
    let condition = conditions[index]
    switch condition.type {
    case .or: return joined(entries(from: index + 1, depth: condition.depth + 1), by: " or ")
    case .not:
      let inner = entries(from: index + 1, depth: condition.depth + 1).first.map { self.condition(at: $0) }
      return "not (\(inner ?? "?"))"
    case .in: return membership(condition, "in")
    case .notIn: return membership(condition, "not in")
    case .unknown: return spend("?")
    default: return comparison(condition)
    }
  }

  private mutating func joined(_ parts: [Int], by word: String) -> String {
    var result = ""
    for part in parts {
      guard budget > 0 else { return result + "…" }
      if !result.isEmpty { result += word }
      let text = condition(at: part)
      let needsParentheses = parts.count > 1 && conditions[part].type == .or && word == " and "
      result += needsParentheses ? "(\(text))" : text
    }
    return result.isEmpty ? "?" : result
  }

  /// The conditions of one depth that follow each other. Stops looking when more could not be shown.
  private func entries(from first: Int, depth: Int) -> [Int] {
    var result: [Int] = []
    var next = first
    let end = min(conditions.endIndex, first + 2_000)
    while next < end, conditions[next].depth >= depth, result.count < 100 {
      if conditions[next].depth == depth { result.append(next) }
      next += 1
    }
    return result
  }

  private mutating func comparison(_ condition: PipelineCondition) -> String {
    let left = pipeline.value(.leftValue, of: condition).map(values.operand) ?? "?"
    let right = pipeline.value(.rightValue, of: condition).map(values.operand) ?? "?"
    return spend("\(left) \(Self.sign(of: condition.type)) \(right)")
  }

  private mutating func membership(_ condition: PipelineCondition, _ word: String) -> String {
    // The published schema calls the fields otherwise than the SDK.
    let value = pipeline.value(.queryValue, of: condition) ?? pipeline.value(.value, of: condition)
    let list = pipeline.value(.values, of: condition) ?? pipeline.value(.in, of: condition)
    var items: [String] = []
    if let list {
      pipeline.tree.forEachElement(list) { if items.count < 20 { items.append(values.operand($0)) } }
    }
    return spend("\(value.map(values.operand) ?? "?") \(word) \(items.joined(separator: ", "))")
  }

  private mutating func spend(_ text: String) -> String {
    budget -= text.utf8.count
    return text
  }

  private static func sign(of type: ConditionType) -> String {
    switch type {
    case .equals: "="
    case .notEquals: "≠"
    case .greaterThan: ">"
    case .greaterThanOrEqualTo: "≥"
    case .lessThan: "<"
    case .lessThanOrEqualTo: "≤"
    case .in, .not, .or, .notIn, .unknown: "?"
    }
  }
}
