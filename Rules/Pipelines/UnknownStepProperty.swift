import Linting

let unknownStepProperty = Rule(
  "unknown-step-property", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A reference to a step names something that steps of its type yield.",
  rationale: """
    Steps that run a job yield what the API says of the job. Those of other types yield a few values only: a \
    Condition its Outcome, a Lambda its OutputParameters, a check its baselines. A ForEach has the outputs \
    of its iterations in a list, so that an index stands behind IterationOutputs.
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
          "first": { "Get": "Steps.Each.IterationOutputs[0].Score.Status" } } } ] }
      """)
  ]
).reference { row, subject, report in
  guard let reference = row.reference, case .step(let target) = row.target, row.place != .propertyFile,
    let property = reference.member(0)
  else { return }
  let type = subject.pipeline[target].type
  let name = subject.text(property, in: row.text)
  // Of these other rules speak.
  guard let known = StepProperties.closedList(of: type), type != .fail, name != "PropertyFiles" else {
    return
  }
  guard known.contains(name) else {
    let suggestion = Spelling.suggestion(for: name, in: known)
    let isNew = type == .forEach || type == .lineage || type == .cleanup
    report(
      row.text, at: subject.tree.sourceRange(row.text, property),
      "Step \(subject.pipeline.quotedName(target)) has no \(quoted(name)): it is \(type.phrase).",
      help: didYouMean(suggestion?.name)
        ?? (known.isEmpty ? "It yields nothing." : "It has \(listed(known))."),
      fix: subject.respelling(property, of: row.text, as: suggestion),
      certainty: isNew && suggestion == nil ? .likely : .certain)
    return
  }
  if name == "IterationOutputs", reference.segments.count > 1, reference.member(1) != nil {
    report(
      row.text, at: subject.tree.sourceRange(row.text, reference.segments[1].range),
      "IterationOutputs is a list: an index stands behind it.",
      help: "Write IterationOutputs[0]\(subject.text(reference.segments[1].range, in: row.text)).")
  }
}

private enum StepProperties {
  /// What steps of a type yield; nil if an API says it.
  ///
  /// From the SageMaker Python SDKs 2.257.7 and 3.27.0.
  static func closedList(of type: StepType) -> [String]? {
    switch type {
    case .condition: ["Outcome"]
    case .lambda, .callback: ["OutputParameters"]
    case .clarifyCheck: ["CalculatedBaselineConstraints", "BaselineUsedForDriftCheckConstraints"]
    case .qualityCheck:
      [
        "CalculatedBaselineConstraints", "BaselineUsedForDriftCheckConstraints",
        "CalculatedBaselineStatistics",
        "BaselineUsedForDriftCheckStatistics",
      ]
    case .forEach:
      [
        "Status", "InputItemCount", "TotalStepCount", "SucceededStepCount", "FailedStepCount",
        "StoppedStepCount",
        "IterationOutputs", "Selected",
      ]
    case .lineage: ["ActionArns", "ArtifactArns", "ContextArns", "Associations"]
    case .fail, .cleanup: []
    default: nil
    }
  }
}
