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
  for (literal, name) in subject.namedResources {
    let isRole = literal.kind == .role
    let fault: String
    if let problem = name?.problem {
      fault = problem.phrase
    } else if let name {
      if !isRole || name.isRole { continue }
      fault = "is an ARN, but not of a role of IAM"
    } else {
      // Whether a function may go by its name alone nobody says.
      let mayBeName = subject.tree.text(literal.key, is: "FunctionArn")
      if mayBeName, subject.tree.withText(literal.node, { !$0.begins(with: "arn:") }) { continue }
      fault = isRole ? "is not the ARN of a role" : "is not an ARN"
    }
    report(
      literal.node, "\(quoted(subject.tree.text(literal.node))) \(fault).",
      help: isRole ? "Name the role of the job: \"arn:aws:iam::123456789012:role/NAME\"." : nil,
      certainty: .likely)
  }
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
