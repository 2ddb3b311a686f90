import Linting

let suppressionWithoutReason = Rule(
  "suppression-without-reason", .advice, since: "0.1",
  summary: "A suppression gives its reason.",
  rationale: """
    Whoever meets a suppression later has to know whether it still holds. The reason stands behind two dashes, and \
    goes into reports for security and quality tools as the justification.
    """,
  bad: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Succeed" },
      "B": { "Type": "Succeed", "Comment": "«stateline:ignore unreachable-state»" } } }
    """,
    .yaml(
      """
      StartAt: A
      States:
        A: { Type: Succeed }
        B: { Type: Succeed } # «stateline:ignore unreachable-state» --
      """),
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Succeed" },
      "B": { "Type": "Succeed", "Comment": "stateline:ignore unreachable-state -- kept for rollback" } } }
    """
  ]
).suppressionDefect(.withoutReason) { defect, report in
  report(
    range: defect.range, "This suppression does not say why.",
    help: "Write the reason behind it: \"-- reason\".")
}
