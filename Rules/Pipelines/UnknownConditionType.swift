import Linting

let unknownConditionType = Rule(
  "unknown-condition-type", .refused, since: "0.1", predicts: "ValidationException",
  summary: "The Type of a condition is one that pipelines have.",
  rationale: """
    Conditions compare (Equals, GreaterThan, GreaterThanOrEqualTo, LessThan, LessThanOrEqualTo), look into a \
    list (In) or combine others (Not, Or; a list is an And by itself). Types are case-sensitive.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [
          { "Type": «"LessThen"», "LeftValue": { "Get": "Execution.StartDateTime" }, "RightValue": "2026" } ],
        "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
          "Conditions": [
            { "Type": "LessThan", "LeftValue": { "Get": "Execution.StartDateTime" }, "RightValue": "2026" } ],
          "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [
          { "Type": «"GreaterOrEqual"», "LeftValue": { "Get": "Execution.StartDateTime" },
            "RightValue": "2026" } ],
        "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "LessThan", "LeftValue": { "Get": "Execution.PipelineName" },
          "RightValue": 1 } ],
        "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
      """)
  ]
).pipelineDefect(.unknownConditionType) { defect, subject, report in
  let type = subject.tree.text(defect.node)
  let names = ConditionType.known.map(\.name)
  let suggestion = Spelling.suggestion(for: type, in: names)
  report(
    defect.node, "\(quoted(type)) is not a type of condition.",
    help: didYouMean(suggestion?.name) ?? "The types are \(listed(names)).",
    fix: .respelling(defect.node, as: suggestion, in: subject.tree),
    certainty: suggestion == nil ? .likely : .certain)
}
