import Linting

let wrongStepArgument = Rule(
  "wrong-step-argument", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Every argument has a value of the type that the API takes.",
  rationale: """
    SageMaker reads the arguments of a step as the request that the step makes, and answers "Unable to parse \
    pipeline definition. Expecting start of Json Array." and the like. An expression may stand for one value, \
    but never for a whole list or object: what it yields is known too late.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Subnets" } ], "Steps": [ {
        "Name": "Serve", "Type": "Model", "Arguments": {
          "PrimaryContainer": «[» { "Image": "image" } ], "VpcConfig": {
            "SecurityGroupIds": «"sg-1"», "Subnets": «{» "Get": "Parameters.Subnets" } } } } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Model", "Arguments": {
        "PrimaryContainer": { "Image": «[» "image" ] }, "EnableNetworkIsolation": «"yes"» } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Subnet" } ], "Steps": [ {
        "Name": "Serve", "Type": "Model", "Arguments": {
          "PrimaryContainer": { "Image": "image" }, "EnableNetworkIsolation": "true", "VpcConfig": {
            "SecurityGroupIds": [ "sg-1" ], "Subnets": [ { "Get": "Parameters.Subnet" } ] } } } ] }
      """)
  ]
).pipeline { subject, report in
  for mismatch in subject.argumentMismatches {
    switch mismatch.kind {
    case .expressionForMany(let shape):
      report(
        mismatch.node,
        "\(subject.subject(of: mismatch.place)) takes \(shape.phrase): an expression cannot stand for it.",
        help: shape.isList
          ? "Write the list, with an expression for each entry."
          : "Write the object, with expressions for its values.",
        certainty: subject.certainty(of: mismatch))
    case .wrongType(let shape):
      report(
        mismatch.node,
        "\(subject.subject(of: mismatch.place)) takes \(shape.phrase), but this is "
          + "\(subject.tree.kind(mismatch.node).phrase).",
        // What SageMaker makes of a scalar of another type nobody says.
        certainty: shape.isScalar ? .likely : subject.certainty(of: mismatch))
    case .unknownMember, .missingMembers, .unknownValue, .outOfBounds: continue
    }
  }
}

extension Shape {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
