import Linting

let otherBranchDependency = Rule(
  "other-branch-dependency", .fails, since: "0.1",
  summary: "No step of a branch waits for a step of the other branch.",
  rationale: """
    Of a Condition's two branches only one runs. A step that waits for one in the other branch, by DependsOn \
    or because it uses what that one yields, never runs.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
          "RightValue": "a" } ],
        "IfSteps": [ { "Name": "Deploy", "Type": "Lambda", "FunctionArn": "f" } ],
        "ElseSteps": [ { "Name": "Tell", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [
          «"Deploy"» ] } ] } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
          "RightValue": "a" } ],
        "IfSteps": [ { "Name": "Deploy", "Type": "Lambda", "FunctionArn": "f" },
          { "Name": "Tell", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ "Deploy" ] } ],
        "ElseSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ] } } ] }
      """)
  ]
).pipeline { subject, report in
  for escape in subject.escapesFromBranches where escape.isIntoOtherBranch {
    let pipeline = subject.pipeline
    let owner = escape.branch.owner.map { pipeline.quotedName($0) } ?? ""
    report(
      escape.edge.place,
      "\(pipeline.quotedName(escape.edge.target)) never runs: it waits for "
        + "\(pipeline.quotedName(escape.edge.source)), which is in the other branch of \(owner).",
      help: "Of the two branches only one runs.")
  }
}
