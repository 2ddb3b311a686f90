import Linting

let stepArgumentOutOfBounds = Rule(
  "step-argument-out-of-bounds", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Arguments are as long, as many and as large as the API allows.",
  rationale: """
    SageMaker checks literal arguments against the API's limits when the pipeline is created: "container \
    ProcessingEnvironmentMap length (132) exceeds maximum limit (100)", "'processingInputs' failed to satisfy \
    constraint: Member must have length less than or equal to 10".
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Score", "Type": "Transform", "Arguments": {
        "ModelName": "m", "MaxPayloadInMB": «-1»,
        "TransformInput": { "DataSource": { "S3DataSource": {
          "S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in" } } },
        "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
        "TransformResources": { "InstanceCount": «0», "InstanceType": "ml.m5.xlarge" } } } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Model", "Arguments": {
        "ExecutionRoleArn": «""», "PrimaryContainer": { "Image": "image" },
        "VpcConfig": { "SecurityGroupIds": «[»], "Subnets": [ "subnet-1" ] } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Score", "Type": "Transform", "Arguments": {
        "ModelName": "m", "MaxPayloadInMB": 0,
        "TransformInput": { "DataSource": { "S3DataSource": {
          "S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in" } } },
        "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
        "TransformResources": { "InstanceCount": 1, "InstanceType": "ml.m5.xlarge" } } } ] }
      """)
  ]
).pipeline { subject, report in
  for mismatch in subject.argumentMismatches {
    guard case .outOfBounds(let shape, let bounds, let actual) = mismatch.kind else { continue }
    // That too much is refused is on record; of an empty text or list, nobody says.
    let isTooLittle = actual < bounds.least ?? actual && !shape.isNumber
    report(
      mismatch.node,
      "\(subject.subject(of: mismatch.place)) \(measure(actual, of: shape)), but takes "
        + "\(limit(of: bounds, for: actual)).",
      certainty: isTooLittle ? .likely : subject.certainty(of: mismatch))
  }
}

extension Shape {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }
}

private func measure(_ value: Double, of shape: Shape) -> String {
  switch shape {
  case .string: "has \(counted(Int(value), "character"))"
  case .list, .map: "has \(value == 1 ? "1 entry" : "\(shown(value)) entries")"
  default: "is \(shown(value))"
  }
}

private func limit(of bounds: Bounds, for value: Double) -> String {
  if let least = bounds.least, value < least { return "at least \(shown(least))" }
  return "at most \(shown(bounds.most ?? value))"
}

private func shown(_ value: Double) -> String {
  Int(exactly: value).map(String.init) ?? "\(value)"
}
