import Linting

let emptyConditions = Rule(
  "empty-conditions", .risky, since: "0.1",
  summary: "A Condition step has something to decide.",
  rationale: """
    All conditions of the list have to hold. None at all always do, so that the branch in IfSteps is the \
    only one that can run, if SageMaker takes the pipeline.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": «[» ], "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ],
          "ElseSteps": [] } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
          "RightValue": "a" } ],
        "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
      """)
  ]
).pipelineObject { object, subject, report in
  guard object.kind == .conditionArguments || object.kind == .condition(.or),
    let list = subject.pipeline.value(.conditions, of: object), subject.tree.kind(list) == .array,
    subject.tree.count(list) == 0, !subject.tree.isTagged(list)
  else { return }
  report(
    list,
    object.kind == .conditionArguments
      ? "There are no conditions, so the branch in \"IfSteps\" is always taken."
      : "An Or without conditions never holds.")
}
