import Linting

let choiceWithoutDefault = Rule(
  "choice-without-default", .risky, since: "0.1",
  summary: "A Choice has a Default, unless its rules leave nothing out.",
  rationale: """
    When no rule matches and there is no Default, the execution fails with States.NoChoiceMatched, and no Catch of \
    the Choice itself can help. Two rules that test the same thing for true and for false leave nothing out.
    """,
  bad: [
    """
    { "StartAt": "A", "States": {
      «"A"»: { "Type": "Choice", "Choices": [
        { "Variable": "$.size", "StringEquals": "small", "Next": "B" },
        { "Variable": "$.size", "StringEquals": "large", "Next": "B" } ] },
      "B": { "Type": "Succeed" } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Default": "B", "Choices": [
        { "Variable": "$.size", "StringEquals": "small", "Next": "B" } ] },
      "B": { "Type": "Succeed" } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Choices": [
        { "Variable": "$.ok", "BooleanEquals": true, "Next": "B" },
        { "Variable": "$.ok", "BooleanEquals": false, "Next": "B" } ] },
      "B": { "Type": "Succeed" } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Choices": [
        { "Variable": "$.n", "NumericLessThan": 5, "Next": "B" },
        { "Variable": "$.n", "NumericGreaterThanEquals": 5, "Next": "B" } ] },
      "B": { "Type": "Succeed" } } }
    """,
  ]
).state(.choice) { state, subject, report in
  let machine = subject.machine
  guard machine.value(.default, of: state) == nil, let choices = machine.value(.choices, of: state),
    !machine.isUnknown(choices), subject.tree.count(choices) > 0
  else { return }
  let rules = machine.choiceRules(of: state).filter { $0.depth == 0 }
  guard !rules.isEmpty, !leaveNothingOut(rules, subject) else { return }
  report(
    state.name,
    "If no rule of \(machine.quotedName(state.id)) matches, the execution fails: it has no Default.",
    help: "Add a \"Default\", if only one that leads to a Fail state which says what was unexpected.")
}

private func leaveNothingOut(_ rules: [ChoiceRule], _ subject: Subject) -> Bool {
  if rules.contains(where: { isAlwaysTrue($0, subject) }) { return true }
  let tests = rules.compactMap { Test($0, subject) }
  return tests.contains { test in tests.contains { $0.isOpposite(of: test) } }
}

private func isAlwaysTrue(_ rule: ChoiceRule, _ subject: Subject) -> Bool {
  guard let condition = subject.machine.value(.condition, of: rule) else { return false }
  if subject.tree.boolean(condition) == true { return true }
  return subject.tree.text(condition).filter { !$0.isWhitespace } == "{%true%}"
}

/// One comparison of one variable.
private struct Test {
  let variable: String
  let comparison: Field
  let comparand: String

  /// Nil for rules that combine others.
  init?(_ rule: ChoiceRule, _ subject: Subject) {
    let machine = subject.machine
    guard let variable = machine.value(.variable, of: rule) else { return nil }
    guard let row = machine.fields(of: rule).first(where: { $0.field.isComparison }) else { return nil }
    self.variable = subject.tree.text(variable)
    comparison = row.field
    comparand = subject.tree.text(row.value)
  }

  /// Whether one of the two matches whatever the variable is, as long as it has the type that they compare.
  func isOpposite(of other: Test) -> Bool {
    guard variable == other.variable else { return false }
    if comparison == other.comparison {
      let isYesOrNo = comparison == .booleanEquals || comparison.rawValue >= Field.isNull.rawValue
      return isYesOrNo && [comparand, other.comparand].sorted() == ["false", "true"]
    }
    return comparand == other.comparand && Self.opposites[comparison] == other.comparison
  }

  private static let opposites: [Field: Field] = [
    .numericLessThan: .numericGreaterThanEquals, .numericLessThanEquals: .numericGreaterThan,
    .stringLessThan: .stringGreaterThanEquals, .stringLessThanEquals: .stringGreaterThan,
    .timestampLessThan: .timestampGreaterThanEquals, .timestampLessThanEquals: .timestampGreaterThan,
    .numericLessThanPath: .numericGreaterThanEqualsPath, .numericLessThanEqualsPath: .numericGreaterThanPath,
    .stringLessThanPath: .stringGreaterThanEqualsPath, .stringLessThanEqualsPath: .stringGreaterThanPath,
    .timestampLessThanPath: .timestampGreaterThanEqualsPath,
    .timestampLessThanEqualsPath: .timestampGreaterThanPath,
  ]
}
