import Linting

let invalidYAML = Rule(
  "invalid-yaml", .refused, since: "0.1",
  summary: "The text is YAML that can be read.",
  rationale: """
    Tools turn YAML into JSON before Step Functions sees it. What they cannot read never gets there, and aliases \
    that repeat each other may grow a small file beyond every limit.
    """,
  bad: [
    .yaml(
      """
      StartAt: A
      States:
        A: ‹{› Type: Succeed
      «»
      """),
    .yaml(
      """
      StartAt: A
      States:
        A: «*base»
      """),
  ],
  good: [
    .yaml(
      """
      StartAt: A
      States:
        A: { Type: Succeed }
      """),
    .yaml(
      """
      StartAt: A
      States:
        A: &base { Type: Pass, Next: B }
        B: { <<: *base, Type: Succeed, Next: ~ }
      """),
  ]
).syntaxDefect(.invalidYAML, .unknownAnchor, .recursiveAlias, .tooManyAliases) { defect, tree, report in
  let text = tree.source.text(in: defect.range)
  switch defect.kind {
  case .unknownAnchor:
    report(range: defect.range, "No anchor before \(quoted(text)) has that name.")
  case .recursiveAlias:
    report(range: defect.range, "\(quoted(text)) stands inside what it repeats.")
  case .tooManyAliases:
    report(
      range: defect.range, "The aliases of this file repeat more than can be read.",
      help: "Write out what they stand for, or make them repeat less.")
  default:
    report(
      range: defect.range, "The YAML cannot be read here: \(defect.detail ?? "unexpected text").",
      related: defect.related.map { [RelatedPlace("what this belongs to begins here", at: $0)] } ?? [])
  }
}
