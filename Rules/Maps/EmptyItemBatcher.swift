import Linting

let emptyItemBatcher = Rule(
  "empty-item-batcher", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "An ItemBatcher says how large a batch is.",
  rationale: """
    Batches are made by number of items, by size in bytes, or both, and the States Language demands one of them. \
    BatchInput only adds data to each batch.
    """,
  bad: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemBatcher": «{»},
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    .yaml(
      """
      StartAt: Each
      States:
        Each:
          Type: Map
          ItemBatcher:
            «BatchInput»: { day.$: $.day }
          ItemProcessor:
            ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: EXPRESS }
            StartAt: A
            States:
              A: { Type: Succeed }
          End: true
      """),
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
      "ItemBatcher": { "MaxItemsPerBatchPath": "$.size", "BatchInput": { "day.$": "$.day" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """
  ]
).object(.itemBatcher) { object, subject, report in
  guard object.fields.present.intersection(sizes).isEmpty, !object.fields.present.contains(.unknown) else {
    return
  }
  report(
    object.node, "This ItemBatcher does not say how large a batch is.",
    help: "Add \"MaxItemsPerBatch\" or \"MaxInputBytesPerBatch\".", certainty: .likely)
}

private let sizes: FieldSet = [
  .maxItemsPerBatch, .maxItemsPerBatchPath, .maxInputBytesPerBatch, .maxInputBytesPerBatchPath,
]
