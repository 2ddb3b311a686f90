import Linting

let missingField = Rule(
  "missing-field", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Every object has the fields that its kind needs.",
  rationale: """
    A Task without Resource, a Choice without Choices, a machine without StartAt cannot mean anything, and Step \
    Functions refuses the definition. The same goes for a Wait that does not say how long.
    """,
  bad: [
    #"{ "StartAt": "A", "States": { «"A"»: { "Type": "Task", "End": true } } }"#,
    #"«{» "States": { "A": { "Type": "Succeed" } } }"#,
    #"{ "StartAt": "A", "States": { «"A"»: { "Type": "Wait", "End": true } } }"#,
    #"{ "StartAt": "A", "States": { «"A"»: { "Comment": "no type", "End": true } } }"#,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Map", "End": true, "ItemProcessor": «{» "States": { "B": { "Type": "Succeed" } } } } } }
    """,
    .yaml(
      """
      StartAt: Call
      States:
        Call:
          Type: Task
          Resource: arn:aws:lambda:eu-west-1:123456789012:function:call
          Catch:
            - «ErrorEquals»: [ States.ALL ]
          End: true
      """),
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:call", "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 5, "End": true } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Fail" } } }"#,
  ]
).object(when: { kind, _ in
  // Of a group one field has to be there, which no filter can tell.
  FieldTable.groups(in: kind).contains(where: \.isRequired) ? .always : .lacks(FieldTable.required(in: kind))
}) { object, subject, report in
  let present = object.fields.present
  let absent = FieldTable.required(in: object.kind).subtracting(present)
  let groups = FieldTable.groups(in: object.kind).filter {
    $0.isRequired && $0.set.intersection(present).isEmpty
  }
  guard !absent.isEmpty || !groups.isEmpty, !misspellsNeededField(object, subject) else { return }
  let allowed = FieldTable.allowed(in: object.kind, object.language)
  let missing =
    absent.fields.map { quoted($0.name) }
    + groups.map { listed($0.fields.filter(allowed.contains).map { quoted($0.name) }, "or") }
  let owner = object.kind.isState ? object.state.map { "State \(subject.machine.quotedName($0))" } : nil
  let phrase = object.kind.phrase
  let start = phrase.prefix(1).uppercased() + phrase.dropFirst()
  report(
    subject.machine.title(of: object),
    owner.map { "\($0) has no \(listed(missing, "and no"))." } ?? "\(start) needs \(listed(missing)).",
    help: owner == nil ? nil : "\(start) needs \(listed(missing)).")
}

private func misspellsNeededField(_ object: ObjectRow, _ subject: Subject) -> Bool {
  let groups = FieldTable.groups(in: object.kind).filter(\.isRequired).flatMap(\.fields)
  let needed = FieldTable.required(in: object.kind).union(FieldSet(groups)).subtracting(object.fields.present)
  return subject.misspelling(of: needed.fields, in: object) != nil
}
