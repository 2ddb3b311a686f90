import Linting

let invalidStepARN = Rule(
  "invalid-step-arn", .refused, since: "0.1",
  summary: "What a step names by its ARN has the form of one, and roles are roles.",
  rationale: """
    A job runs with a role that is named as "arn:aws:iam::123456789012:role/NAME", and other things are named \
    in the same manner. The service looks at the form before it looks for the thing. Only what is written out \
    is judged, and only its form.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": { "RoleArn": «"SageMakerRole"» } },
        { "Name": "Test", "Type": "Training", "Arguments": {
          "RoleArn": «"arn:aws:iam::123456789012:user/sage"» } },
        { "Name": "Tell", "Type": "Lambda", "FunctionArn": «"arn:aws:lambda:eu-west-1:1234:function:tell"» } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Role" } ], "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": {
          "RoleArn": "arn:aws:iam::123456789012:role/SageMakerRole" } },
        { "Name": "Test", "Type": "Training", "Arguments": { "RoleArn": { "Get": "Parameters.Role" } } },
        { "Name": "Try", "Type": "Training", "Arguments": {
          "RoleArn": "arn:aws:iam::<account>:role/SageMakerRole" } },
        { "Name": "Tell", "Type": "Lambda",
          "FunctionArn": "arn:aws:lambda:eu-west-1:123456789012:function:tell" } ] }
      """)
  ]
).pipeline { subject, report in
  for literal in subject.arguments.literals {
    let text = subject.tree.text(literal.node)
    switch literal.kind {
    case .role:
      if let fault = fault(ofRole: text) {
        report(
          literal.node, "\(quoted(text)) \(fault).",
          help: "Name the role of the job: \"arn:aws:iam::123456789012:role/NAME\".", certainty: .likely)
      }
    case .otherARN:
      if let fault = fault(ofARN: text, mayBeName: subject.tree.text(literal.key, is: "FunctionArn")) {
        report(literal.node, "\(quoted(text)) \(fault).", certainty: .likely)
      }
    case .image, .s3Location, .encryptionKey, .queue: continue
    }
  }
}

private func fault(ofRole text: String) -> String? {
  guard let name = AmazonResourceName(text) else { return "is not the ARN of a role" }
  return name.problem?.phrase ?? (name.isRole ? nil : "is an ARN, but not of a role of IAM")
}

/// - Parameter mayBeName: Whether a plain name may do as well, which nobody says.
private func fault(ofARN text: String, mayBeName: Bool) -> String? {
  guard let name = AmazonResourceName(text) else {
    return mayBeName && !text.hasPrefix("arn:") ? nil : "is not an ARN"
  }
  return name.problem?.phrase
}

extension AmazonResourceName.Problem {
  fileprivate var phrase: String {
    switch self {
    case .partition: "does not begin as ARNs do: \"arn:aws:\" and a service"
    case .region: "has something else where ARNs have the Region"
    case .account: "has something else where ARNs have an account, which is a number of twelve digits"
    case .resource: "ends before it names anything"
    }
  }
}
