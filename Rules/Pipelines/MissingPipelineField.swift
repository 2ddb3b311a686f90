import Linting

let missingPipelineField = Rule(
  "missing-pipeline-field", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Every object of a pipeline has the fields that its kind needs.",
  rationale: """
    A step without Name or Type, a job without Arguments, a Condition without Conditions cannot mean \
    anything, and SageMaker refuses the pipeline. The names of jobs are the exception: a pipeline makes them \
    itself.
    """,
  bad: [
    #"«{» "Version": "2020-12-01", "Parameters": [] }"#,
    #"{ "Version": "2020-12-01", "Steps": [ { "Name": «"Prepare"», "Type": "Processing" } ] }"#,
    """
    { "Version": "2020-12-01", "Steps": [ «{» "Type": "Lambda", "FunctionArn": "f" },
      { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
        "x": { "Std:JsonGet": «{» "S3Uri": "s3://bucket/file.json" } } } } ] }
    """,
    """
    { "Version": "2020-12-01", "Steps": [ { "Name": "Gate", "Type": "Condition", "Arguments": {
      "Conditions": [ «{» "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" } } ],
      "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
    """,
  ].map { .pipeline($0) },
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f" },
        { "Name": "Gate", "Type": "Condition", "Arguments": {
          "Conditions": [ { "Type": "Equals", "LeftValue": { "Get": "Execution.PipelineName" },
            "RightValue": "a" } ],
          "IfSteps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {} } ], "ElseSteps": [] } } ] }
      """)
  ]
).pipelineObject { object, subject, report in
  let pipeline = subject.pipeline
  let present = Set(pipeline.fields(of: object).map(\.field))
  var missing = PipelineFieldTable[object.kind].filter { $0.isRequired && !present.contains($0.field) }.map(
    \.field)
  var alternatives: [PipelineField] = []
  if object.kind == .jsonGet, present.isDisjoint(with: [.propertyFile, .s3Uri]) {
    alternatives = [.propertyFile, .s3Uri]
  }
  guard !missing.isEmpty || !alternatives.isEmpty, !pipeline.isTemplated(object) else { return }
  // A field that is misspelt is the fault.
  let unknown = pipeline.fields(of: object).filter { $0.field == .unknown }.map { subject.tree.text($0.key) }
  missing.removeAll { field in unknown.contains { Spelling.closest(to: $0, in: [field.name]) != nil } }
  let names =
    missing.map { quoted($0.name) }
    + (alternatives.isEmpty ? [] : [listed(alternatives.map { quoted($0.name) }, "or")])
  guard !names.isEmpty else { return }
  if case .step = object.kind, let step = object.step, let name = pipeline[step].name {
    report(
      name, "Step \(quoted(subject.tree.text(name))) has no \(listed(names, "and no")).",
      help: "\(object.kind.capitalizedPhrase) needs \(listed(names)).")
  } else {
    report(object.node, "\(object.kind.capitalizedPhrase) must have \(listed(names)).")
  }
}
