import Linting

let mixedRegions = Rule(
  "mixed-regions", .risky, since: "0.1",
  summary: "What the steps of a pipeline name is all in one Region.",
  rationale: """
    A pipeline and its jobs run in one Region, and look there for functions, queues, keys and images. A \
    definition that was moved from one Region to another often keeps an address or two of the old one, which \
    shows when that step runs.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": { "AlgorithmSpecification": {
          "TrainingImage": "123456789012.dkr.ecr.‹eu-west-1›.amazonaws.com/train:1" } } },
        { "Name": "Tell", "Type": "Lambda",
          "FunctionArn": "arn:aws:lambda:«us-east-1»:123456789012:function:tell" } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": {
          "RoleArn": "arn:aws:iam::123456789012:role/r", "AlgorithmSpecification": {
            "TrainingImage": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/train:1" } } },
        { "Name": "Tell", "Type": "Lambda",
          "FunctionArn": "arn:aws:lambda:eu-west-1:123456789012:function:tell" } ] }
      """)
  ]
).pipeline { subject, report in
  let named =
    subject.namedResources.compactMap { literal, name in
      NamedRegion(name?.region, literal)
    }
    + subject.arguments.literals.compactMap { literal in
      NamedRegion(subject.region(in: literal), literal)
    }
  guard let first = named.first, named.contains(where: { $0.region != first.region }) else { return }
  let sorted = named.sorted { $0.node < $1.node }
  guard let first = sorted.first, let other = sorted.first(where: { $0.region != first.region }) else {
    return
  }
  report(
    other.node, at: subject.range(of: other.region, in: other.node),
    "This is in \(other.region), but other steps name what is in \(first.region).",
    help: "A pipeline runs in one Region: name what is there, or leave the Region to a parameter.",
    related: [
      RelatedPlace("in \(first.region)", at: subject.range(of: first.region, in: first.node))
    ])
}

private struct NamedRegion {
  let region: String
  let node: NodeID

  /// Nil for what has not the form of a Region.
  init?(_ region: String?, _ literal: ResourceLiteral) {
    guard let region, region.isRegion else { return nil }
    self.region = region
    node = literal.node
  }
}

extension PipelineSubject {
  /// The Region in an address that is not just an ARN.
  fileprivate func region(in literal: ResourceLiteral) -> String? {
    switch literal.kind {
    case .image: ImageReference(tree.text(literal.node)).region
    case .encryptionKey: AmazonResourceName(tree.text(literal.node))?.region
    case .queue: queueRegion(tree.text(literal.node))
    case .role, .otherARN, .s3Location: nil
    }
  }

  /// Of `https://sqs.REGION.amazonaws.com/ACCOUNT/NAME`.
  private func queueRegion(_ url: String) -> String? {
    guard url.hasPrefix("https://sqs.") else { return nil }
    return String(url.dropFirst("https://sqs.".count).prefix { $0 != "." })
  }

  /// Where a part of a string stands, the first time.
  fileprivate func range(of part: String, in node: NodeID) -> ByteRange {
    let text = Array(tree.text(node).utf8)
    let wanted = Array(part.utf8)
    let start = text.indices.first { text[$0...].starts(with: wanted) } ?? 0
    return tree.sourceRange(node, ByteRange(UInt32(start), UInt32(start + wanted.count)))
  }
}
