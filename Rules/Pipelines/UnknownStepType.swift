import Linting

let unknownStepType = Rule(
  "unknown-step-type", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Type is one of the types of steps.",
  rationale: """
    SageMaker refuses a step of a type that it does not know, and types are case-sensitive. A name that is \
    close to a known one is surely a slip; one that is far from all of them may be newer than Stateline's \
    list.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "A", "Type": «"Proccessing"», "Arguments": {} } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [ { "Name": "A", "Type": "Processing", "Arguments": {} } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "A", "Type": «"NotebookJob"», "Arguments": {} },
        { "Name": "B", "Type": «"Train"», "Arguments": {} }, { "Name": "C", "Type": «"Glue"»,
          "Arguments": {} } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "A", "Type": "Training", "Arguments": {} },
        { "Name": "B", "Type": "${KindOfStep}", "Arguments": {} } ] }
      """)
  ]
).pipelineDefect(.unknownStepType) { defect, subject, report in
  let type = subject.tree.text(defect.node)
  let names = StepType.known.map(\.name)
  let suggestion = Spelling.suggestion(for: type, in: names)
  let other = stepType(ofClass: type)
  let help: String =
    if let other {
      "What the SageMaker Python SDK calls so is a step of type \(quoted(other.name))."
    } else {
      didYouMean(suggestion?.name) ?? "The types that Stateline knows are those of \(StepType.date)."
    }
  report(
    defect.node, "\(quoted(type)) is not a type of step.", help: help,
    fix: other == nil ? .respelling(defect.node, as: suggestion, in: subject.tree) : nil,
    certainty: suggestion == nil && other == nil ? .likely : .certain)
}

/// What the SDK's class of this name writes, with or without the `Step` at its end.
private func stepType(ofClass name: String) -> StepType? {
  let stem = name.hasSuffix("Step") && name != "Step" ? String(name.dropLast(4)) : name
  return classNames[stem] ?? StepType(spelt: stem)
}

/// What people call steps after the classes of the SDK or the calls of the API.
private let classNames: [String: StepType] = [
  "NotebookJob": .training, "Train": .training, "Process": .processing, "CreateModel": .model,
  "HyperParameterTuning": .tuning, "Step": .training, "Conditions": .condition,
  "ModelPackage": .registerModel,
]
