import Linting

let misplacedStep = Rule(
  "misplaced-step", .refused, since: "0.1", predicts: "ValidationException",
  summary: "The body of a ForEach holds no Condition, no Fail and no other ForEach.",
  rationale: """
    The SageMaker Python SDK refuses to build such a loop. What has to be decided for each item belongs into \
    the job that works on it, or behind the loop.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Each", "Type": "ForEach", "Arguments": {
        "IterableItems": [ 1, 2 ], "MaxConcurrency": 2, "ForEachBody": [
          { "Name": "Call", "Type": "Lambda", "FunctionArn": "f" },
          { "Name": «"Stop"», "Type": "Fail", "Arguments": { "ErrorMessage": "no" } } ] } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Each", "Type": "ForEach", "Arguments": {
        "IterableItems": [ 1, 2 ], "MaxConcurrency": 2, "ForEachBody": [
          { "Name": "Call", "Type": "Lambda", "FunctionArn": "f" } ] } },
        { "Name": "Stop", "Type": "Fail", "DependsOn": [ "Each" ], "Arguments": { "ErrorMessage": "no" } } ] }
      """)
  ]
).step(.condition, .fail, .forEach) { step, subject, report in
  let list = subject.pipeline[step.list]
  guard list.kind == .body, let owner = list.owner else { return }
  report(
    subject.pipeline.title(of: step),
    "\(step.type.phrase.prefix(1).uppercased() + step.type.phrase.dropFirst()) cannot stand in the body of "
      + "\(subject.pipeline.quotedName(owner)).",
    help: "Put it behind the loop.")
}
