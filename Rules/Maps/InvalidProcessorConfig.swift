import Linting

let invalidProcessorConfig = Rule(
  "invalid-processor-config", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A Distributed Map has an ExecutionType, an inline one has none.",
  rationale: """
    The iterations of a Distributed Map are executions of their own, and ExecutionType says whether they are Standard \
    or Express workflows ("These fields are required: [ExecutionType]"). Those of an inline Map are part of the \
    execution that they belong to and have no type ("Field 'ExecutionType' is not supported").
    """,
  bad: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
      "ProcessorConfig": { "Mode": «"DISTRIBUTED"» },
      "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    Example(
      """
      { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": ‹"INLINE"›, «"ExecutionType"»: "STANDARD" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
      """,
      fixed: """
        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
          "ProcessorConfig": { "Mode": "INLINE" },
          "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
        """),
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
      "ProcessorConfig": { «"ExecutionType"»: "STANDARD" },
      "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
      "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
      "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
      "ProcessorConfig": { "Mode": "INLINE" },
      "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": {
      "ProcessorConfig": { "Mode": "${Mode}", "ExecutionType": "${Type}" },
      "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ]
).object(.processorConfig) { object, subject, report in
  // A misspelt field may be what would be missed.
  guard !object.fields.present.contains(.unknown) else { return }
  let type = subject.machine.row(.executionType, of: object)
  let mode = subject.machine.value(.mode, of: object)
  if type == nil, let mode, subject.tree.text(mode, is: "DISTRIBUTED") {
    report(
      mode, "A Distributed Map needs an \"ExecutionType\".",
      help:
        "Add \"ExecutionType\": \"STANDARD\", or \"EXPRESS\" if no iteration takes more than five minutes.")
  } else if let type, mode.map({ subject.tree.text($0, is: "INLINE") }) ?? true {
    report(
      type.key, "\"ExecutionType\" belongs to a Distributed Map, but this one is inline.",
      help: "Set \"Mode\" to \"DISTRIBUTED\", or remove the type.",
      related: mode.map { [RelatedPlace("the mode", at: subject.tree.range($0))] } ?? [],
      fix: Fix(
        "Remove \"ExecutionType\"", isSafe: false, subject.tree.removal(of: type.key, from: object.node)),
      // What AWS says to one without a mode was not recorded.
      certainty: mode == nil ? .likely : .certain)
  }
}
