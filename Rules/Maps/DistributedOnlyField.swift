import Linting

let distributedOnlyField = Rule(
  "distributed-only-field", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Only a Distributed Map reads items from S3, batches them and writes results to S3.",
  rationale: """
    ItemReader, ItemBatcher and ResultWriter serve the executions that a Distributed Map starts. An inline Map, which \
    is what a Map is unless its ProcessorConfig says otherwise, has a list in its input and gives a list back. \
    Step Functions was seen to refuse ResultWriter in one; the others are documented for Distributed Maps only.
    """,
  bad: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
      «"ResultWriter"»: { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    .yaml(
      """
      StartAt: Each
      States:
        Each:
          Type: Map
          «ItemBatcher»: { MaxItemsPerBatch: 10 }
          ItemProcessor:
            StartAt: A
            States:
              A: { Type: Succeed }
          End: true
      """),
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
      "ItemBatcher": { "MaxItemsPerBatch": 10 },
      "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
      "ItemBatcher": { "MaxItemsPerBatch": 10 },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "${Mode}" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ]
).state(.map) { state, subject, report in
  guard !state.fields.present.intersection(distributedOnly).isEmpty,
    subject.machine.mode(of: state) == .inline
  else { return }
  for row in subject.machine.fields(of: state) where distributedOnly.contains(row.field) {
    report(
      row.key,
      "\(quoted(row.field.name)) belongs to a Distributed Map, but "
        + "\(subject.machine.quotedName(state.id)) is inline.",
      help: "Let its ProcessorConfig say \"Mode\": \"DISTRIBUTED\", or remove the field.",
      certainty: row.field == .resultWriter ? .certain : .likely)
  }
}

private let distributedOnly: FieldSet = [.itemReader, .itemBatcher, .resultWriter]
