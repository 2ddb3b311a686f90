import Linting

let branchDependency = Rule(
  "branch-dependency", .risky, since: "0.1",
  summary: "No step outside a branch waits for a step inside it.",
  rationale: """
    A step in a branch runs only if the Condition takes that branch. A step outside that waits for it is \
    left out with it, and so is everything that waits for that one. To wait for the decision itself, depend \
    on the Condition.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
          "RightValue": "a" } ],
        "IfSteps": [ { "Name": "Deploy", "Type": "Lambda", "FunctionArn": "f" } ], "ElseSteps": [] } },
        { "Name": "Report", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ «"Deploy"» ] } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
          "RightValue": "a" } ],
        "IfSteps": [ { "Name": "Deploy", "Type": "Lambda", "FunctionArn": "f" } ], "ElseSteps": [] } },
        { "Name": "Report", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ "Gate" ] } ] }
      """)
  ]
).pipeline { subject, report in
  for escape in subject.escapesFromBranches where !escape.isIntoOtherBranch {
    let pipeline = subject.pipeline
    let owner = escape.branch.owner.map { pipeline.quotedName($0) } ?? ""
    report(
      escape.edge.place,
      "\(pipeline.quotedName(escape.edge.target)) runs only if \(owner) takes a branch: it waits for "
        + "\(pipeline.quotedName(escape.edge.source)), which is in \"\(escape.branch.kind.name)\" of it.",
      help: "Move it into the branch, or let it depend on \(owner) only.")
  }
}
