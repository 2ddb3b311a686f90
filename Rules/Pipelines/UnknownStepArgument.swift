import Linting

let unknownStepArgument = Rule(
  "unknown-step-argument", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Arguments have only members that the request of the API has.",
  rationale: """
    A pipeline checks the arguments of a step against the request that the step makes, at every depth, and \
    answers "Unable to parse pipeline definition. Unknown Argument member 'InstanceCount'." A name that is \
    far from all known ones may be newer than Stateline's model of the API.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Model", "Arguments": {
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r", «"PrimaryContainers"»: {
          "Image": "image" } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Model", "Arguments": {
          "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r", "PrimaryContainer": {
            "Image": "image" } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Score", "Type": "Transform", "Arguments": {
        "ModelName": "m", «"S3OutputPath"»: "s3://bucket/out",
        "TransformInput": { "DataSource": { "S3DataSource": {
          "S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in", «"Recursive"»: true } } },
        "TransformOutput": { "S3OutputPath": "s3://bucket/out" },
        "TransformResources": { "InstanceCount": 1, "InstanceType": "ml.m5.xlarge" } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Model", "Arguments": {
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r", "PrimaryContainer": {
          "Image": "image", "Environment": { "ANYTHING": "goes" } } } } ] }
      """)
  ]
).pipeline { subject, report in
  let tree = subject.tree
  var taken: [NodeID: Set<String>] = [:]
  // More are not kept, and each costs a comparison with all members.
  for mismatch in subject.argumentMismatches.lazy.filter(\.isUnknownMember).prefix(200) {
    guard case .unknownMember(let structure, let object) = mismatch.kind else { continue }
    let name = tree.text(mismatch.node)
    let suggestion = Spelling.suggestion(for: name, in: structure.members.map(\.name))
    let step = subject.pipeline[mismatch.step]
    let way =
      suggestion == nil && mismatch.place.name == nil
      ? StepRequest(step.type).flatMap { $0.service.way(to: name, below: $0.root) } : nil
    // Two slips for one member, or one beside the member itself, would become a repeated name.
    let isFree =
      suggestion.map {
        taken[object, default: Set(tree.members(object).map { tree.text($0.key) })].insert($0.name).inserted
      } ?? false
    report(
      mismatch.node,
      mismatch.place.name == nil
        ? "\(step.type.name) steps take no \(quoted(name))."
        : "\(subject.subject(of: mismatch.place)) has no member \(quoted(name)).",
      help: didYouMean(suggestion?.name) ?? way.map {
        "It belongs in \($0.dropLast().joined(separator: "."))."
      }
        ?? ServiceModel.edition,
      fix: isFree ? .respelling(mismatch.node, as: suggestion, in: tree) : nil,
      certainty: suggestion != nil || way != nil ? .certain : .likely)
  }
}

extension ArgumentMismatch {
  fileprivate var isUnknownMember: Bool {
    if case .unknownMember = kind { true } else { false }
  }
}
