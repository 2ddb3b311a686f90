import Linting

let unknownStepArgumentValue = Rule(
  "unknown-step-argument-value", .refused, since: "0.1", predicts: "ValidationException",
  summary: "An argument that takes a few texts only has one of them.",
  rationale: """
    SageMaker compares literal texts with the values that the API has, letter case and all: "Value 'FastFile' \
    for 'ProcessingS3InputMode' failed to satisfy enum value set: [Pipe, File]". A value that is far from all \
    known ones, or a new instance type, may be newer than Stateline's model of the API.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Score", "Type": "Transform", "Arguments": {
        "ModelName": "m", "BatchStrategy": «"Multirecord"»,
        "TransformInput": { "DataSource": { "S3DataSource": {
          "S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in" } } },
        "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
        "TransformResources": { "InstanceCount": 1, "InstanceType": «"ml.m5.xxlarge"» } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Score", "Type": "Transform", "Arguments": {
          "ModelName": "m", "BatchStrategy": "MultiRecord",
          "TransformInput": { "DataSource": { "S3DataSource": {
            "S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in" } } },
          "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
          "TransformResources": { "InstanceCount": 1, "InstanceType": "ml.m5.xlarge" } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Score", "Type": "Transform", "Arguments": {
        "ModelName": "m",
        "TransformInput": { "DataSource": { "S3DataSource": {
          "S3DataType": «"Folder"», "S3Uri": "s3://bucket/in" } } },
        "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
        "TransformResources": { "InstanceCount": 1, "InstanceType": «"ml.huge"» } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Type" } ], "Steps": [ {
        "Name": "Score", "Type": "Transform", "Arguments": {
          "ModelName": "m", "BatchStrategy": "MultiRecord",
          "TransformInput": { "DataSource": { "S3DataSource": {
            "S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in" } } },
          "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
          "TransformResources": { "InstanceCount": 1, "InstanceType": { "Get": "Parameters.Type" } } } } ] }
      """)
  ]
).pipeline { subject, report in
  let tree = subject.tree
  // More are not kept, and each costs a comparison with all values.
  for mismatch in subject.argumentMismatches.lazy.filter(\.isUnknownValue).prefix(200) {
    guard case .unknownValue(let known) = mismatch.kind else { continue }
    let text = tree.text(mismatch.node)
    let suggestion = Spelling.suggestion(for: text, in: known)
    report(
      mismatch.node, "\(subject.subject(of: mismatch.place)) cannot be \(quoted(text)).",
      help: didYouMean(suggestion?.name)
        ?? (known.count <= 12 ? "It takes \(listed(known.map(quoted), "or"))." : ServiceModel.edition),
      fix: .respelling(mismatch.node, as: suggestion, in: tree),
      certainty: suggestion.map { isSlip(text, for: $0.name) } == true
        ? subject.certainty(of: mismatch) : .likely)
  }
}

/// Whether a text can be nothing but a misspelt value. The names of instance types and versions are a few letters and
/// digits apart: one that we do not know may well be new.
private func isSlip(_ text: String, for value: String) -> Bool {
  // The digit of S3 counts nothing.
  !value.dropFirst(value.hasPrefix("S3") ? 2 : 0).utf8.contains { $0 &- 0x30 < 10 }
    || text.lowercased() == value.lowercased()
}

extension ArgumentMismatch {
  fileprivate var isUnknownValue: Bool {
    if case .unknownValue = kind { true } else { false }
  }
}
