import Linting

let missingParameters = Rule(
  "missing-parameters", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A Task gives its integration the parameters that the call needs.",
  rationale: """
    Every integration needs Parameters (Arguments in JSONata), even if they are empty; only the bare ARN of a Lambda \
    function or an activity gets the state's input without. Some parameters Step Functions demands itself; others \
    the service demands, and the task fails when it runs.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { «"A"»: {
      "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
      «"Parameters"»: { "Queueurl": "q", "MessageBody.$": "$" }, "End": true } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::sns:publish", «"Arguments"»: { "Message": "hi" },
      "End": true } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
      "Parameters": { "QueueUrl.$": "$.queue", "MessageBody.$": "$" }, "End": true } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Arguments": "{% $states.input %}",
      "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": {}, "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true } } }
    """,
  ]
).state(.task) { state, subject, report in
  let arn = subject.resource(of: state)
  guard arn.callsService, arn.pattern != nil, let resource = subject.resourceNode(of: state) else { return }
  guard let payload = subject.payload(of: state) else {
    // The name of the other language's field is a fault of its own.
    if !state.fields.present.intersection([.parameters, .arguments]).isEmpty { return }
    if subject.misspelling(of: [subject.payloadField(of: state)], in: state) != nil { return }
    reportNoPayload(state, arn, resource, subject, &report)
    return
  }
  guard let required = arn.integration?.api.required, subject.tree.kind(payload) == .object,
    !subject.machine.isUnknown(payload)
  else { return }
  // Almost always nothing is missing, and then nothing is collected.
  guard required.contains(where: { !isGiven($0, in: payload, subject.tree) }) else { return }
  let missing = required.filter { !isGiven($0, in: payload, subject.tree) }
  reportMissing(missing, state, arn, resource, payload, subject, &report)
}

private func reportNoPayload(
  _ state: State, _ arn: ResourceARN, _ resource: NodeID, _ subject: Subject, _ report: inout Report
) {
  let field = subject.payloadField(of: state).name
  let required = arn.integration?.api.required ?? []
  report(
    state.name,
    "State \(subject.machine.quotedName(state.id)) has no \(field), which \(arn.call(subject, resource)) needs.",
    help: required.isEmpty
      ? "Add \"\(field)\": {}, or with what the call takes."
      : "Add \(field) with \(listed(required.map(\.phrase))).")
}

private func reportMissing(
  _ missing: [RequiredParameter], _ state: State, _ arn: ResourceARN, _ resource: NodeID, _ payload: NodeID,
  _ subject: Subject, _ report: inout Report
) {
  let members = PayloadMembers(payload, subject)
  guard !members.isOpen, let row = subject.machine.row(subject.payloadField(of: state), of: state) else {
    return
  }
  let misspelt = missing.flatMap(\.names).compactMap { name in
    Spelling.closest(to: "\(name)", in: members.names).map { (written: $0, right: "\(name)") }
  }
  let isChecked = missing.contains(where: \.isCheckedAtCreation)
  report(
    row.key,
    "\(arn.call(subject, resource)) needs \(listed(missing.map(\.phrase))), which "
      + "\(missing.count == 1 ? "is" : "are") not in \(row.field.name).",
    help: misspelt.isEmpty
      ? nil : "Write \(listed(misspelt.map { "\(quoted($0.right)) instead of \(quoted($0.written))" })).",
    certainty: isChecked ? .certain : .likely)
}

/// Whether one of the names is there, with or without the `.$` of JSONPath.
private func isGiven(_ parameter: RequiredParameter, in payload: NodeID, _ tree: SyntaxTree) -> Bool {
  var isGiven = false
  tree.forEachMemberName(payload) { _, _, text in
    guard !isGiven else { return }
    let length = text.ends(with: ".$") ? text.count - 2 : text.count
    let name = UnsafeBufferPointer(start: text.baseAddress, count: length)
    isGiven = parameter.names.contains { name.equals($0) }
  }
  return isGiven
}

extension RequiredParameter {
  fileprivate var phrase: String { listed(names.map { quoted("\($0)") }, "or") }
}
