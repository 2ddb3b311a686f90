import Linting

let wrongQueryLanguage = Rule(
  "wrong-query-language", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Every field belongs to the query language of its state.",
  rationale: """
    JSONPath states shape data with InputPath, Parameters, ResultSelector, ResultPath and OutputPath; JSONata \
    states with Arguments, Output and Condition. A state has one language, its own or the machine's, and Step \
    Functions refuses the fields of the other.
    """,
  bad: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Pass", «"ResultPath"»: "$.a", "End": true } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Pass", «"Output"»: "{% 1 %}", "End": true } } }
    """,
  ],
  good: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Pass", "Output": "{% 1 %}", "Assign": { "x": 1 }, "End": true } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1 %}", "End": true } } }
    """,
  ]
).object(when: { kind, language in .hasOther(than: FieldTable.allowed(in: kind, language)) }) {
  object, subject, report in
  let allowed = FieldTable.allowed(in: object.kind, object.language)
  let other: QueryLanguage = object.language == .jsonPath ? .jsonata : .jsonPath
  let foreign = object.fields.present.subtracting(allowed)
    .intersection(FieldTable.allowed(in: object.kind, other))
  guard !foreign.isEmpty, subject.isLanguageSound(of: object.state) else { return }
  for row in subject.machine.fields(of: object) where foreign.contains(row.field) {
    report(
      row.key,
      "\(quoted(row.field.name)) is a field of \(other.name), but this state is in \(object.language.name).",
      help: counterpart(of: row.field, in: object.language))
  }
}

/// What does in a language what a field does in the other.
private func counterpart(of field: Field, in language: QueryLanguage) -> String? {
  switch (field, language) {
  case (.parameters, .jsonata): "In JSONata this is \"Arguments\"."
  case (.arguments, .jsonPath): "In JSONPath this is \"Parameters\"."
  case (.resultPath, .jsonata), (.resultSelector, .jsonata), (.outputPath, .jsonata), (.result, .jsonata):
    "In JSONata this is \"Output\"."
  case (.output, .jsonPath): "In JSONPath this is \"ResultSelector\", \"ResultPath\" and \"OutputPath\"."
  case (.itemsPath, .jsonata): "In JSONata this is \"Items\"."
  case (.items, .jsonPath): "In JSONPath this is \"ItemsPath\"."
  case (.variable, .jsonata): "In JSONata a rule has a \"Condition\"."
  case (.condition, .jsonPath): "In JSONPath a rule has a \"Variable\" and a comparison."
  default: nil
  }
}
