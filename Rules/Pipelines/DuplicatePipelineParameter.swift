import Linting

let duplicatePipelineParameter = Rule(
  "duplicate-pipeline-parameter", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A parameter's name is unique in the pipeline.",
  rationale: "Of two parameters with one name no reference and no caller can tell which is meant.",
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": ‹"Epochs"›, "Type": "Integer" },
        { "Name": «"Epochs"», "Type": "String" } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "n": {
          "Get": "Parameters.Epochs" } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Epochs", "Type": "Integer" },
        { "Name": "MoreEpochs", "Type": "Integer" } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "n": {
          "Get": "Parameters.Epochs" } } } ] }
      """)
  ]
).parameter { parameter, subject, report in
  guard let first = parameter.firstOfSameName.flatMap({ subject.pipeline[$0].name }),
    let name = parameter.name
  else { return }
  report(
    name, "Another parameter is called \(quoted(subject.tree.text(name))) as well.",
    help: "Remove or rename one of them.",
    related: [RelatedPlace("first declared here", at: subject.tree.range(first))])
}
