import Linting

let emptyPipeline = Rule(
  "empty-pipeline", .fails, since: "0.1",
  summary: "A pipeline has at least one step.",
  rationale: "A pipeline without steps does nothing.",
  bad: [.pipeline(#"{ "Version": "2020-12-01", "Steps": «[» ] }"#)],
  good: [
    .pipeline(
      #"{ "Version": "2020-12-01", "Steps": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f" } ] }"#)
  ]
).pipeline { subject, report in
  guard let list = subject.pipeline.lists.first, subject.tree.kind(list.node) == .array,
    subject.tree.count(list.node) == 0, !subject.tree.isTagged(list.node)
  else { return }
  report(list.node, "The pipeline has no steps.")
}
