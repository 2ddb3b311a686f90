import Linting

let unknownQueryLanguage = Rule(
  "unknown-query-language", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "QueryLanguage is JSONPath or JSONata, and a JSONata machine has no JSONPath states.",
  rationale: """
    There are two query languages, spelt exactly so. A JSONPath machine may have JSONata states, which is how a \
    workflow moves over state by state; the way back does not exist.
    """,
  bad: [
    Example(
      #"{ "QueryLanguage": «"Jsonata"», "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
      fixed: #"{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#),
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Succeed", "QueryLanguage": «"JSONPath"» } } }
    """,
  ],
  good: [
    #"{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#,
    """
    { "QueryLanguage": "JSONPath", "StartAt": "A", "States": {
      "A": { "Type": "Succeed", "QueryLanguage": "JSONata" } } }
    """,
  ]
)
.modelDefect(.unknownQueryLanguage) { defect, subject, report in
  let value = subject.tree.text(defect.node)
  let suggestion = Spelling.suggestion(for: value, in: QueryLanguage.allCases.map(\.name))
  report(
    defect.node, "\(quoted(value)) is not a query language.",
    help: didYouMean(suggestion?.name) ?? "The query languages are JSONPath and JSONata.",
    fix: .respelling(defect.node, as: suggestion, in: subject.tree))
}
.state { state, subject, report in
  // The language of the machine may itself be what is wrong.
  guard subject.machine.language == .jsonata, subject.isLanguageSound(of: nil),
    let value = subject.machine.value(.queryLanguage, of: state),
    subject.tree.kind(value) == .string, subject.tree.text(value, is: "JSONPath")
  else { return }
  report(
    value, "The machine is in JSONata, so no state can be in JSONPath.",
    help: "Remove \"QueryLanguage\" from the machine, or turn this state into JSONata.")
}
