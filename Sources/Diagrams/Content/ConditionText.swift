import Syntax
import Workflows

/// Says the conditions of a Choice state as people would.
struct ConditionText {
  let machine: StateMachine
  /// The rules of the state, each before those nested in it.
  private let rules: ArraySlice<ChoiceRule>
  /// How many characters are still worth making; more would be cut anyway.
  private var budget: Int

  /// How long a condition may become; nobody reads more in a picture or its tooltip.
  static let longestText = 1_000

  /// The conditions of the rules of `Choices`, by their place there.
  static func texts(of state: State, in machine: StateMachine) -> [Int: String] {
    var result: [Int: String] = [:]
    let rules = machine.choiceRules(of: state)
    var index = rules.startIndex
    while index < rules.endIndex {
      let next = rules[(index + 1)...].firstIndex { $0.depth == 0 } ?? rules.endIndex
      var text = ConditionText(machine: machine, rules: rules[index..<next], budget: longestText)
      result[rules[index].position] = text.condition(at: index).text
      index = next
    }
    return result
  }

  private init(machine: StateMachine, rules: ArraySlice<ChoiceRule>, budget: Int) {
    self.machine = machine
    self.rules = rules
    self.budget = budget
  }
}

// MARK: - Conditions

extension ConditionText {
  private enum Form { case comparison, and, or }

  private mutating func condition(at index: Int) -> (text: String, form: Form) {
    let rule = rules[index]
    if let value = machine.value(.condition, of: rule) {
      return (spend(Wording.expression(text(value))), .comparison)
    }
    if machine.row(.and, of: rule) != nil { return (joined(below: index, by: " and "), .and) }
    if machine.row(.or, of: rule) != nil { return (joined(below: index, by: " or "), .or) }
    if machine.row(.not, of: rule) != nil {
      let inner = children(of: index).first.map { condition(at: $0).text }
      return ("not (\(inner ?? "?"))", .comparison)
    }
    return (comparison(rule), .comparison)
  }

  private mutating func joined(below index: Int, by word: String) -> String {
    var result = ""
    let parts = children(of: index)
    for part in parts {
      guard budget > 0 else { return result + "…" }
      if !result.isEmpty { result += word }
      let (text, form) = condition(at: part)
      let needsParentheses =
        parts.count > 1 && (form == .or && word == " and " || form == .and && word == " or ")
      result += needsParentheses ? "(\(text))" : text
    }
    return result.isEmpty ? "?" : result
  }

  /// The rules directly inside a rule. Stops looking when more could not be shown.
  private func children(of index: Int) -> [Int] {
    let depth = rules[index].depth + 1
    var result: [Int] = []
    var next = index + 1
    let end = min(rules.endIndex, index + 2_000)
    while next < end, rules[next].depth >= depth, result.count < 100 {
      if rules[next].depth == depth { result.append(next) }
      next += 1
    }
    return result
  }
}

// MARK: - Comparisons

extension ConditionText {
  private mutating func comparison(_ rule: ChoiceRule) -> String {
    let subject = machine.value(.variable, of: rule).map { Wording.path(text($0)) } ?? "?"
    guard let row = machine.fields(of: rule).last(where: { $0.field.isComparison }) else {
      return spend("\(subject) ?")
    }
    if let property = Self.properties[row.field] {
      let isNegated = machine.tree.boolean(row.value) == false
      return spend("\(subject) is \(isNegated ? "not " : "")\(property)")
    }
    let comparison = Comparison(row.field)
    let operand = comparison.isPath ? Wording.path(text(row.value)) : scalar(row.value)
    return spend("\(subject) \(comparison.sign) \(operand)")
  }

  private mutating func spend(_ text: String) -> String {
    budget -= text.utf8.count
    return text
  }

  /// A value as it is written, expressions without their braces.
  private func scalar(_ value: NodeID) -> String {
    let plain = text(value)
    guard machine.tree.kind(value) == .string else { return plain.isEmpty ? "?" : plain }
    let expression = Wording.expression(plain)
    return expression == plain ? "\"\(plain)\"" : expression
  }

  private func text(_ value: NodeID) -> String { String(machine.tree.text(value).prefix(Self.longestText)) }

  private static let properties: [Field: String] = [
    .isNull: "null", .isPresent: "present", .isNumeric: "a number", .isString: "a string",
    .isBoolean: "a boolean", .isTimestamp: "a timestamp",
  ]
}

/// The sign of a comparison operator, taken from its name.
private struct Comparison {
  let sign: String
  /// Whether the operand is the path to a value.
  let isPath: Bool

  init(_ field: Field) {
    var name = Substring(field.name)
    isPath = name.hasSuffix("Path")
    if isPath { name = name.dropLast(4) }
    sign = Self.signs.first { name.hasSuffix($0.ending) }?.sign ?? "?"
  }

  /// Longer endings first.
  private static let signs: [(ending: String, sign: String)] = [
    ("GreaterThanEquals", "≥"), ("LessThanEquals", "≤"), ("GreaterThan", ">"), ("LessThan", "<"),
    ("Matches", "matches"), ("Equals", "="),
  ]
}
