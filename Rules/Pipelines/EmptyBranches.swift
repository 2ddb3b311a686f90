import Linting

let emptyBranches = Rule(
  "empty-branches", .advice, since: "0.1",
  summary: "A Condition step has a step in one of its branches.",
  rationale: """
    Whatever a Condition decides, nothing follows from it if both of its branches are empty, unless others \
    look at its Outcome.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": «"Gate"», "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
          "RightValue": "a" } ],
        "IfSteps": [], "ElseSteps": [] } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
        "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
          "RightValue": "a" } ],
        "IfSteps": [], "ElseSteps": [] } }, { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
        "Arguments": { "outcome": { "Get": "Steps.Gate.Outcome" } } } ] }
      """)
  ]
).step(.condition) { step, subject, report in
  let lists = subject.pipeline.lists(of: step)
  // A list of another shape is another fault.
  let areEmpty = lists.allSatisfy { list in
    subject.tree.kind(list.node) == .array && subject.tree.count(list.node) == 0
      && !subject.tree.isTagged(list.node)
  }
  let arguments =
    subject.pipeline.value(.arguments, of: step).map { subject.tree.kind($0) == .object } ?? false
  guard areEmpty, arguments, !subject.graph.edges(from: step.id).contains(where: { $0.kind == .data }) else {
    return
  }
  report(
    subject.pipeline.title(of: step),
    "Nothing depends on what \(subject.pipeline.quotedName(step.id)) decides: both branches are empty.",
    help: "Put steps into \"IfSteps\" or \"ElseSteps\", or remove it.")
}
