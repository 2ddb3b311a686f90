import Linting

let missingLambdaRetry = Rule(
  "missing-lambda-retry", .risky, since: "0.1",
  summary: "A call of a Lambda function is tried again after a transient fault of the Lambda service.",
  rationale: """
    Now and then the Lambda service itself answers with an error, although nothing is wrong with the function. The \
    Developer Guide asks for a retrier for Lambda.ServiceException, Lambda.AWSLambdaException, \
    Lambda.SdkClientException and Lambda.TooManyRequestsException; without one such a moment fails the task.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { «"A"»: {
      "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" },
      "Retry": [ { "ErrorEquals": [ "OutOfStock" ] } ], "End": true } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" },
      "Retry": [ { "ErrorEquals": [ "Lambda.ServiceException", "Lambda.SdkClientException" ] } ],
      "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "Message": "hi" },
      "End": true } } }
    """,
  ]
).workflow { subject, report in
  let machine = subject.machine
  let live = subject.flow.live
  var exposed: [State] = []
  for state in machine.states where state.type == .task && live.contains(state.id) {
    if subject.callsLambda(state), !retriesTransientFaults(state, subject) { exposed.append(state) }
  }
  guard let first = exposed.first else { return }
  let others =
    exposed.count == 1
    ? "" : ", nor \(exposed.count == 2 ? "does another state" : "do \(exposed.count - 1) other states")"
  report(
    first.name,
    "State \(machine.quotedName(first.id)) does not try again when the Lambda service has a passing fault\(others).",
    help: "Add a Retry for Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException and "
      + "Lambda.TooManyRequestsException.",
    related: exposed.dropFirst().prefix(50).map { state in
      RelatedPlace("nor does this one", at: subject.tree.range(state.name))
    })
}

/// Each shows that the author thought of transient faults; the groups cover them all.
private let coveringNames: [StaticString] = [
  "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException", "States.ALL", "States.TaskFailed",
]

private func retriesTransientFaults(_ state: State, _ subject: Subject) -> Bool {
  let machine = subject.machine
  if let retry = machine.value(.retry, of: state), machine.isUnknown(retry) { return true }
  for retrier in machine.retriers(of: state) {
    guard let list = machine.value(.errorEquals, of: retrier) else { continue }
    var covers = false
    subject.tree.forEachElement(list) { name in
      // A name that is filled in later may be the right one.
      covers =
        covers || coveringNames.contains { subject.tree.text(name, is: $0) } || machine.hasSubstitution(name)
    }
    if covers { return true }
  }
  return false
}

extension Subject {
  /// Whether a Task calls a Lambda function, directly or through the optimised integration.
  fileprivate func callsLambda(_ state: State) -> Bool {
    let resource = resource(of: state)
    return resource.kind == .lambdaFunction || resource.integration?.belongs(to: "lambda") == true
  }
}
