import Linting

let invalidKMSKey = Rule(
  "invalid-kms-key", .fails, since: "0.1",
  summary: "A key of KMS is named by its id, its alias, or the ARN of either.",
  rationale: """
    A volume or a result that cannot be encrypted as the step asks lets the job fail. A key goes by an id such \
    as "1234abcd-12ab-34cd-56ef-1234567890ab", by "alias/NAME", or by the ARN of one of these. A plain name is \
    none: most often "alias/" is missing.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": {
          "OutputDataConfig": { "S3OutputPath": "s3://models", "KmsKeyId": «"models-key"» } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": {
          "OutputDataConfig": { "S3OutputPath": "s3://models", "KmsKeyId": "alias/models-key" } } } ] }
      """)
  ]
).pipeline { subject, report in
  for literal in subject.arguments.literals where literal.kind == .encryptionKey {
    let text = subject.tree.text(literal.node)
    guard !EncryptionKeyName.isValid(text) else { continue }
    report(
      literal.node, "\(quoted(text)) is neither the id of a key, nor an alias, nor an ARN of one.",
      help: text.contains(":") || text.contains("/")
        ? "Write the id of the key, \"alias/NAME\", or the ARN of one of these."
        : "If it is the name of an alias, write \(quoted("alias/\(text)")).",
      certainty: .likely)
  }
}
