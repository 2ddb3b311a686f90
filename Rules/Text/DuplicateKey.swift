import Linting

let duplicateKey = Rule(
  "duplicate-key", .risky, since: "0.1",
  summary: "No object has the same name twice.",
  rationale: """
    Parsers keep the last value of a repeated name and drop the others without a word: a state or a setting that \
    somebody wrote is not there when the workflow runs.
    """,
  bad: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Wait", ‹"Seconds"›: 5, «"Seconds"»: 60, "End": true } } }
    """,
    """
    { "StartAt": "A", "States": {
      ‹"A"›: { "Type": "Pass", "End": true },
      «"A"»: { "Type": "Succeed" } } }
    """,
    .yaml(
      """
      StartAt: A
      States:
        A:
          Type: Wait
          ‹Seconds›: 5
          «Seconds»: 60
          End: true
      """),
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Wait", "Seconds": 5, "Comment": "not 60 Seconds", "End": true } } }
    """
  ]
).syntaxDefect(.duplicateKey) { defect, tree, report in
  let name = tree.source.text(in: defect.range)
  report(
    range: defect.range, "\(name) stands twice in this object; only the last one counts.",
    help: "Remove or rename one of them.",
    related: defect.related.map { [RelatedPlace("this one is dropped", at: $0)] } ?? [])
}
