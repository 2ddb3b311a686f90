import Linting

let duplicateStepName = Rule(
  "duplicate-step-name", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A step's name is unique in the whole pipeline.",
  rationale: """
    References and DependsOn name steps wherever they stand, so that names are unique over all branches and \
    loops. The Developer Guide says so of steps at the top and in a Condition, and of the two branches of \
    one.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": ‹"Notify"›, "Type": "Lambda", "FunctionArn": "f" },
        { "Name": "Gate", "Type": "Condition", "Arguments": {
          "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
            "RightValue": "a" } ],
          "IfSteps": [ { "Name": «"Notify"», "Type": "Lambda", "FunctionArn": "g" } ], "ElseSteps": [] } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Notify", "Type": "Lambda", "FunctionArn": "f" },
        { "Name": "notify", "Type": "Lambda", "FunctionArn": "g" } ] }
      """)
  ]
).step { step, subject, report in
  guard let first = step.firstOfSameName.flatMap({ subject.pipeline[$0].name }), let name = step.name else {
    return
  }
  report(
    name, "Another step is called \(quoted(subject.tree.text(name))) as well.",
    help: "Rename one of them: names are unique across all branches and loops.",
    related: [RelatedPlace("first defined here", at: subject.tree.range(first))])
}
