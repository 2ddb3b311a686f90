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
  let named = subject.arguments.literals.compactMap { literal in
    subject.region(in: literal).map { (region: $0, node: literal.node) }
  }
  guard let first = named.first, let other = named.first(where: { $0.region != first.region }) else { return }
  report(
    other.node, at: subject.range(of: other.region, in: other.node),
    "This is in \(other.region), but other steps name what is in \(first.region).",
    help: "A pipeline runs in one Region: name what is there, or leave the Region to a parameter.",
    related: [
      RelatedPlace("in \(first.region)", at: subject.range(of: first.region, in: first.node))
    ])
}

extension PipelineSubject {
  /// The Region that the address of something names.
  fileprivate func region(in literal: ResourceLiteral) -> String? {
    let text = tree.text(literal.node)
    let region =
      switch literal.kind {
      case .image: ImageReference(text).region
      case .role, .otherARN, .encryptionKey: AmazonResourceName(text)?.region
      case .queue: queueRegion(text)
      case .s3Location: nil as String?
      }
    return region.flatMap { $0.isRegion ? $0 : nil }
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
