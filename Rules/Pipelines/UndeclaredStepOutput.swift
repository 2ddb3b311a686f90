import Linting

let undeclaredStepOutput = Rule(
  "undeclared-step-output", .fails, since: "0.1",
  summary: "A reference to an output names one that its step declares.",
  rationale: """
    What a Lambda or Callback step yields has to be declared in OutputParameters, what a Processing step \
    writes or reads in ProcessingOutputConfig and ProcessingInputs. A reference to anything else has no \
    value when the pipeline runs. A property file is one of its step's own outputs.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Count", "Type": "Lambda", "FunctionArn": "f", "OutputParameters": [ {
          "OutputName": "count" } ] },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "n": { "Get": "Steps.Count.OutputParameters[«'Count'»]" },
          "train": { "Get": "Steps.Split.ProcessingOutputConfig.Outputs[«'valid'»].S3Output.S3Uri" } } },
        { "Name": "Split", "Type": "Processing", "Arguments": { "ProcessingOutputConfig": { "Outputs": [
          { "OutputName": "train" }, { "OutputName": "test" } ] } }, "PropertyFiles": [
          { "PropertyFileName": "Sizes", "OutputName": «"sizes"», "FilePath": "sizes.json" } ] } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Count", "Type": "Lambda", "FunctionArn": "f", "OutputParameters": [ {
          "OutputName": "count" } ] },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "n": { "Get": "Steps.Count.OutputParameters['count']" },
          "train": { "Get": "Steps.Split.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri" },
          "other": { "Get": "Steps.Split.ProcessingOutputConfig.Outputs[1].S3Output.S3Uri" } } },
        { "Name": "Split", "Type": "Processing", "Arguments": { "ProcessingOutputConfig": { "Outputs": [
          { "OutputName": "train" }, { "OutputName": "test" } ] } } } ] }
      """)
  ]
)
.pipeline { subject, report in
  var outputs = DeclaredOutputs(subject)
  for row in subject.pipeline.references {
    guard let reference = row.reference, case .step(let target) = row.target,
      let use = OutputUse(reference, of: subject.pipeline[target], row, subject)
    else { continue }
    let name = subject.text(use.key, in: row.text)
    guard let names = outputs.missing(name, use.kind, of: target) else { continue }
    report(
      row.text, at: subject.tree.sourceRange(row.text, use.key.range),
      "Step \(subject.pipeline.quotedName(target)) declares no \(use.kind.noun) \(quoted(name)).",
      help: didYouMean(Spelling.closest(to: name, in: names.sorted())) ?? use.kind.help(names))
  }
  for file in subject.pipeline.propertyFiles where subject.pipeline[file.step].type == .processing {
    guard let value = subject.pipeline.value(.outputName, of: file), subject.tree.isLiteralString(value),
      let names = outputs.missing(subject.tree.text(value), .processingOutput, of: file.step)
    else { continue }
    let name = subject.tree.text(value)
    report(
      value, "The step declares no processing output \(quoted(name)).",
      help: didYouMean(Spelling.closest(to: name, in: names.sorted()))
        ?? OutputKind.processingOutput.help(names))
  }
}

/// A key in a reference that names something which the step declares.
private struct OutputUse {
  let kind: OutputKind
  let key: EscapedText

  init?(_ reference: PipelineReference, of step: Step, _ row: ReferenceRow, _ subject: PipelineSubject) {
    let way: [String]
    switch step.type {
    case .lambda, .callback: (kind, way) = (.parameter, ["OutputParameters"])
    case .processing where reference.segments.count > 1 && reference.member(1) != nil:
      (kind, way) = (.processingOutput, ["ProcessingOutputConfig", "Outputs"])
    case .processing: (kind, way) = (.processingInput, ["ProcessingInputs"])
    default: return nil
    }
    for (position, name) in way.enumerated() {
      guard let member = reference.member(position), subject.text(member, in: row.text) == name else {
        return nil
      }
    }
    guard reference.segments.count > way.count, case .key(let key) = reference.segments[way.count].selector
    else {
      return nil
    }
    self.key = key
  }
}

private enum OutputKind: Hashable {
  case parameter, processingOutput, processingInput

  var noun: String {
    switch self {
    case .parameter: "output parameter"
    case .processingOutput: "processing output"
    case .processingInput: "processing input"
    }
  }

  func help(_ names: Set<String>) -> String {
    names.isEmpty ? "It declares none." : "It declares \(listed(names.sorted().prefix(20).map(quoted)))."
  }
}

/// The names that steps declare, read once a step.
private struct DeclaredOutputs {
  private let subject: PipelineSubject
  private var known: [Key: Set<String>?] = [:]

  private struct Key: Hashable {
    let step: StepID
    let kind: OutputKind
  }

  init(_ subject: PipelineSubject) {
    self.subject = subject
  }

  /// What a step declares instead of a name; nil if it declares that, or if not all of its names can be known.
  mutating func missing(_ name: String, _ kind: OutputKind, of step: StepID) -> Set<String>? {
    let key = Key(step: step, kind: kind)
    let names: Set<String>?
    if let read = known[key] {
      names = read
    } else {
      names = read(kind, of: subject.pipeline[step])
      known[key] = .some(names)
    }
    guard let names, !names.contains(name) else { return nil }
    return names
  }

  private func read(_ kind: OutputKind, of step: Step) -> Set<String>? {
    let pipeline = subject.pipeline
    let tree = subject.tree
    if kind == .parameter {
      guard let list = pipeline.value(.outputParameters, of: step) else { return [] }
      return names("OutputName", in: list)
    }
    guard let arguments = pipeline.value(.arguments, of: step), !tree.isUnsettled(arguments) else {
      return nil
    }
    if kind == .processingInput {
      return tree.value(arguments, "ProcessingInputs").flatMap { names("InputName", in: $0) }
    }
    guard let config = tree.value(arguments, "ProcessingOutputConfig") else { return [] }
    guard !tree.isUnsettled(config) else { return nil }
    return tree.value(config, "Outputs").flatMap { names("OutputName", in: $0) }
  }

  private func names(_ field: StaticString, in list: NodeID) -> Set<String>? {
    let tree = subject.tree
    guard tree.kind(list) == .array, !tree.isUnsettled(list) else { return nil }
    var names: Set<String> = []
    for element in tree.elements(list) {
      guard let name = tree.value(element, field), tree.isLiteralString(name) else { return nil }
      names.insert(tree.text(name))
    }
    return names
  }
}
