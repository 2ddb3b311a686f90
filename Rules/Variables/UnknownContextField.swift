import Linting

let unknownContextField = Rule(
  "unknown-context-field", .risky, since: "0.1",
  summary: "The context object has the fields that expressions read of it.",
  rationale: """
    The context object tells about the execution, the state, the state machine, the task and the item of a Map. An \
    expression that reads anything else of it fails. A name close to one of its fields is surely a slip; one that is far \
    from all of them may be newer than Stateline's table.
    """,
  bad: [
    Example(
      """
      { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
        "id.$": "$$.Execution.«id»", "state.$": "States.Format('{}', $$.«state».Name)" } } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
          "id.$": "$$.Execution.Id", "state.$": "States.Format('{}', $$.State.Name)" } } } }
        """),
    Example(
      """
      { "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": {
        "Type": "Pass", "Output": "{% $states.context.«Executions».Input %}", "End": true } } }
      """,
      fixed: """
        { "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": {
          "Type": "Pass", "Output": "{% $states.context.Execution.Input %}", "End": true } } }
        """),
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "id.$": "$$.Execution.Id", "order.$": "$$.Execution.Input.order.id", "all.$": "$$", "state.$": "$.state" } } } }
    """,
    """
    { "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": {
      "Type": "Pass", "Output": "{% $states.input.context.Executions %}", "End": true } } }
    """,
  ]
).workflow { subject, report in
  for read in subject.contextReads {
    guard let (parent, step) = firstUnknownStep(read) else { continue }
    let suggestion = Spelling.suggestion(for: step.name, in: parent.fields.map(\.name))
    let place = subject.tree.sourceRange(read.site.value, step.range)
    report(
      read.site.value, at: place, "\(quoted(step.name)) is not a field of \(parent.phrase).",
      help: didYouMean(suggestion?.name)
        ?? "Stateline knows \(listed(parent.fields.map(\.name))) there, as of \(ContextField.date).",
      fix: suggestion.flatMap { suggestion in
        guard subject.source.text(in: place) == step.name else { return nil }
        return Fix(
          "Replace with \(quoted(suggestion.name))", isSafe: suggestion.isSure,
          TextEdit(place, suggestion.name))
      },
      certainty: suggestion == nil ? .likely : .certain)
  }
}

/// The first step to a field that the table does not have, and the object in which it would be.
private func firstUnknownStep(_ read: ContextRead) -> (ContextField, (name: String, range: ByteRange))? {
  var current = ContextField.object
  for step in read.steps {
    // What is inside other values is not known.
    guard !current.fields.isEmpty else { return nil }
    guard let field = current.fields.first(where: { $0.name == step.name }) else { return (current, step) }
    current = field
  }
  return nil
}
