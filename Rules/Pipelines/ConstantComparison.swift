import Linting

let constantComparison = Rule(
  "constant-comparison", .advice, since: "0.1",
  summary: "A condition looks at something that can change.",
  rationale: """
    Two literals compare the same in every execution: one branch is always taken. Left over from a trial, or \
    the sign of a reference that was meant.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ «{» "Type": "GreaterThan", "LeftValue": 5, "RightValue": 10 } ],
        "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "GreaterThan", "LeftValue": { "Get": "Execution.StartDateTime" },
          "RightValue": "2026" } ],
        "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
      """)
  ]
).step(.condition) { step, subject, report in
  for condition in subject.pipeline.conditions(of: step) where condition.type.isComparison {
    guard let left = subject.pipeline.value(.leftValue, of: condition),
      let right = subject.pipeline.value(.rightValue, of: condition), isLiteral(left, subject),
      isLiteral(right, subject)
    else { continue }
    report(
      condition.node, "Both sides of this condition are fixed, so it always yields the same.",
      help: "Compare with a reference, or remove the condition.")
  }
}

private func isLiteral(_ value: NodeID, _ subject: PipelineSubject) -> Bool {
  switch subject.tree.kind(value) {
  case .number, .boolean: true
  case .string: subject.tree.isLiteralString(value)
  default: false
  }
}
