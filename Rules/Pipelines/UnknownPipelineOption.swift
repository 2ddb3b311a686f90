import Linting

let unknownPipelineOption = Rule(
  "unknown-pipeline-option", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A field that takes a few texts only has one of them.",
  rationale: """
    The language has one version, four types of parameters, and lists of its own for checks, triggers and \
    exceptions; all of them are case-sensitive.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "N", "Type": «"integer"» } ], "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": { "n": { "Get": "Parameters.N" } },
          "RetryPolicies": [ { "ExceptionType": [ «"Step.THROTLING"» ], "MaxAttempts": 3 } ] } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Parameters": [ { "Name": "N", "Type": "Integer" } ], "Steps": [
          { "Name": "Train", "Type": "Training", "Arguments": { "n": { "Get": "Parameters.N" } },
            "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING" ], "MaxAttempts": 3 } ] } ] }
        """),
    .pipeline(
      """
      { "Version": «"2021-01-01"», "Steps": [
        { "Name": "Check", "Type": "ClarifyCheck", "Arguments": {}, "CheckType": «"DATA_QUALITY"» },
        { "Name": "Train", "Type": "Training", "Arguments": {},
          "RetryPolicies": [ { "ExceptionType": [ «"Step.TIMEOUT"» ], "MaxAttempts": 3 } ] } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "N", "Type": "Integer" } ], "Steps": [
        { "Name": "Check", "Type": "QualityCheck", "Arguments": { "n": { "Get": "Parameters.N" } },
          "CheckType": "DATA_QUALITY", "DependsOn": [ { "Step": "Train", "Trigger": "Any" } ] },
        { "Name": "Train", "Type": "Training", "Arguments": {}, "RetryPolicies": [
          { "ExceptionType": "${Exception}", "MaxAttempts": 3 } ] } ] }
      """)
  ]
).pipelineObject { object, subject, report in
  let tree = subject.tree
  for row in subject.pipeline.fields(of: object) {
    guard let options = PipelineFieldTable.options(row.field, in: object.kind) else { continue }
    let values = tree.kind(row.value) == .array ? tree.elements(row.value) : [row.value]
    for value in values where tree.isLiteralString(value) {
      let text = tree.text(value)
      guard !options.contains(text) else { continue }
      let suggestion = Spelling.suggestion(for: text, in: options)
      // Lists of exceptions and triggers may grow; types and the version have been there for years.
      let isClosed = ![.exceptionType, .trigger, .pick].contains(row.field)
      report(
        value, "\(quoted(row.field.name)) cannot be \(quoted(text)).",
        help: didYouMean(suggestion?.name) ?? "It takes \(listed(options.map(quoted), "or")).",
        fix: .respelling(value, as: suggestion, in: tree),
        certainty: isClosed || suggestion != nil ? .certain : .likely)
    }
  }
}
