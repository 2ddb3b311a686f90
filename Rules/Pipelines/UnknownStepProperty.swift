import Linting

let unknownStepProperty = Rule(
  "unknown-step-property", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A reference to a step names something that steps of its type yield.",
  rationale: """
    Steps that run a job yield what the API says of the job. Those of other types yield a few values only: a \
    Condition its Outcome, a Lambda its OutputParameters, a check its baselines. A ForEach has the outputs \
    of its iterations in a list, so that an index stands behind IterationOutputs. A name that is far from \
    all known ones may be newer than Stateline's model of the API.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f",
          "OutputParameters": [ { "OutputName": "n" } ] },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "x": { "Get": "Steps.Call.«OutputParameter»['n']" } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f",
            "OutputParameters": [ { "OutputName": "n" } ] },
          { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
            "Arguments": { "x": { "Get": "Steps.Call.OutputParameters['n']" } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f",
          "OutputParameters": [ { "OutputName": "n" } ] },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "x": { "Get": "Steps.Call.«Payload»" } } } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Each", "Type": "ForEach", "Arguments": {
          "IterableItems": [ 1 ], "MaxConcurrency": 1,
          "ForEachBody": [ { "Name": "Score", "Type": "Lambda", "FunctionArn": "f" } ] } },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "first": { "Get": "Steps.Each.IterationOutputs«.Score».Status" } } } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {
          "RoleArn": "${Role}", "OutputDataConfig": { "S3OutputPath": "s3://bucket/models" } } },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "model": { "Get": "Steps.Train.ModelArtifacts.«S3ModelArtifact»" } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {
            "RoleArn": "${Role}", "OutputDataConfig": { "S3OutputPath": "s3://bucket/models" } } },
          { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
            "model": { "Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts" } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {
          "RoleArn": "${Role}", "OutputDataConfig": { "S3OutputPath": "s3://bucket/models" } } },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "cost": { "Get": "Steps.Train.«Cost»" }, "day": { "Get": "Steps.Train.CreationTime«.Day»" },
          "channel": { "Get": "Steps.Train.InputDataConfig«.train».ContentType" },
          "path": { "Get": "Steps.Train.Environment«.PATH»" },
          "status": { "Get": "Steps.Train.ModelArtifacts«[0]»" } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Call", "Type": "Lambda", "FunctionArn": "f", "OutputParameters": [ {
          "OutputName": "n" } ] },
        { "Name": "Each", "Type": "ForEach", "Arguments": { "IterableItems": [ 1 ], "MaxConcurrency": 1,
          "ForEachBody": [ { "Name": "Score", "Type": "Lambda", "FunctionArn": "f" } ] } },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "n": { "Get": "Steps.Call.OutputParameters['n']" },
          "first": { "Get": "Steps.Each.IterationOutputs[0].Score.Status" },
          "accuracy": { "Get": "Steps.Train.FinalMetricDataList['accuracy'].Value" } } },
        { "Name": "Train", "Type": "Training", "Arguments": { "RoleArn": "${Role}" } } ] }
      """)
  ]
).reference { row, subject, report in
  guard row.place != .propertyFile, let use = PropertyUse(row, subject) else { return }
  switch use.end {
  case .shape: return
  case .missingMember(let position, let structure):
    reportMissing(position, of: structure, use, row, subject, &report)
  case .misplaced(let position, let shape): reportMisplaced(position, in: shape, use, row, subject, &report)
  }
}

private func reportMissing(
  _ position: Int, of structure: Structure, _ use: PropertyUse, _ row: ReferenceRow,
  _ subject: PipelineSubject, _ report: inout Report
) {
  let known = structure.members.map(\.name)
  let place = use.name(of: use.reference.segments[position])
  let name = subject.text(place, in: row.text)
  let suggestion = Spelling.suggestion(for: name, in: known)
  let step = "\(subject.pipeline.quotedName(use.step.id))"
  let help =
    switch known.count {
    case 0: "It yields nothing."
    case 1...10: "It has \(listed(known))."
    default: ServiceModel.edition
    }
  report(
    row.text, at: subject.tree.sourceRange(row.text, place),
    position == 0
      ? "Step \(step) has no \(quoted(name)): it is \(use.step.type.phrase)."
      : "\(owner(of: position, use, row, subject)) of step \(step) has no \(quoted(name)).",
    help: didYouMean(suggestion?.name) ?? help,
    fix: subject.respelling(place, of: row.text, as: suggestion),
    certainty: use.response.isClosed || suggestion != nil ? .certain : .likely)
}

private func reportMisplaced(
  _ position: Int, in shape: Shape, _ use: PropertyUse, _ row: ReferenceRow, _ subject: PipelineSubject,
  _ report: inout Report
) {
  let segment = use.reference.segments[position].range
  let owner = owner(of: position, use, row, subject)
  let (message, help) = wording(of: shape, owner: owner, segment: subject.text(segment, in: row.text), use)
  // What SageMaker makes of a member where a key or an index is due is known of the loop's own list only.
  let isCertain = use.step.type == .forEach || shape.isScalar && use.step.type.isSettled
  report(
    row.text, at: subject.tree.sourceRange(row.text, segment), message, help: help,
    certainty: isCertain ? .certain : .likely)
}

private func wording(
  of shape: Shape, owner: String, segment: String, _ use: PropertyUse
) -> (message: String, help: String?) {
  switch shape {
  case .list:
    ("\(owner) is a list: an index stands behind it.", "Write \(owner)[0]\(segment).")
  case .map: ("\(owner) is a map: a key stands behind it.", "Write \(owner)['key'].")
  case .structure: ("\(owner) is an object: the name of a member stands behind it.", use.parts(of: shape))
  default: ("\(owner) is \(shape.phrase): nothing stands behind it.", "Remove \(quoted(segment)).")
  }
}

/// What the segment before one is called.
private func owner(
  of position: Int, _ use: PropertyUse, _ row: ReferenceRow, _ subject: PipelineSubject
) -> String {
  position == 0
    ? "The step" : subject.text(use.name(of: use.reference.segments[position - 1]), in: row.text)
}
