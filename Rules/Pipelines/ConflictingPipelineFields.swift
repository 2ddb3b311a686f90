import Linting

let conflictingPipelineFields = Rule(
  "conflicting-pipeline-fields", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Fields that exclude each other are not in one object.",
  rationale: """
    A Std:JsonGet reads a property file or a file in S3, not both. A retry policy is limited by attempts or \
    by time: the Developer Guide promises a validation error for both, though the SageMaker Python SDK 2 \
    writes them.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "RetryPolicies": [
        { "ExceptionType": [ "Step.THROTTLING" ], ‹"MaxAttempts"›: 3, «"ExpireAfterMin"»: 10 } ] },
        { "Name": "Eval", "Type": "Processing", "Arguments": { "x": { "Std:JsonGet": {
          ‹"S3Uri"›: "s3://bucket/file.json", «"PropertyFile"»: { "Get": "Steps.Eval.PropertyFiles.R" },
            "Path": "a" } } },
          "PropertyFiles": [ { "PropertyFileName": "R", "OutputName": "o", "FilePath": "r.json" } ] } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "RetryPolicies": [
        { "ExceptionType": [ "Step.THROTTLING" ], "MaxAttempts": 3 },
        { "ExceptionType": [ "SageMaker.CAPACITY_ERROR" ], "ExpireAfterMin": 10 } ] } ] }
      """)
  ]
).pipelineObject { object, subject, report in
  let group: Set<PipelineField>
  switch object.kind {
  case .jsonGet: group = [.propertyFile, .s3Uri]
  case .retryPolicy: group = [.maxAttempts, .expireAfterMin]
  default: return
  }
  let rows = subject.pipeline.fields(of: object).filter { group.contains($0.field) }
  guard let first = rows.first, let second = rows.first(where: { $0.field != first.field }) else { return }
  report(
    second.key,
    "\(object.kind.capitalizedPhrase) takes \(quoted(first.field.name)) or "
      + "\(quoted(second.field.name)), not both.",
    help: "Remove one of them.", related: [RelatedPlace("the other one", at: subject.tree.range(first.key))],
    certainty: object.kind == .jsonGet ? .certain : .likely)
}
