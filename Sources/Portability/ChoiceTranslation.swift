import Expressions
import Syntax
import Workflows

extension StateMachine {
  /// What a Choice asks that no condition of a pipeline can, for the end of a sentence; nil if there is nothing.
  func untranslatableQuestion(of choice: State) -> String? {
    for rule in choiceRules(of: choice) {
      if rule.fields.present.contains(.unknown) { return "something that is filled in later" }
      for row in fields(of: rule) where row.field.isComparison && !Field.conditions.contains(row.field) {
        return row.field.name
      }
      guard let condition = value(.condition, of: rule) else { continue }
      guard tree.kind(condition) == .string, !hasSubstitution(condition) else {
        if tree.kind(condition) == .boolean { continue }
        return "something that is filled in later"
      }
      if let construct = tree.withText(condition, JSONataSimplicity.firstConstruct) { return construct }
    }
    return nil
  }
}

extension Field {
  /// The comparisons that `Equals`, `GreaterThan` and their like can stand for. Timestamps are strings in a pipeline,
  /// and patterns and types cannot be asked for.
  fileprivate static let conditions: Set<Field> = [
    .stringEquals, .stringEqualsPath, .stringLessThan, .stringLessThanPath, .stringGreaterThan,
    .stringGreaterThanPath, .stringLessThanEquals, .stringLessThanEqualsPath, .stringGreaterThanEquals,
    .stringGreaterThanEqualsPath, .numericEquals, .numericEqualsPath, .numericLessThan, .numericLessThanPath,
    .numericGreaterThan, .numericGreaterThanPath, .numericLessThanEquals, .numericLessThanEqualsPath,
    .numericGreaterThanEquals, .numericGreaterThanEqualsPath, .booleanEquals, .booleanEqualsPath,
  ]

  /// The comparisons of numbers by their order.
  static let numericOrders: Set<Field> = [
    .numericLessThan, .numericLessThanPath, .numericGreaterThan, .numericGreaterThanPath,
    .numericLessThanEquals, .numericLessThanEqualsPath, .numericGreaterThanEquals,
    .numericGreaterThanEqualsPath,
  ]
}
