import Linting

let pipelineNumberOutOfRange = Rule(
  "pipeline-number-out-of-range", .refused, since: "0.1", predicts: "ValidationException",
  summary: "The numbers of retry policies and loops are within their limits.",
  rationale: """
    The Developer Guide allows 20 attempts, 43,200 seconds between two of them and 14,400 minutes for all; a \
    ForEach runs 1 to 50 iterations at once.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "RetryPolicies": [
        { "ExceptionType": [ "Step.THROTTLING" ], "MaxAttempts": «21», "BackoffRate": «-1» } ] } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "RetryPolicies": [
        { "ExceptionType": [ "Step.THROTTLING" ], "MaxAttempts": 20, "BackoffRate": 1.5 } ] } ] }
      """)
  ]
).pipelineObject { object, subject, report in
  for row in subject.pipeline.fields(of: object) {
    guard let range = PipelineFieldTable.range(row.field, in: object.kind),
      let number = subject.tree.number(row.value), !range.contains(number)
    else { continue }
    let least = Int(range.lowerBound)
    let limits =
      range.upperBound.isFinite ? "from \(least) to \(Int(range.upperBound))" : "of at least \(least)"
    report(
      row.value, "\(quoted(row.field.name)) takes a number \(limits), not \(subject.tree.text(row.value)).")
  }
}
