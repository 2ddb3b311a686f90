import Diagnostics
import Discovery
import Expressions
import Linting
import SourceText
import Syntax
import TestSupport
import Workflows

/// A SageMaker pipeline that somebody published, or that the SDK wrote.
struct PipelineOriginal: AcceptedDefinition {
  let id: String
  let document: Document
  let pipeline: Pipeline
  /// What stands in the arguments of steps that become requests of an API, but for those of recent types.
  let arguments: StepArguments
  let recentArguments: StepArguments

  var machineType: MachineType { .standard }

  /// Nil if the file holds no definition in JSON, which is what operators edit.
  init?(_ unit: PipelineUnit) throws {
    let source = SourceFile(path: unit.path, bytes: try TestFiles.read(unit.path))
    guard let document = Discovery().document(source, origin: .named), document.tree.notation == .json,
      let pipeline = document.definitions.first?.workflow.pipeline
    else { return nil }
    id = unit.file
    self.document = document
    self.pipeline = pipeline
    arguments = StepArguments(of: pipeline) { !Self.recentTypes.contains($0) }
    recentArguments = StepArguments(of: pipeline) { Self.recentTypes.contains($0) }
  }

  /// The definitions of the corpus in which no fault was made, in the order of its manifest.
  static func all() throws -> [PipelineOriginal] {
    try PipelineUnit.all().filter { $0.kind != "invalid" }.compactMap(PipelineOriginal.init)
  }
}

// MARK: - What operators look for

extension PipelineOriginal {
  /// Types of steps that came with the SDKs of 2026: they may have more than the sources say, so that one cannot be sure.
  static let recentTypes: Set<StepType> = [
    .job, .lineage, .emrServerless, .endpointConfig, .endpoint, .inferenceComponent, .forEach, .cleanup,
    .bedrockCustomModel, .bedrockCustomModelDeployment, .bedrockModelImport,
    .bedrockProvisionedModelThroughput,
  ]

  /// The steps of types that have long been there.
  var settledSteps: [Step] { steps().filter { !Self.recentTypes.contains($0.type) } }

  /// The steps of these types; of all known ones if none is given.
  func steps(_ types: StepType...) -> [Step] {
    pipeline.steps.filter { $0.type != .unknown && (types.isEmpty || types.contains($0.type)) }
  }

  /// The steps that may have a field and do not have it.
  func steps(lacking field: PipelineField) -> [Step] {
    steps().filter {
      PipelineFieldTable.specification(field, in: .step($0.type)) != nil && pipeline.row(field, of: $0) == nil
    }
  }

  /// The values of a field in all objects that have it.
  func values(of field: PipelineField, in kinds: PipelineObjectKind...) -> [NodeID] {
    pipeline.objects.filter { kinds.contains($0.kind) }.compactMap { pipeline.value(field, of: $0) }
  }

  var stepNames: Set<String> { Set(pipeline.steps.compactMap { $0.name.map(tree.text) }) }

  /// A part of what a reference says.
  func text(_ range: ByteRange, of row: ReferenceRow) -> String {
    tree.withText(row.text) { text in
      String(decoding: text[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }
  }

  func references(where isWanted: (ReferenceRow) -> Bool) -> [(
    row: ReferenceRow, reference: PipelineReference
  )] {
    pipeline.references.filter(isWanted).compactMap { row in row.reference.map { (row, $0) } }
  }

  var referencesToSteps: [(row: ReferenceRow, reference: PipelineReference)] {
    references { if case .step = $0.target { true } else { false } }
  }

  var referencesToParameters: [(row: ReferenceRow, reference: PipelineReference)] {
    references { if case .parameter = $0.target { true } else { false } }
  }
}

extension PipelineOriginal {
  /// What names a step, in references and in dependencies.
  func users(of step: Step) -> [NodeID] {
    references { $0.target == .step(step.id) }.map(\.row.text)
      + pipeline.dependencies.filter { $0.target == .step(step.id) }.compactMap(\.name)
  }
}

// MARK: - Mutations

extension PipelineOriginal {
  /// Writes another text into a part of what a reference says.
  func respelling(_ range: ByteRange, of row: ReferenceRow, as text: String) -> TextEdit {
    TextEdit(tree.sourceRange(row.text, range), text)
  }

  func removing(
    _ field: PipelineField, from owner: some HasPipelineFields, victims: [NodeID] = []
  ) -> Mutation? {
    pipeline.row(field, of: owner).map {
      Mutation(removal(key: $0.key, value: $0.value, from: owner.node), victims: victims)
    }
  }

  /// Gives a field another value, or adds it.
  func setting(_ field: PipelineField, to value: String, in owner: some HasPipelineFields) -> Mutation {
    if let present = pipeline.value(field, of: owner) { return replacing(present, with: value) }
    return inserting("\"\(field.name)\": \(value)", into: owner.node)
  }

  /// Makes a step wait for another one.
  func addingDependency(of step: Step, on name: String) -> Mutation {
    guard let list = pipeline.value(.dependsOn, of: step), tree.kind(list) == .array else {
      return setting(.dependsOn, to: "[\(quoted(name))]", in: step)
    }
    return inserting(quoted(name), into: list)
  }

  /// Gives a step another name, everywhere.
  func renaming(_ step: Step, to name: String) -> Mutation {
    var edits = [step.name].compactMap { $0 }.map { replacement($0, quoted(name)) }
    edits += pipeline.dependencies.filter { $0.target == .step(step.id) }.compactMap(\.name).map {
      replacement($0, quoted(name))
    }
    edits += pipeline.cleanupSources.filter { $0.target == .step(step.id) }.map {
      replacement($0.name, quoted(name))
    }
    edits += references { $0.target == .step(step.id) || $0.target == .iterationOutput(step.id) }.map {
      respelling($0.reference.name, of: $0.row, as: name)
    }
    return Mutation(edits)
  }

  /// Gives a parameter another name, everywhere.
  func renaming(_ parameter: PipelineParameter, to name: String) -> Mutation {
    var edits = [parameter.name].compactMap { $0 }.map { replacement($0, quoted(name)) }
    edits += references { $0.target == .parameter(parameter.id) }.map {
      respelling($0.reference.name, of: $0.row, as: name)
    }
    return Mutation(edits)
  }
}

/// Slips of the pen: a letter left out, two neighbours swapped, a letter too much.
///
/// - Parameter known: Names that are right as well, and therefore no slips.
func misspellings(of name: String, unlike known: Set<String> = []) -> [String] {
  var letters = Array(name)
  guard letters.count > 2 else { return [] }
  let middle = letters.count / 2
  let short = String(letters[..<middle] + letters[(middle + 1)...])
  let long = String(letters[...middle] + letters[middle...])
  letters.swapAt(middle - 1, middle)
  return [short, long, String(letters)].filter { $0 != name && !known.contains($0) }
}
