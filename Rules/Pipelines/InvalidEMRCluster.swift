import Linting

let invalidEMRCluster = Rule(
  "invalid-emr-cluster", .refused, since: "0.1", predicts: "ValidationException",
  summary: "An EMR step names a cluster or describes a new one, not both.",
  rationale: """
    The Developer Guide and the SDK: ClusterId is a cluster that is there, ClusterConfig one that the step \
    creates and ends. An EMR step needs one of them.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Count", "Type": "EMR", "Arguments": {
        ‹"ClusterId"›: "j-1", «"ClusterConfig"»: { "Instances": {} }, "StepConfig": {} } },
        { "Name": «"More"», "Type": "EMR", "Arguments": { "StepConfig": {} } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Count", "Type": "EMR", "Arguments": {
        "ClusterId": "j-1", "StepConfig": {} } } ] }
      """)
  ]
).step(.emr) { step, subject, report in
  let tree = subject.tree
  guard let arguments = subject.pipeline.value(.arguments, of: step), tree.kind(arguments) == .object,
    !tree.isUnsettled(arguments)
  else { return }
  switch (tree.member(arguments, "ClusterId"), tree.member(arguments, "ClusterConfig")) {
  case (let id?, let config?):
    report(
      config.key, "An EMR step takes \"ClusterId\" or \"ClusterConfig\", not both.",
      help: "Remove one of them.",
      related: [RelatedPlace("the other one", at: tree.range(id.key))])
  case (nil, nil):
    report(
      subject.pipeline.title(of: step),
      "\(subject.pipeline.quotedName(step.id)) has no \"ClusterId\" and no \"ClusterConfig\".",
      help: "An EMR step needs one of them.")
  default: break
  }
}
