import Linting

let unsupportedJSONataReference = Rule(
  "unsupported-jsonata-reference", .refused, since: "0.1", predicts: "UNSUPPORTED_JSONATA_EXPRESSION",
  summary: "A JSONata expression reads $states and variables, and of $states what there is at its place.",
  rationale: """
    An expression has no document around it: the input of the state is $states.input, and a name alone, $ or $$ \
    refer to nothing ("Reference to 'phone' at the top level is not supported."). $states.result is there once a Task, \
    Parallel or Map has succeeded, so in its Output and Assign; $states.errorOutput in those of a catcher ("Field \
    '$states.errorOutput' does not exist."). Inside of filters and later steps of a path names are fields of its items.
    """,
  bad: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "name": "{% «customer».name %}", "id": "{% «$».id %}", "rest": "{% «$$» %}",
      "names": "{% $map($states.input.orders, function($o) { «name» & $o.id }) %}",
      "ids": "{% $states.«inputs».id %}", "error": "{% $states.«errorOutput».Cause %}" }, "End": true } } }
    """,
    Example(
      """
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Output": "{% «now»() & «$$».Execution.Id %}", "End": true } } }
      """,
      fixed: """
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
          "A": { "Type": "Pass", "Output": "{% $now() & $states.context.Execution.Id %}", "End": true } } }
        """),
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
        "Arguments": "{% $states.«result».id %}",
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "B", "Output": "{% $states.«result» %}" } ],
        "End": true }, "B": { "Type": "Succeed" } } }
    """,
  ],
  good: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "name": "{% $states.input.customer.name %}", "run": "{% $states.context.Execution.Id %}",
      "cheap": "{% $states.input.orders[price < 10].{'id': id} %}", "time": "{% $now() %}" }, "End": true } } }
    """,
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
        "Output": "{% $states.result.id %}", "Assign": { "all": "{% $states.result %}" },
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "B", "Output": "{% $states.errorOutput.Cause %}" } ],
        "End": true }, "B": { "Type": "Succeed" } } }
    """,
  ]
).expression(.jsonata) { site, subject, report in
  guard case .expression(let parsed) = subject.jsonata(site) else { return }
  if !parsed.uses.contextReads.isEmpty { reportContextReads(parsed, site, subject, &report) }
  for read in parsed.uses.variables
  where read.stepCount > 0 && parsed.expression.name(read.node, is: "states") {
    reportStatesField(read, parsed, site, subject, &report)
  }
}

private func reportStatesField(
  _ read: JSONataUses.VariableRead, _ parsed: ParsedJSONata, _ site: ExpressionSite, _ subject: Subject,
  _ report: inout Report
) {
  guard let step = parsed.uses.steps(of: read).first,
    let fault = StatesField.fault(step, in: parsed.expression, at: site)
  else { return }
  report(
    site.value, at: subject.place(of: parsed.expression[step].tokenRange, in: site), fault.message,
    help: fault.help, certainty: fault.isCertain ? .certain : .likely)
}

/// Reports each name once, as AWS does: who knows what is wrong with the first mends the others.
private func reportContextReads(
  _ parsed: ParsedJSONata, _ site: ExpressionSite, _ subject: Subject, _ report: inout Report
) {
  let expression = parsed.expression
  var seen: Set<String> = []
  for read in parsed.uses.contextReads where seen.insert(expression.spelling(read.node)).inserted {
    let range = expression[read.node].tokenRange
    let reference = ContextReference(read, in: expression, subject)
    report(
      site.value, at: subject.place(of: range, in: site), reference.message, help: reference.help,
      fix: reference.replacement.flatMap { text in
        Fix("Write \(text)", isSafe: true, subject.replacement(of: range, in: site, with: text))
      },
      // That AWS refuses it inside of filters as well was not measured.
      certainty: read.kind == .innerRoot ? .likely : .certain)
  }
}

// MARK: - $states

/// A field of `$states`.
private enum StatesField: String, CaseIterable {
  case input, result, errorOutput, context

  /// What is wrong with reading the field that a step names at a place.
  static func fault(
    _ step: JSONataNode.ID, in expression: JSONataExpression, at site: ExpressionSite
  ) -> (message: String, help: String?, isCertain: Bool)? {
    if expression.name(step, is: "input") || expression.name(step, is: "context") { return nil }
    let name = expression.name(step)
    guard let field = StatesField(rawValue: name) else {
      let suggestion = Spelling.closest(to: name, in: allCases.map(\.rawValue))
      return (
        "\"$states.\(name)\" does not exist.",
        suggestion.map { "Did you mean $states.\($0)?" }
          ?? "$states has the fields input, result, errorOutput and context.",
        suggestion != nil
      )
    }
    guard !field.exists(at: site) else { return nil }
    return ("\"$states.\(name)\" does not exist here.", field.home, true)
  }

  private func exists(at site: ExpressionSite) -> Bool {
    let isOutcome = site.field == .output || site.field == .assign
    return switch (self, site.object) {
    case (.input, _), (.context, _): true
    case (.result, .task), (.result, .parallel), (.result, .map): isOutcome
    case (.errorOutput, .catcher): isOutcome
    // Its fields may mean anything.
    case (_, .untypedState): true
    default: false
    }
  }

  /// Where the field exists.
  private var home: String? {
    switch self {
    case .result: "It is there in Output and Assign of a Task, Parallel or Map state."
    case .errorOutput: "It is there in Output and Assign of a catcher."
    case .input, .context: nil
    }
  }
}
