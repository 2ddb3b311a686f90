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
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": [ «"States.TimeOut"» ] } ] } } }
    """,
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
).state(.task, .parallel, .map) { state, subject, report in
  subject.forEachErrorName(of: state) { name, _ in
    guard subject.tree.withText(name, isUnknown) else { return }
    let text = subject.tree.text(name)
    guard !subject.raises(text) else { return }
    let meant = Spelling.closest(to: text, in: StatesError.names.lazy.map { "\($0)" }) ?? prefix(of: text)
    report(
      name, "Step Functions has no error \(quoted(text)), so that nothing matches it.",
      help: didYouMean(meant)
        ?? "Name the error that is raised; \"States.TaskFailed\" stands for all failures of a Task.",
      certainty: meant == nil ? .likely : .certain)
  }
}

private func isUnknown(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard text.starts(with: "States.".utf8), !text.starts(with: StatesError.httpStatus.utf8Buffer) else {
    return false
  }
  return !StatesError.names.contains { name in
    name.utf8CodeUnitCount == text.count
      && text.elementsEqual(name.utf8Buffer)
  }
}

/// A known name with something behind it: `States.TaskFailedId`.
private func prefix(of text: String) -> String? {
  StatesError.names.map { "\($0)" }.first { $0 != "States.ALL" && text.hasPrefix($0) }
}

extension Subject {
  /// Whether a Fail state raises the error, or may: its error may be an expression.
  fileprivate func raises(_ error: String) -> Bool {
    machine.states.contains { state in
      guard state.type == .fail else { return false }
      if state.fields.present.contains(.errorPath) { return true }
      guard let value = machine.value(.error, of: state) else { return false }
      if !machine.isLiteralString(value) { return true }
      let text = tree.text(value)
      return text == error || state.language == .jsonata && text.hasPrefix("{%")
    }
  }
}
