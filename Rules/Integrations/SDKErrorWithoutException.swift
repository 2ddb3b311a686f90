import Linting

let sdkErrorWithoutException = Rule(
  "sdk-error-without-exception", .risky, since: "0.1",
  summary: "Names of errors from the AWS SDK end in \"Exception\".",
  rationale: """
    Whatever the service's own documentation calls an error, through the AWS SDK its name ends in Exception: \
    S3.NoSuchKeyException, DynamoDb.RequestLimitExceededException. A handler for the name without it never runs.
    """,
  bad: [
    Example(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": true,
        "Parameters": { "Bucket": "b", "Key": "k" },
        "Retry": [ { "ErrorEquals": [ «"S3.SlowDown"», "S3.NoSuchKeyException" ] } ] } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": {
          "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": true,
          "Parameters": { "Bucket": "b", "Key": "k" },
          "Retry": [ { "ErrorEquals": [ "S3.SlowDownException", "S3.NoSuchKeyException" ] } ] } } }
        """)
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": true,
      "Parameters": { "Bucket": "b", "Key": "k" },
      "Retry": [ { "ErrorEquals": [ "S3.NoSuchKeyException", "Other.Error", "States.TaskFailed" ] } ] } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": true,
      "Parameters": { "Bucket": "b", "Key": "k" },
      "Retry": [ { "ErrorEquals": [ "S3.NoSuchKey", "S3.NoSuchKeyException" ] } ] } } }
    """,
  ]
).workflow { subject, report in
  // By list, and made only for lists with such a name.
  var namesOfLists: [NodeID: Set<String>] = [:]
  for name in subject.errorNames where name.kind == .ofService {
    let state = subject.machine[name.state]
    guard subject.resource(of: state).kind == .sdk, lacksEnding(name, state, subject),
      !hasOtherPrefix(name.node, state, subject)
    else { continue }
    let text = subject.tree.text(name.node)
    let names = namesOfLists[name.list] ?? Set(subject.tree.elements(name.list).map(subject.tree.text))
    namesOfLists[name.list] = names
    guard !names.contains(text + "Exception") else { continue }
    report(
      name.node, "\(quoted(text)) never matches: errors of the AWS SDK end in \"Exception\".",
      help: "Write \(quoted(text + "Exception")).",
      fix: Fix(
        "Replace with \(quoted(text + "Exception"))", isSafe: true,
        subject.tree.replacement(of: name.node, with: text + "Exception")))
  }
}

/// Whether a name is one of the called service without the ending.
private func lacksEnding(_ name: ErrorNameRow, _ state: State, _ subject: Subject) -> Bool {
  guard let resource = subject.resourceNode(of: state) else { return false }
  let arn = subject.resource(of: state)
  return subject.tree.withText(name.node) { text in
    !text.ends(with: "Exception") && subject.isService(text[..<Int(name.prefixLength)], of: resource, arn)
  }
}

/// Whether a name begins as no error of the service does: that is a fault of its own.
private func hasOtherPrefix(_ name: NodeID, _ state: State, _ subject: Subject) -> Bool {
  guard let prefix = ServiceErrors(state, subject)?.prefix else { return false }
  return subject.tree.withText(name) { !$0.begins(with: prefix) }
}

extension Subject {
  /// Whether the prefix of an error is the name of the service that is called, letter case aside.
  fileprivate func isService(
    _ prefix: Slice<UnsafeBufferPointer<UInt8>>, of resource: NodeID, _ arn: ResourceARN
  ) -> Bool {
    tree.withText(resource) { text in
      let service = text[Int(arn.service.lowerBound)..<Int(arn.service.upperBound)]
      return service.count == prefix.count && zip(service, prefix).allSatisfy { $0 == $1 | 0x20 || $0 == $1 }
    }
  }
}
