import Linting

let maybeUnassignedVariable = Rule(
  "maybe-unassigned-variable", .risky, since: "0.1",
  summary: "A variable is assigned on every way to where it is read.",
  rationale: """
    If one way to a state assigns a variable and another does not, an expression that cannot do without it fails \
    whenever the execution takes the other way. In JSONata $exists tells whether a variable has a value.
    """,
  bad: [
    """
    { "StartAt": "Known?", "QueryLanguage": "JSONata", "States": {
      "Known?": { "Type": "Choice", "Default": "Greet", "Choices": [
        { "Condition": "{% $states.input.isKnown %}", "Assign": { ‹"name"›: "{% $states.input.name %}" },
          "Next": "Greet" } ] },
      "Greet": { "Type": "Pass", "Output": "{% $uppercase(«$name») %}", "End": true } } }
    """,
    """
    { "StartAt": "Work", "States": {
      "Work": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:work",
        "Assign": { ‹"result.$"›: "$" }, "Next": "Tell",
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Tell" } ] },
      "Tell": { "Type": "Pass", "Parameters": { "result.$": "«$result»" }, "End": true } } }
    """,
    // Nothing before the first round.
    """
    { "StartAt": "Count", "QueryLanguage": "JSONata", "States": {
      "Count": { "Type": "Pass", "Assign": { ‹"count"›: "{% «$count» + 1 %}" }, "Next": "Enough?" },
      "Enough?": { "Type": "Choice", "Default": "Count", "Choices": [
        { "Condition": "{% $count > 9 %}", "Next": "End" } ] },
      "End": { "Type": "Succeed" } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Known?", "QueryLanguage": "JSONata", "States": {
      "Known?": { "Type": "Choice", "Default": "Greet", "Assign": { "name": "Jane" }, "Choices": [
        { "Condition": "{% $states.input.isKnown %}", "Assign": { "name": "{% $states.input.name %}" },
          "Next": "Greet" } ] },
      "Greet": { "Type": "Pass", "Output": "{% $uppercase($name) %}", "End": true } } }
    """,
    """
    { "StartAt": "Count", "QueryLanguage": "JSONata", "States": {
      "Count": { "Type": "Pass", "Next": "Enough?", "Assign": {
        "count": "{% $exists($count) ? $count + 1 : 1 %}", "all": "{% $append($all, 1) %}" } },
      "Enough?": { "Type": "Choice", "Default": "Count", "Choices": [
        { "Condition": "{% $count > 9 %}", "Next": "End" } ] },
      "End": { "Type": "Succeed" } } }
    """,
    // A Choice that asks first.
    """
    { "StartAt": "First?", "QueryLanguage": "JSONata", "States": {
      "First?": { "Type": "Choice", "Default": "Start", "Choices": [
        { "Condition": "{% $exists($count) %}", "Next": "Count" } ] },
      "Start": { "Type": "Pass", "Assign": { "count": 0 }, "Next": "Count" },
      "Count": { "Type": "Pass", "Assign": { "count": "{% $count + 1 %}" }, "Next": "First?" } } }
    """,
  ]
).workflow { subject, report in
  for doubt in subject.variables.doubtfulReads where doubt.presence == .possible && doubt.isIndispensable {
    guard let variable = doubt.variable else { continue }
    let read = doubt.read
    report(
      read.site.value, at: subject.tree.sourceRange(read.site.value, read.range),
      "$\(shortened(read.name)) may have no value here: \(gap(before: read, variable, subject)).",
      help: read.site.kind == .jsonata
        ? "Assign it on every way, or ask with $exists first." : "Assign it on every way.",
      related: assignments(of: variable, subject))
  }
}

/// On which way nothing assigns the variable.
private func gap(before read: VariableRead, _ variable: Int, _ subject: Subject) -> String {
  let machine = subject.machine
  let way = subject.variables.flow.unassignedWay(
    to: read.state, without: variable, subject.flow, subject.assignments)
  switch way {
  case .start(let state): return "nothing assigns it before \(machine.quotedName(state)) runs first"
  case .transition(let transition):
    let source = machine.quotedName(transition.source)
    if case .catch = transition.kind { return "nothing assigns it if \(source) fails" }
    let target = transition.target.state.map { "to " + machine.quotedName($0) } ?? "on"
    return "nothing assigns it on the way from \(source) \(target)"
  case nil: return "some way to \(machine.quotedName(read.state)) does not assign it"
  }
}

/// Where the variable is assigned, the first few places.
private func assignments(of variable: Int, _ subject: Subject) -> [RelatedPlace] {
  subject.assignments.rows(of: variable).prefix(3).map { row in
    RelatedPlace("assigned here", at: subject.tree.range(row.key))
  }
}
