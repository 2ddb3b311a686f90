import Linting

let unlinkedNestedExecution = Rule(
  "unlinked-nested-execution", .advice, since: "0.1",
  summary: "A started execution is told which one started it.",
  rationale: """
    The console shows an execution and those that it has started as linked if the input of these holds \
    AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID with the id of the first. Without it nobody finds the way from a \
    failed child to its parent.
    """,
  bad: [
    """
    { "StartAt": "Bill", "States": { "Bill": {
      "Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
      "Parameters": { "StateMachineArn": "m", «"Input"»: { "order.$": "$.order" } }, "End": true } } }
    """
  ],
  good: [
    """
    { "StartAt": "Bill", "States": { "Bill": {
      "Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
      "Parameters": { "StateMachineArn": "m", "Input": {
        "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$": "$$.Execution.Id", "order.$": "$.order" } },
      "End": true } } }
    """,
    // The input may have it.
    """
    { "StartAt": "Bill", "States": { "Bill": {
      "Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
      "Parameters": { "StateMachineArn": "m", "Input.$": "$" }, "End": true } } }
    """,
  ]
).state(.task) { state, subject, report in
  guard let integration = subject.resource(of: state).integration, integration.belongs(to: "states"),
    let payload = subject.payload(of: state), let input = subject.tree.member(payload, "Input"),
    subject.tree.kind(input.value) == .object, !subject.machine.isUnknown(input.value)
  else { return }
  let members = PayloadMembers(input.value, subject)
  guard !members.isOpen, !members.names.contains(link) else { return }
  let value = state.language == .jsonata ? "{% $states.context.Execution.Id %}" : "$$.Execution.Id"
  let name = state.language == .jsonata ? link : link + ".$"
  report(
    input.key, "This Input does not link the started execution to the one that starts it.",
    help: "Add \"\(name)\": \"\(value)\".")
}

private let link = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID"
