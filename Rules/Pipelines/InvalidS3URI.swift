import Linting

let invalidS3URI = Rule(
  "invalid-s3-uri", .refused, since: "0.1", predicts: "ValidationException",
  summary: "The address of data in S3 begins with \"s3://\" and a bucket.",
  rationale: """
    Jobs take their data from S3 and put their results there, and take addresses of the form s3://BUCKET/KEY \
    only. Whether the bucket exists is not asked here.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": {
          "InputDataConfig": [ { "ChannelName": "train", "DataSource": { "S3DataSource": {
            "S3DataType": "S3Prefix", "S3Uri": «"data/train"» } } } ],
          "OutputDataConfig": { "S3OutputPath": «"s3:///models"» } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Data" } ], "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": {
          "InputDataConfig": [ { "ChannelName": "train", "DataSource": { "S3DataSource": {
            "S3DataType": "S3Prefix", "S3Uri": { "Get": "Parameters.Data" } } } } ],
          "OutputDataConfig": { "S3OutputPath": "s3://models" } } } ] }
      """)
  ]
).pipeline { subject, report in
  for literal in subject.arguments.literals where literal.kind == .s3Location {
    let text = subject.tree.text(literal.node)
    guard let problem = S3Location(text).problem else { continue }
    let fault =
      switch problem {
      case .scheme: "does not begin with \"s3://\""
      case .noBucket: "names no bucket"
      case .blankInBucket: "has a blank in the name of its bucket"
      }
    report(
      literal.node, "\(quoted(text)) \(fault).", help: "Write it as \"s3://BUCKET/KEY\".", certainty: .likely)
  }
}
