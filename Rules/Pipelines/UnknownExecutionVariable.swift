import Linting

let unknownExecutionVariable = Rule(
  "unknown-execution-variable", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A reference to Execution names one of its variables.",
  rationale: """
    An execution knows its start and the current time, the pipeline's name and ARN, its own id and ARN, and \
    the name of the job that a step launches. Another name has no value; it may be newer than Stateline's \
    list.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
        "Arguments": { "x": { "Get": "Execution.«StartDatetime»" } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "x": { "Get": "Execution.StartDateTime" } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
        "Arguments": { "x": { "Get": "Execution.«ExecutionId»" } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
        "Arguments": {
        "started": { "Get": "Execution.StartDateTime" }, "id": {
          "Get": "Execution.PipelineExecutionId" } } } ] }
      """)
  ]
).reference { row, subject, report in
  guard row.target == .missing, let reference = row.reference, reference.root == .execution else { return }
  let name = subject.name(in: row)
  let names = ExecutionVariable.allCases.map(\.rawValue)
  let suggestion = Spelling.suggestion(for: name, in: names)
  report(
    row.text, at: subject.tree.sourceRange(row.text, reference.name),
    "An execution has no variable \(quoted(name)).",
    help: didYouMean(suggestion?.name) ?? "The variables are \(listed(names)).",
    fix: subject.respelling(reference.name, of: row.text, as: suggestion),
    certainty: suggestion == nil ? .likely : .certain)
}
