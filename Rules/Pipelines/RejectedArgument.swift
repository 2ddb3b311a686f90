import Linting

let rejectedArgument = Rule(
  "rejected-argument", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Arguments hold none of the members that pipelines refuse.",
  rationale: """
    Arguments have the shape of an API request, but some members of it pipelines do not take: SageMaker \
    answers "Unknown Argument member". The SageMaker Python SDK leaves these out for that reason.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Endpoint", "Arguments": {
        "EndpointName": "e", "EndpointConfigName": "c", «"DeploymentConfig"»: {
          "RollingUpdatePolicy": {} } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Serve", "Type": "Endpoint", "Arguments": {
        "EndpointName": "e", "EndpointConfigName": "c" } } ] }
      """)
  ]
).step(.registerModel, .endpointConfig, .endpoint) { step, subject, report in
  guard let arguments = subject.pipeline.value(.arguments, of: step) else { return }
  for (key, _) in subject.tree.members(arguments) {
    let name = subject.tree.text(key)
    guard rejected[step.type]?.contains(name) == true else { continue }
    report(key, "\(step.type.name) steps do not take \(quoted(name)).", help: "Remove it.")
  }
}

/// From the SageMaker Python SDK 2.257.7, and 5fe426d9f of its branch master-v2.
private let rejected: [StepType: Set<String>] = [
  .registerModel: ["CertifyForMarketplace", "Description"],
  .endpointConfig: ["DataCaptureConfig", "ExplainerConfig"],
  .endpoint: ["DeploymentConfig"],
]
