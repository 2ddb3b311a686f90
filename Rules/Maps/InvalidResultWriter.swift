import Linting

let invalidResultWriter = Rule(
  "invalid-result-writer", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A ResultWriter says where results go, how they are written, or both.",
  rationale: """
    A ResultWriter has a WriterConfig, or a Resource with Parameters (Arguments in JSONata) that name the bucket, or \
    all of them; the Developer Guide says that it cannot be empty. The only Resource is s3:putObject.
    """,
  bad: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ResultWriter": «{»},
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ResultWriter": {
      «"Resource"»: "arn:aws:states:::s3:putObject" },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ResultWriter": {
      "WriterConfig": { "OutputType": "JSONL" }, «"Parameters"»: { "Bucket": "b" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    Example(
      """
      { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ResultWriter": {
        "Resource": «"arn:aws:states:::s3:PutObject"», "Parameters": { "Bucket": "b" } },
        "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
          "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
      """,
      fixed: """
        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ResultWriter": {
          "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b" } },
          "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
            "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
        """),
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ResultWriter": {
      "WriterConfig": { "OutputType": "JSONL", "Transformation": "COMPACT" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
      "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Arguments": "{% $states.input.target %}" },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ]
).object(.resultWriter) { object, subject, report in
  let present = object.fields.present
  if present.isEmpty, !subject.tree.isTagged(object.node) {
    report(
      object.node, "This ResultWriter is empty.",
      help: "Add \"WriterConfig\", or \"Resource\" with what names the bucket, or remove it.",
      certainty: .likely)
  }
  if let resource = subject.machine.value(.resource, of: object) {
    checkS3Resource(
      resource, of: "a ResultWriter", among: ["putObject"], certainty: .likely, subject, &report)
  }
  checkPair(object, subject, &report)
}

/// `Resource` and the request stand together; one in the other query language is a fault of its own.
private func checkPair(_ object: ObjectRow, _ subject: Subject, _ report: inout Report) {
  let present = object.fields.present
  let hasRequest = !present.intersection(requests).isEmpty
  guard hasRequest != present.contains(.resource), !present.contains(.unknown) else { return }
  let request: Field = object.language == .jsonata ? .arguments : .parameters
  let (given, missing) = hasRequest ? (request, Field.resource) : (.resource, request)
  guard let row = subject.machine.row(given, of: object) else { return }
  report(
    row.key, "This ResultWriter has \(quoted(given.name)), but no \(quoted(missing.name)).",
    help: hasRequest
      ? "Add \"Resource\": \"arn:aws:states:::s3:putObject\"."
      : "Add \(quoted(request.name)) with a \"Bucket\", and a \"Prefix\" if you like.",
    certainty: .likely)
}

private let requests: FieldSet = [.parameters, .arguments]
