import Linting

let unassignedVariable = Rule(
  "unassigned-variable", .fails, since: "0.1",
  summary: "A variable is assigned before it is read.",
  rationale: """
    A path that begins with a variable without a value fails, and so does a JSONata expression that comes to nothing \
    without it ("The JSONata expression '$x' specified for the field 'Output' returned nothing (undefined)."). All \
    expressions of a state see the variables as they were when it began, and what branches and item processors assign \
    is gone when they end.
    """,
  bad: [
    Example(
      """
      { "StartAt": "Count", "QueryLanguage": "JSONata", "States": {
        "Count": { "Type": "Pass", "Assign": { "orderCount": 1 }, "Next": "Tell" },
        "Tell": { "Type": "Pass", "Output": "{% «$ordercount» + 1 %}", "End": true } } }
      """,
      fixed: """
        { "StartAt": "Count", "QueryLanguage": "JSONata", "States": {
          "Count": { "Type": "Pass", "Assign": { "orderCount": 1 }, "Next": "Tell" },
          "Tell": { "Type": "Pass", "Output": "{% $orderCount + 1 %}", "End": true } } }
        """),
    """
    { "StartAt": "Count", "States": {
      "Count": { "Type": "Pass", "Assign": { ‹"count"›: 1, "next.$": "States.MathAdd(«$count», 1)" },
        "OutputPath": "«$order».id", "End": true } } }
    """,
    // The result of a Map is what its iterations give out, not their variables.
    """
    { "StartAt": "Each", "QueryLanguage": "JSONata", "States": {
      "Each": { "Type": "Map", "Next": "Tell", "ItemProcessor": { "StartAt": "Price", "States": {
        "Price": { "Type": "Pass", "Assign": { ‹"price"›: 1 }, "End": true } } } },
      "Tell": { "Type": "Pass", "Output": { "price": "{% «$price» %}" }, "End": true } } }
    """,
    // Only when something fails.
    """
    { "StartAt": "Work", "QueryLanguage": "JSONata", "States": {
      "Work": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:work",
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Assign": { ‹"cause"›: "{% $states.errorOutput.Cause %}" },
          "Next": "Failed" } ], "Next": "Tell" },
      "Tell": { "Type": "Pass", "Output": "{% «$cause» %}", "End": true },
      "Failed": { "Type": "Fail", "Cause": "{% $cause %}" } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Count", "QueryLanguage": "JSONata", "States": {
      "Count": { "Type": "Pass", "Assign": { "orderCount": 1 }, "Next": "Tell" },
      "Tell": { "Type": "Pass", "Output": "{% ($more := 1; $orderCount + $more) %}", "End": true } } }
    """,
    """
    { "StartAt": "Count", "States": {
      "Count": { "Type": "Pass", "Assign": { "count": 1, "next": 2 }, "OutputPath": "$.order.id", "End": true } } }
    """,
    """
    { "StartAt": "Tell", "QueryLanguage": "JSONata", "States": {
      "Tell": { "Type": "Pass", "Output": "{% $exists($price) ? $price : 0 %}", "End": true } } }
    """,
    // What Assign holds is filled in later.
    """
    { "StartAt": "Count", "States": {
      "Count": { "Type": "Pass", "Assign": ${Variables}, "Next": "Tell" },
      "Tell": { "Type": "Pass", "OutputPath": "$order", "End": true } } }
    """,
  ]
).workflow { subject, report in
  for doubt in subject.variables.doubtfulReads where doubt.presence == .absent {
    let origin = VariableOrigin(of: doubt, subject)
    if case .outsideDistributedMap = origin { continue }
    let read = doubt.read
    let place = subject.tree.sourceRange(read.site.value, read.range)
    report(
      read.site.value, at: place, origin.message(read, subject.machine), help: origin.help(read, subject),
      related: origin.assignment.map { [RelatedPlace("assigned here", at: subject.tree.range($0.key))] }
        ?? [],
      fix: origin.fix(read, at: place, subject),
      certainty: doubt.isIndispensable && !origin.isUnproven ? .certain : .likely)
  }
}

extension VariableOrigin {
  /// That inner variables are gone is documented. Of what was recorded, one definition reads such a variable, in a state
  /// that its execution did not come to.
  fileprivate var isUnproven: Bool {
    if case .inside = self { true } else { false }
  }

  fileprivate func message(_ read: VariableRead, _ machine: StateMachine) -> String {
    let variable = "$" + shortened(read.name)
    let here = machine.quotedName(read.state)
    return switch self {
    case .nowhere: "No state assigns the variable \(variable)."
    case .sameState:
      "\(variable) has no value yet: \(here) assigns it, but reads what its variables were before."
    case .inside(let owner, _):
      "\(variable) has no value here: it is assigned inside \(machine.quotedName(owner)), and gone when that ends."
    case .elsewhere(let state, _):
      "\(variable) has no value here: \(machine.quotedName(state)) assigns it in a branch or a Map of its own."
    case .notOnTheWay(let state, _), .outsideDistributedMap(let state, _):
      "\(variable) has no value here: no way to \(here) comes by where \(machine.quotedName(state)) assigns it."
    }
  }

  fileprivate func help(_ read: VariableRead, _ subject: Subject) -> String? {
    let name = shortened(read.name)
    return switch self {
    case .nowhere:
      if let suggestion = suggestion(for: read, subject) {
        "Did you mean \(quoted("$" + suggestion.name))?"
      } else if read.site.kind == .jsonata {
        "Assign it in a state before this one."
      } else if read.name == VariableName.reserved {
        "$states is there in JSONata only: $ is the input here, and $$ the context."
      } else {
        "Assign it in a state before this one, or write \"$.\(name)\" for a field of the input."
      }
    case .sameState: "Assign $\(name) in a state before this one, or repeat the value here."
    case .inside: "Hand it out as a part of the output, and assign it there."
    case .notOnTheWay: "Assign it before, on every way."
    case .elsewhere, .outsideDistributedMap: nil
    }
  }

  /// Writes the name that is assigned, which is surely meant only if it has a value there.
  fileprivate func fix(_ read: VariableRead, at place: ByteRange, _ subject: Subject) -> Fix? {
    guard case .nowhere = self, let suggestion = suggestion(for: read, subject),
      subject.source.text(in: place) == "$" + read.name
    else { return nil }
    let index = subject.assignments.index(of: suggestion.name)
    guard
      suggestion.name == VariableName.reserved
        || index != nil && subject.variables.flow.presence(of: index, in: read.state) == .certain
    else { return nil }
    return Fix(
      "Replace with \(quoted("$" + suggestion.name))", isSafe: suggestion.isSure,
      TextEdit(place, "$" + suggestion.name))
  }
}

/// A variable that is probably meant.
private func suggestion(for read: VariableRead, _ subject: Subject) -> Spelling.Suggestion? {
  let names = subject.assignments.names
  return Spelling.suggestion(
    for: read.name, in: read.site.kind == .jsonata ? names + [VariableName.reserved] : names)
}

/// A name as it stands behind a `$` in a message.
func shortened(_ name: String) -> String {
  name.unicodeScalars.count <= VariableName.maximumLength
    ? name : "\(name.prefix(VariableName.maximumLength))…"
}
