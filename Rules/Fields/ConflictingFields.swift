import Linting

let conflictingFields = Rule(
  "conflicting-fields", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Of fields that say the same thing in different ways an object has one.",
  rationale: """
    A Wait cannot wait for Seconds and until a Timestamp, and a limit is either a number or a path to one. Step \
    Functions refuses an object that has both.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Wait", ‹"Seconds"›: 5, «"Timestamp"»: "2030-01-01T00:00:00Z", "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Fail", ‹"Cause"›: "no stock", «"CausePath"»: "$.cause" } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Wait", "Timestamp": "2030-01-01T00:00:00Z", "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Error": "NoStock", "CausePath": "$.cause" } } }"#,
  ]
).object(when: { kind, _ in .has(FieldSet(FieldTable.groups(in: kind).flatMap(\.fields))) }) {
  object, subject, report in
  for group in FieldTable.groups(in: object.kind) {
    var present = object.fields.present.intersection(group.set)
    guard present.count > 1 else { continue }
    present = present.intersection(FieldTable.allowed(in: object.kind, object.language))
    guard present.count > 1 else { continue }
    let rows = subject.machine.fields(of: object).filter { present.contains($0.field) }
    guard let first = rows.first, let second = rows.first(where: { $0.field != first.field }) else {
      continue
    }
    report(
      second.key,
      "\(quoted(second.field.name)) stands beside \(quoted(first.field.name)); only one of them may.",
      help: "Keep one of \(listed(present.fields.map { quoted($0.name) })).",
      related: [RelatedPlace("the other one", at: subject.tree.range(first.key))])
  }
}
