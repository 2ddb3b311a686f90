import Linting

let unsupportedRetryException = Rule(
  "unsupported-retry-exception", .refused, since: "0.1",
  summary: "A Model or RegisterModel step retries on exceptions of the step only.",
  rationale: """
    These steps run no job, so that exceptions of jobs (SageMaker.JOB_INTERNAL_ERROR, CAPACITY_ERROR, \
    RESOURCE_LIMIT) cannot happen in them. The SageMaker Python SDK refuses such a policy.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Register", "Type": "RegisterModel", "Arguments": {},
        "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING", «"SageMaker.CAPACITY_ERROR"» ] } ] } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Register", "Type": "RegisterModel", "Arguments": {},
        "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING" ] } ] } ] }
      """)
  ]
).step(.model, .registerModel) { step, subject, report in
  let tree = subject.tree
  for policy in subject.pipeline.retryPolicies(of: step) {
    guard let value = subject.pipeline.value(.exceptionType, of: policy) else { continue }
    let names = tree.kind(value) == .array ? tree.elements(value) : [value]
    for name in names
    where tree.isLiteralString(name) && tree.withText(name, { $0.begins(with: "SageMaker.") }) {
      report(
        name, "\(quoted(tree.text(name))) cannot happen in \(step.type.phrase), which runs no job.",
        help: "Step.SERVICE_FAULT and Step.THROTTLING can.", certainty: .likely)
    }
  }
}
