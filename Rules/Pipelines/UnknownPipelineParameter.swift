import Linting

let unknownPipelineParameter = Rule(
  "unknown-pipeline-parameter", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Every parameter that a reference names is declared in Parameters.",
  rationale: """
    The Developer Guide: all parameters that step definitions use must be defined in the pipeline. Who \
    starts it can give values to declared parameters only.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "InputUri", "Type": "String" } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "x": { "Get": "Parameters.«InputURI»" } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Parameters": [ { "Name": "InputUri", "Type": "String" } ], "Steps": [
          { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
            "Arguments": { "x": { "Get": "Parameters.InputUri" } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "InputUri", "Type": "String" } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "x": { "Get": "Parameters.«ResultBucket»" } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "InputUri", "Type": "String" } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "in": { "Get": "Parameters.InputUri" }, "out": { "Get": "Parameters.${Output}" } } } ] }
      """)
  ]
).reference { row, subject, report in
  guard row.target == .missing, let reference = row.reference, reference.root == .parameters else { return }
  let pipeline = subject.pipeline
  let name = subject.name(in: row)
  // Looked for only if the finding is kept.
  lazy var suggestion = Spelling.suggestion(
    for: name, in: pipeline.parameters.lazy.compactMap { $0.name.map(subject.tree.text) })
  report(
    row.text, at: subject.tree.sourceRange(row.text, reference.name),
    "No parameter of this pipeline is called \(quoted(name)).",
    help: didYouMean(suggestion?.name) ?? "Declare it in \"Parameters\".",
    fix: subject.respelling(reference.name, of: row.text, as: suggestion))
}
