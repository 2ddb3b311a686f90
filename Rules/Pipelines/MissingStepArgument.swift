import Linting

let missingStepArgument = Rule(
  "missing-step-argument", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Arguments have all members that the request of the API needs.",
  rationale: """
    The arguments of a step become the request to the API that the step makes, and without a member that the \
    request needs there is no request. The names of jobs and models are the exception: a pipeline makes them \
    itself.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": «"Score"», "Type": "Transform", "Arguments": {
        "TransformInput": { "DataSource": { "S3DataSource": «{» "S3DataType": "S3Prefix" } } },
        "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
        "TransformResources": { "InstanceCount": 1, "InstanceType": "ml.m5.xlarge" } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Model" } ], "Steps": [ {
        "Name": "Score", "Type": "Transform", "Arguments": {
          "ModelName": { "Get": "Parameters.Model" },
          "TransformInput": { "DataSource": { "S3DataSource": {
            "S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in" } } },
          "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
          "TransformResources": { "InstanceCount": 1, "InstanceType": "ml.m5.xlarge" } } } ] }
      """),
    // A name that is misspelt is the fault.
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Endpoint", "Arguments": {
        "EndpointConfigname": "c" } } ] }
      """),
  ]
).pipeline { subject, report in
  for mismatch in subject.argumentMismatches {
    guard case .missingMembers(let missing, let unknownKeys) = mismatch.kind else { continue }
    let unknown = unknownKeys.prefix(20).map(subject.tree.text)
    let names = missing.filter { name in
      !unknown.contains { Spelling.closest(to: $0, in: [name]) != nil }
    }.map(quoted)
    guard !names.isEmpty else { continue }
    let help = "The API needs \(names.count == 1 ? "it" : "them")."
    if mismatch.place.name == nil {
      let step = subject.pipeline[mismatch.step]
      report(
        subject.pipeline.title(of: step),
        "The arguments of \(subject.pipeline.quotedName(step.id)) have no \(listed(names, "and no")).",
        help: help, certainty: subject.certainty(of: mismatch))
    } else {
      report(
        mismatch.node, "\(subject.subject(of: mismatch.place)) has no \(listed(names, "and no")).",
        help: help, certainty: subject.certainty(of: mismatch))
    }
  }
}
