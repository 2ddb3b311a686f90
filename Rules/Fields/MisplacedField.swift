import Linting

let misplacedField = Rule(
  "misplaced-field", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Every field stands in an object that may have it.",
  rationale: """
    The fields of one kind of state mean nothing in another: a Wait has no ResultPath, a Pass no Retry, and only a \
    Task has TimeoutSeconds. Step Functions refuses them ("Field 'X' is not supported").
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Pass", "End": true, «"Retry"»: [ { "ErrorEquals": [ "States.ALL" ] } ] } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Parallel", "End": true, «"TimeoutSeconds"»: 60,
      "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } ] } } }
    """,
    .yaml(
      """
      StartAt: Each
      States:
        Each:
          Type: Map
          End: true
          ItemProcessor:
            «QueryLanguage»: JSONata
            StartAt: A
            States:
              A: { Type: Succeed }
      """),
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:call", "End": true,
      "TimeoutSeconds": 60, "Retry": [ { "ErrorEquals": [ "States.ALL" ] } ] } } }
    """,
    #"{ "TimeoutSeconds": 60, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
  ]
).object(when: { kind, _ in .hasOther(than: fieldsOfEitherLanguage(kind)) }) { object, subject, report in
  let misplaced = object.fields.present.subtracting(fieldsOfEitherLanguage(object.kind)).subtracting(unknown)
  guard !misplaced.isEmpty else { return }
  for row in subject.machine.fields(of: object) where misplaced.contains(row.field) {
    report(
      row.key, "\(quoted(row.field.name)) is not a field of \(object.kind.phrase).",
      help: homes(of: row.field).map { "It belongs to \($0)." })
  }
}

/// The kinds of objects that have a field, as a list for people; nil if there are too many to help.
private func homes(of field: Field) -> String? {
  let kinds = ObjectKind.allCases.filter { kind in
    kind != .untypedState && FieldTable.specification(field, in: kind) != nil
  }
  return (1...3).contains(kinds.count) ? listed(kinds.map(\.phrase), "or") : nil
}

private func fieldsOfEitherLanguage(_ kind: ObjectKind) -> FieldSet {
  FieldTable.allowed(in: kind, .jsonPath).union(FieldTable.allowed(in: kind, .jsonata))
}

private let unknown: FieldSet = [.unknown]
