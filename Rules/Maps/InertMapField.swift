import Linting

let inertMapField = Rule(
  "inert-map-field", .risky, since: "0.1",
  summary: "Tolerated failures and a label belong to a Distributed Map.",
  rationale: """
    Step Functions accepts ToleratedFailureCount and ToleratedFailurePercentage in an inline Map, but documents them, \
    like Label, for Distributed Maps only. Nobody promises that an inline Map goes on when an iteration fails: a \
    Catch inside the iteration makes sure of it.
    """,
  bad: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, «"ToleratedFailurePercentage"»: 10,
      "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, «"Label"»: "Orders",
      "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ToleratedFailurePercentage": 10,
      "Label": "Orders",
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ToleratedFailurePercentage": 10,
      "ItemProcessor": "${Processor}" } } }
    """,
  ]
).state(.map) { state, subject, report in
  guard !state.fields.present.intersection(inert).isEmpty, subject.machine.mode(of: state) == .inline else {
    return
  }
  for row in subject.machine.fields(of: state) where inert.contains(row.field) {
    report(
      row.key,
      "\(quoted(row.field.name)) is documented for Distributed Maps only, but "
        + "\(subject.machine.quotedName(state.id)) is inline.",
      help: row.field == .label
        ? "Remove it, or let the ProcessorConfig say \"Mode\": \"DISTRIBUTED\"."
        : "Catch the error inside the iteration, or let the ProcessorConfig say \"Mode\": \"DISTRIBUTED\".",
      certainty: .likely)
  }
}

private let inert: FieldSet = [
  .label, .toleratedFailureCount, .toleratedFailureCountPath, .toleratedFailurePercentage,
  .toleratedFailurePercentagePath,
]
