import Linting

let hardCodedStepOutput = Rule(
  "hard-coded-step-output", .risky, since: "0.1",
  summary: "What another step writes is taken by reference, not by its address.",
  rationale: """
    A step waits for those whose properties it uses. An address that is written out in both places says \
    nothing of that kind: if no other dependency happens to be there, the step starts at once, and reads what \
    an earlier execution left behind, or nothing. And if the address is changed in one place, the other one \
    stays. A note where the step waits anyway.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Prepare", "Type": "Processing", "Arguments": { "ProcessingOutputConfig": { "Outputs": [
          { "OutputName": "train", "S3Output": { "S3Uri": ‹"s3://data/prepared"› } } ] } } },
        { "Name": "Train", "Type": "Training", "Arguments": { "InputDataConfig": [ { "DataSource": {
          "S3DataSource": { "S3Uri": «"s3://data/prepared/train"» } } } ] } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Prepare", "Type": "Processing", "Arguments": { "ProcessingOutputConfig": { "Outputs": [
          { "OutputName": "train", "S3Output": { "S3Uri": "s3://data/prepared" } } ] } } },
        { "Name": "Train", "Type": "Training", "Arguments": { "InputDataConfig": [ { "DataSource": {
          "S3DataSource": { "S3Uri": {
            "Get": "Steps.Prepare.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri" } } } } ] } } ] }
      """),
    // Every step has the same folder, as far as the definition tells.
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "First", "Type": "Training", "Arguments": { "OutputDataConfig": {
          "S3OutputPath": "s3://data/models" } } },
        { "Name": "Second", "Type": "Training", "Arguments": {
          "InputDataConfig": [ { "DataSource": { "S3DataSource": { "S3Uri": "s3://data/models" } } } ],
          "OutputDataConfig": { "S3OutputPath": "s3://data/models" } } } ] }
      """),
    // Another step writes there as well.
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "First", "Type": "Training", "Arguments": { "OutputDataConfig": {
          "S3OutputPath": "s3://data/models" } } },
        { "Name": "Second", "Type": "Training", "Arguments": {
          "DebugHookConfig": { "S3OutputPath": "s3://data/models" } } } ] }
      """),
    // Of the same bucket, but not what the step writes.
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Prepare", "Type": "Processing", "Arguments": { "ProcessingOutputConfig": { "Outputs": [
          { "OutputName": "train", "S3Output": { "S3Uri": "s3://data/prepared" } } ] } } },
        { "Name": "Train", "Type": "Training", "Arguments": { "InputDataConfig": [ { "DataSource": {
          "S3DataSource": { "S3Uri": "s3://data/prepared-by-hand" } } } ] } } ] }
      """),
  ]
).pipeline { subject, report in
  let locations = subject.arguments.literals.filter { $0.kind == .s3Location }
  let outputs = StepLocations(locations, subject)
  guard !outputs.isEmpty else { return }
  // Each costs a walk over the graph.
  var count = 0
  for input in locations where count < 100 && !outputs.isOutput(input) {
    guard let output = outputs.holding(input) else { continue }
    count += 1
    let waits = subject.graph.waits(input.step, for: output.literal.step)
    let name = subject.pipeline.quotedName(output.literal.step)
    report(
      input.node,
      waits
        ? "\(name) writes this, and its address stands in both places."
        : "\(name) writes this, but nothing makes this step wait for it.",
      help: "Use what it yields: \(output.expression(for: subject.tree.text(input.node))).",
      related: [RelatedPlace("it is written here", at: subject.tree.range(output.literal.node))],
      certainty: waits ? .likely : .certain)
  }
}

/// The addresses that steps write to, to be found by what is in them.
private struct StepLocations {
  struct Output {
    let literal: ResourceLiteral
    /// How other steps refer to it.
    let reference: String
    /// Without a slash at its end.
    let address: String

    /// What stands for an address that is this one, or is in it.
    func expression(for address: String) -> String {
      let rest = address.dropFirst(self.address.count).drop { $0 == "/" }
      let get = "{ \"Get\": \"\(reference)\" }"
      return rest.isEmpty ? get : "{ \"Std:Join\": { \"On\": \"/\", \"Values\": [ \(get), \"\(rest)\" ] } }"
    }
  }

  private let tree: SyntaxTree
  private var byAddress: [String: Output] = [:]
  private var nodes: Set<NodeID> = []

  init(_ locations: [ResourceLiteral], _ subject: PipelineSubject) {
    tree = subject.tree
    let literals = Dictionary(locations.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
    // Where several steps write nobody can tell whose result is meant.
    var shared: Set<String> = []
    for step in subject.pipeline.steps {
      for (node, property) in subject.outputLocations(of: step) {
        guard let literal = literals[node] else { continue }
        nodes.insert(node)
        let address = tree.text(node)
        let key = address.hasSuffix("/") ? String(address.dropLast()) : address
        if byAddress[key] != nil { shared.insert(key) }
        let name = subject.pipeline.name(step.id) ?? ""
        byAddress[key] = Output(literal: literal, reference: "Steps.\(name).\(property)", address: key)
      }
    }
    for address in shared { byAddress[address] = nil }
  }

  var isEmpty: Bool { byAddress.isEmpty }

  /// Whether a step writes there: to what others may refer to, or by the name of the member.
  func isOutput(_ literal: ResourceLiteral) -> Bool {
    nodes.contains(literal.node)
      || ["S3OutputPath", "OutputS3Uri", "DestinationS3Uri"].contains(tree.text(literal.key))
  }

  /// The output of another step that an address is, or is in: the innermost. O(length²) of the address, which is short.
  func holding(_ input: ResourceLiteral) -> Output? {
    var address = tree.text(input.node)[...]
    guard address.utf8.count <= 1_024 else { return nil }
    // A bucket alone holds everything.
    while address.utf8.count > "s3://".utf8.count {
      if address.hasSuffix("/") {
        address = address.dropLast()
        continue
      }
      if let output = byAddress[String(address)] {
        return output.literal.step == input.step || !address.dropFirst("s3://".count).contains("/")
          ? nil : output
      }
      guard let slash = address.lastIndex(of: "/") else { return nil }
      address = address[..<slash]
    }
    return nil
  }
}

extension PipelineSubject {
  /// Where a step writes its results, each with the property that yields it.
  fileprivate func outputLocations(of step: Step) -> [(node: NodeID, property: String)] {
    guard let arguments = pipeline.value(.arguments, of: step) else { return [] }
    func value(_ path: StaticString...) -> NodeID? {
      path.reduce(arguments as NodeID?) { node, name in node.flatMap { tree.value($0, name) } }
    }
    switch step.type {
    case .processing, .clarifyCheck, .qualityCheck:
      let outputs = value("ProcessingOutputConfig", "Outputs").map(tree.elements) ?? []
      return outputs.enumerated().compactMap { index, output in
        guard let place = tree.value(output, "S3Output").flatMap({ tree.value($0, "S3Uri") }) else {
          return nil
        }
        let key = tree.value(output, "OutputName").map { "'\(tree.text($0))'" } ?? "\(index)"
        return (place, "ProcessingOutputConfig.Outputs[\(key)].S3Output.S3Uri")
      }
    case .training:
      return value("OutputDataConfig", "S3OutputPath").map { [($0, "ModelArtifacts.S3ModelArtifacts")] } ?? []
    case .transform:
      return value("TransformOutput", "S3OutputPath").map { [($0, "TransformOutput.S3OutputPath")] } ?? []
    default: return []
    }
  }
}
