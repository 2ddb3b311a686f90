import Linting

let unusedPipelineParameter = Rule(
  "unused-pipeline-parameter", .advice, since: "0.1",
  summary: "Every parameter is referred to.",
  rationale: """
    A parameter that nothing refers to changes nothing, whatever value an execution is given: left over, or \
    the sign of a step that has a fixed value where it should refer to it.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Bucket" }, { "Name": «"Epochs"»,
        "Type": "Integer" } ],
        "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "b": { "Get": "Parameters.Bucket" }, "n": 10 } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Bucket" }, { "Name": "Epochs",
        "Type": "Integer" } ],
        "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "b": { "Std:Join": { "On": "/", "Values": [ "s3:/", { "Get": "Parameters.Bucket" } ] } },
          "n": { "Get": "Parameters.Epochs" } } } ] }
      """)
  ]
).pipeline { subject, report in
  let pipeline = subject.pipeline
  // A step that cannot be read may refer to any of them.
  guard !pipeline.steps.isEmpty, !pipeline.mayHaveOtherSteps else { return }
  var used: Set<ParameterID> = []
  for row in pipeline.references {
    switch row.target {
    case .parameter(let parameter): used.insert(parameter)
    // It may be a reference to any of them.
    case .unknown, .missing:
      guard let root = row.reference?.root, root != .unknown, root != .parameters else { return }
    default: break
    }
  }
  for parameter in pipeline.parameters where parameter.firstOfSameName == nil && !used.contains(parameter.id)
  {
    guard let name = parameter.name else { continue }
    report(
      name, "Nothing refers to the parameter \(quoted(subject.tree.text(name))).",
      help: "Refer to it with { \"Get\": \(quoted("Parameters." + subject.tree.text(name))) }, or remove it.")
  }
}
