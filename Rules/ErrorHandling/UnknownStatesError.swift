import Linting

let unknownStatesError = Rule(
  "unknown-states-error", .risky, since: "0.1",
  summary: "Error names that begin with \"States.\" are those of Step Functions, or raised by a Fail state.",
  rationale: """
    Names that begin with "States." are reserved for Step Functions. A handler for one that does not exist never \
    matches, and the error that was meant ends the execution. Names that a Fail state of the definition raises are \
    let through.
    """,
  bad: [
    Example(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
        "Retry": [ { "ErrorEquals": [ «"States.TimeOut"» ] } ] } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": {
          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
          "Retry": [ { "ErrorEquals": [ "States.Timeout" ] } ] } } }
        """),
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": [ «"States.OutOfLuck"» ] } ] } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
      "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET",
        "InvocationConfig": { "ConnectionArn": "c" } },
      "Retry": [ { "ErrorEquals": [ "States.Http.StatusCode.503", "States.Http.Socket", "States.Timeout" ] } ] } } }
    """,
    """
    { "StartAt": "All", "States": {
      "All": { "Type": "Parallel", "End": true,
        "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Fail", "Error": "States.NoQuorum" } } } ],
        "Catch": [ { "ErrorEquals": [ "States.NoQuorum" ], "Next": "C" } ] },
      "C": { "Type": "Succeed" } } }
    """,
  ]
).workflow { subject, report in
  // Made only if there is such a name.
  var raised: RaisedErrors?
  for name in subject.errorNames where name.kind == .ofStates && subject.tree.withText(name.node, isUnknown) {
    let text = subject.tree.text(name.node)
    let errors = raised ?? RaisedErrors(subject)
    raised = errors
    if !errors.mayHold(text) { reportUnknown(text, name.node, subject.tree, &report) }
  }
}

private func reportUnknown(_ text: String, _ name: NodeID, _ tree: SyntaxTree, _ report: inout Report) {
  let suggestion = Spelling.suggestion(for: text, in: StatesError.names.lazy.map { "\($0)" })
  let meant = suggestion?.name ?? knownStart(of: text)
  report(
    name, "Step Functions has no error \(quoted(text)), so that nothing matches it.",
    help: didYouMean(meant)
      ?? "Name the error that is raised; \"States.TaskFailed\" stands for all failures of a Task.",
    fix: .respelling(name, as: suggestion, in: tree), certainty: meant == nil ? .likely : .certain)
}

private func isUnknown(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  !text.begins(with: StatesError.httpStatus) && !StatesError.names.contains { text.equals($0) }
}

/// A known name with something behind it: `States.TaskFailedId`.
private func knownStart(of text: String) -> String? {
  StatesError.names.map { "\($0)" }.first { $0 != "States.ALL" && text.hasPrefix($0) }
}

/// What the Fail states of a definition raise.
private struct RaisedErrors {
  private var names: Set<String> = []
  /// Whether there may be others: an error can be an expression, or filled in later.
  private var isOpen = false

  init(_ subject: Subject) {
    let machine = subject.machine
    for state in machine.states where state.type == .fail {
      if state.fields.present.contains(.errorPath) { isOpen = true }
      guard let value = machine.value(.error, of: state) else { continue }
      let text = subject.tree.text(value)
      let isExpression = state.language == .jsonata && text.hasPrefix("{%")
      if isExpression || !machine.isLiteralString(value) { isOpen = true }
      names.insert(text)
    }
  }

  func mayHold(_ name: String) -> Bool { isOpen || names.contains(name) }
}
