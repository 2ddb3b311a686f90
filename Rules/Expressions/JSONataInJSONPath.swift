import Linting

let jsonataInJSONPath = Rule(
  "jsonata-in-jsonpath", .risky, since: "0.1",
  summary: "Expressions between {% and %} stand in JSONata states.",
  rationale: """
    A JSONPath state does not evaluate JSONata: it passes on the text "{% $states.input.id %}" itself. The language of \
    a state is its own QueryLanguage, or that of the machine, never that of the state around it.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": {
      "id": «"{% $states.input.id %}"», "all": [ «"{% $states.input %}"» ] }, "End": true } } }
    """,
    // The language of a Map is not that of its states.
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "QueryLanguage": "JSONata", "End": true,
      "Items": "{% $states.input.items %}", "ItemProcessor": { "StartAt": "A", "States": {
        "A": { "Type": "Fail", "Cause": «"{% $states.input.why %}"» } } } } } }
    """,
  ],
  good: [
    // The language itself is at fault.
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": "JSONPath",
      "Parameters": { "id": "{% $states.input.id %}" }, "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": {
      "id": "{% $states.input.id %}" }, "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": "{% raw", "Comment": "{% 1 %}", "End": true } } }"#,
  ]
).expression(.jsonataText) { site, subject, report in
  guard !subject.machine.hasSubstitution(site.value), !hasForeignFields(site, subject) else { return }
  report(
    site.value, "\(quoted(subject.tree.text(site.value))) stays a text: the state is in JSONPath.",
    help:
      "Give the state \"QueryLanguage\": \"JSONata\" and its fields, or write a path in a field that ends in \".$\"."
  )
}

/// Whether the state has fields of JSONata, which another rule reports: its language is what is wrong.
private func hasForeignFields(_ site: ExpressionSite, _ subject: Subject) -> Bool {
  guard let state = site.state.map({ subject.machine[$0] }) else { return false }
  let kind = ObjectKind(state.type)
  let foreign = FieldTable.allowed(in: kind, .jsonata).subtracting(FieldTable.allowed(in: kind, .jsonPath))
  return !state.fields.present.intersection(foreign).isEmpty
}
