import Linting

let emptyContainer = Rule(
  "empty-container", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "States, Branches, Choices and ErrorEquals hold at least one entry.",
  rationale: """
    A Parallel without branches, a Choice without rules or a handler of no error does nothing, and Step Functions \
    refuses it ("Value cannot be empty"). An empty Retry or Catch is allowed.
    """,
  bad: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Parallel", "Branches": «[»], "End": true } } }"#,
    #"{ "StartAt": "A", "States": «{» } }"#,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": «[»] } ] } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Parallel", "End": true,
      "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } ] } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [], "Catch": [] } } }
    """,
  ]
).object(when: { _, _ in .has(containers) }) { object, subject, report in
  for row in subject.machine.fields(of: object) where containers.contains(row.field) {
    guard FieldTable.specification(row.field, in: object.kind) != nil else { continue }
    let kind = subject.tree.kind(row.value)
    guard kind == (row.field == .states ? .object : .array), subject.tree.count(row.value) == 0 else {
      continue
    }
    report(row.value, "\(quoted(row.field.name)) is empty.")
  }
}

private let containers: FieldSet = [.states, .branches, .choices, .errorEquals, .and, .or]
