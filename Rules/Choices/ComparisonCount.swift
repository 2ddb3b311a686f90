import Linting

let comparisonCount = Rule(
  "comparison-count", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A choice rule with a Variable makes one comparison.",
  rationale: """
    A rule that compares its Variable with nothing cannot decide, and one that compares it twice does not say whether \
    both or one have to hold: that is what And and Or are for. In the States Language a rule has exactly one operator.
    """,
  bad: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Default": "B", "Choices": [
        «{» "Variable": "$.kind", "Next": "B" },
        { "Variable": "$.size", ‹"NumericGreaterThan"›: 1, «"NumericLessThan"»: 9, "Next": "B" } ] },
      "B": { "Type": "Succeed" } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Choice", "Default": "B", "Choices": [
        { "Variable": "$.kind", "StringEquals": "new", "Next": "B" },
        { "And": [
          { "Variable": "$.size", "NumericGreaterThan": 1 },
          { "Variable": "$.size", "NumericLessThan": 9 } ], "Next": "B" } ] },
      "B": { "Type": "Succeed" } } }
    """
  ]
).object(when: { _, language in language == .jsonPath ? .has([.variable]) : .never }) {
  object, subject, report in
  let comparisons = object.fields.present.intersection(allComparisons)
  guard comparisons.count != 1 else { return }
  if comparisons.isEmpty {
    // A misspelt one is an unknown field.
    guard !object.fields.present.contains(.unknown) else { return }
    report(
      object.node, "A choice rule needs a comparison beside its Variable.",
      help: "Add one such as \"StringEquals\", \"NumericLessThan\" or \"IsPresent\".")
    return
  }
  let rows = subject.machine.fields(of: object).filter { comparisons.contains($0.field) }
  guard let first = rows.first, let second = rows.first(where: { $0.field != first.field }) else { return }
  report(
    second.key,
    "\(quoted(second.field.name)) stands beside \(quoted(first.field.name)); a choice rule makes one comparison.",
    help: "Put the two into the \"And\" or \"Or\" of one rule.",
    related: [RelatedPlace("the other comparison", at: subject.tree.range(first.key))])
}

private let allComparisons = FieldSet(Field.allCases.filter(\.isComparison))
