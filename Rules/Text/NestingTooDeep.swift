import Linting

let nestingTooDeep = Rule(
  "nesting-too-deep", .refused, since: "0.1",
  summary: "Objects and arrays are not nested beyond all reason.",
  rationale: """
    Parsers bound how deep brackets may stand inside each other, and so does Stateline, at 500. What is deeper was \
    not read.
    """,
  bad: [
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Result": "#
        + String(repeating: "[", count: 497) + "«[»" + String(repeating: "]", count: 498) + "} } }")
  ],
  good: [
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Result": "#
        + String(repeating: "[", count: 497) + String(repeating: "]", count: 497) + "} } }")
  ]
).syntaxDefect(.nestingTooDeep) { defect, _, report in
  report(
    range: defect.range,
    "Objects and arrays are nested more than 500 deep here; what is inside was not read.",
    certainty: .likely)
}
