import Linting

let surprisingNumber = Rule(
  "surprising-number", .advice, since: "0.1",
  summary: "No plain YAML scalar is another number than it shows.",
  rationale: """
    YAML 1.1, which CloudFormation and SAM read, takes 012 for an octal number (10) and 1:30 for a sexagesimal one \
    (90). Whoever wrote it hardly meant that.
    """,
  bad: [
    .yaml(
      """
      StartAt: A
      States:
        A: { Type: Wait, Seconds: «012», End: true }
      """)
  ],
  good: [
    .yaml(
      """
      StartAt: A
      States:
        A: { Type: Wait, Seconds: 12, Comment: "012", End: true }
      """)
  ]
).syntaxDefect(.surprisingNumber) { defect, tree, report in
  let text = tree.source.text(in: defect.range)
  report(
    range: defect.range, "YAML reads \(text) as the number \(defect.detail ?? "it does not look like").",
    help: "Put it in quotes if it is a text.")
}
