import Linting

let unusedSuppression = Rule(
  "unused-suppression", .advice, since: "0.1",
  summary: "A suppression suppresses something.",
  rationale: """
    A suppression that outlives its finding hides the next one of its kind. One with a misspelt rule hides nothing, \
    and its author believes that it does.
    """,
  bad: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Succeed", "Comment": "stateline:ignore «unreachable-state» -- kept for rollback" } } }
    """,
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Succeed" },
      "B": { "Type": "Succeed", "Comment": "stateline:ignore «unreachable-sate» -- kept for rollback" } } }
    """,
    """
    { "StartAt": "A", "Comment": "«stateline:ignore» -- it is fine", "States": { "A": { "Type": "Succeed" } } }
    """,
    .yaml(
      """
      StartAt: A
      States:
        A:
          Type: Succeed
        # «stateline:ignore-file unreachable-state» -- kept for rollback
        B:
          Type: Succeed
      """),
  ],
  good: [
    """
    { "StartAt": "A", "States": {
      "A": { "Type": "Succeed" },
      "B": { "Type": "Succeed", "Comment": "stateline:ignore unreachable-state -- kept for rollback" } } }
    """,
    .yaml(
      """
      # stateline:ignore-file unreachable-state -- kept for rollback
      StartAt: A
      States:
        A:
          Type: Succeed
        B:
          Type: Succeed
      """),
  ]
).suppressionDefect(.unused, .expired, .unknownRule, .withoutRule, .misplaced) { defect, report in
  let name = quoted(defect.name)
  switch defect.kind {
  case .expired:
    let day = defect.detail.map { " on \($0)" } ?? ""
    report(
      range: defect.range, "This suppression ran out\(day).",
      help: "Mend what it hid, or give it another day.")
  case .unknownRule:
    report(
      range: defect.range, "There is no rule \(name), so this suppresses nothing.",
      help: defect.detail.map { "Did you mean \(quoted($0))?" } ?? "\"stateline rules\" lists them all.")
  case .withoutRule:
    report(
      range: defect.range, "This suppresses nothing: it names no rule.",
      help: "Name the rules behind it: \"stateline:ignore missing-catch -- reason\".")
  case .misplaced:
    report(
      range: defect.range, "This suppresses nothing: it is about the file, but does not stand at its top.",
      help: """
        Move it into a comment before everything else, or write \"stateline:ignore\" where it is about what follows.
        """)
  default:
    report(
      range: defect.range, "\(name) finds nothing here that could be suppressed.",
      help: "Remove the suppression.")
  }
}
