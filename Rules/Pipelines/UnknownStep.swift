import Linting

let unknownStep = Rule(
  "unknown-step", .refused, since: "0.1", predicts: "ValidationException",
  summary: "References and DependsOn name steps that the pipeline has.",
  rationale: """
    A step that waits for one that is not there can never run, and SageMaker refuses the pipeline. Names are \
    case-sensitive and unique in the whole definition, so a step inside a branch can be named from anywhere.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Prepare", "Type": "Lambda", "FunctionArn": "f", "OutputParameters": [ {
          "OutputName": "n" } ] },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ «"Preprare"» ],
          "Arguments": { "n": { "Get": "Steps.«prepare».OutputParameters['n']" } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [
          { "Name": "Prepare", "Type": "Lambda", "FunctionArn": "f", "OutputParameters": [ {
            "OutputName": "n" } ] },
          { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ "Prepare" ],
            "Arguments": { "n": { "Get": "Steps.Prepare.OutputParameters['n']" } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Tidy", "Type": "Cleanup", "Arguments": {
          "Resources": { "S3": [ { "StepName": «"Transform"» } ] } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Prepare", "Type": "Lambda", "FunctionArn": "f" },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ "Prepare" ] } ] }
      """),
    // What is filled in later may be the name that seems to be missing.
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "${Prefix}-prepare", "Type": "Lambda", "FunctionArn": "f" },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ "shop-prepare" ] } ] }
      """),
  ]
)
.step { step, subject, report in
  let pipeline = subject.pipeline
  let names =
    pipeline.dependencies(of: step).filter { $0.target == .missing }.compactMap(\.name)
    + pipeline.cleanupSources(of: step).filter { $0.target == .missing }.map(\.name)
  for node in names {
    let name = subject.tree.text(node)
    // Looked for only if the finding is kept.
    lazy var suggestion = pipeline.closestStep(to: name)
    report(
      node, message(name), help: didYouMean(suggestion?.name),
      fix: .respelling(node, as: suggestion, in: subject.tree))
  }
}
.reference { row, subject, report in
  guard row.target == .missing, let reference = row.reference,
    reference.root == .steps || reference.root == .iterationOutput
  else { return }
  let name = subject.name(in: row)
  lazy var suggestion = subject.pipeline.closestStep(to: name)
  report(
    row.text, at: subject.tree.sourceRange(row.text, reference.name), message(name),
    help: didYouMean(suggestion?.name), fix: subject.respelling(reference.name, of: row.text, as: suggestion))
}

private func message(_ name: String) -> String { "No step of this pipeline is called \(quoted(name))." }
