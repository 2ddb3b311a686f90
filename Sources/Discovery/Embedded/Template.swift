import SourceText
import Syntax
import Workflows

/// A CloudFormation or SAM template, or what the API answers about a workflow: files that hold definitions among other
/// things.
struct Template {
  private let tree: SyntaxTree
  private let root: NodeID
  private let limits: Limits

  /// Whether a text may hold such a definition.
  static func isMentioned(in source: SourceFile) -> Bool {
    source.contains("AWS::StepFunctions::StateMachine") || source.contains("AWS::Serverless::StateMachine")
      || source.contains("AWS::SageMaker::Pipeline") || source.contains("stateMachineArn")
      || source.contains("PipelineDefinition")
  }

  init(_ tree: SyntaxTree, root: NodeID, limits: Limits) {
    self.tree = tree
    self.root = root
    self.limits = limits
  }

  /// The definitions in it, in the order of the text.
  func definitions() -> [Definition] {
    if let answer = answerDefinition() { return [answer] }
    guard let resources = tree.value(root, "Resources") else { return [] }
    return tree.members(resources).compactMap { key, resource in
      guard let type = tree.value(resource, "Type"), let properties = tree.value(resource, "Properties"),
        let kind = ResourceKind(tree.text(type))
      else { return nil }
      return definition(of: kind, properties, name: tree.text(key))
    }
  }

  private enum ResourceKind {
    case stateMachine, serverlessStateMachine, pipeline

    init?(_ type: String) {
      switch type {
      case "AWS::StepFunctions::StateMachine": self = .stateMachine
      case "AWS::Serverless::StateMachine": self = .serverlessStateMachine
      case "AWS::SageMaker::Pipeline": self = .pipeline
      default: return nil
      }
    }
  }

  private func definition(of kind: ResourceKind, _ properties: NodeID, name: String) -> Definition? {
    switch kind {
    case .stateMachine:
      let type = machineType(tree.value(properties, "StateMachineType"))
      return tree.value(properties, "DefinitionString").flatMap { embeddedMachine($0, name, type) }
        ?? tree.value(properties, "Definition").flatMap { machine($0, name, type) }
    case .serverlessStateMachine:
      let type = machineType(tree.value(properties, "Type"))
      return tree.value(properties, "Definition").flatMap { machine($0, name, type) }
    case .pipeline:
      guard let definition = tree.value(properties, "PipelineDefinition"),
        let body = tree.value(definition, "PipelineDefinitionBody")
      else { return nil }
      if let object = tree.value(body, "Fn::ToJsonString") { return pipeline(object, name) }
      return embeddedPipeline(body, name)
    }
  }

  /// What `describe-state-machine` or `describe-pipeline` prints.
  private func answerDefinition() -> Definition? {
    if tree.value(root, "stateMachineArn") != nil, let text = tree.value(root, "definition") {
      let name = tree.value(root, "name").map(tree.text) ?? "definition"
      return embeddedMachine(text, name, machineType(tree.value(root, "type")))
    }
    guard tree.value(root, "PipelineArn") != nil, let text = tree.value(root, "PipelineDefinition") else {
      return nil
    }
    return embeddedPipeline(text, tree.value(root, "PipelineName").map(tree.text) ?? "definition")
  }

  /// Standard is what CloudFormation and the API take if nothing is said; nil if it is said by a reference.
  private func machineType(_ value: NodeID?) -> MachineType? {
    guard let value else { return .standard }
    guard tree.kind(value) == .string, !tree.isTagged(value) else { return nil }
    return MachineType.allCases.first { $0.rawValue.uppercased() == tree.text(value) }
  }
}

// MARK: - Definitions

extension Template {
  /// A definition that is written as an object of the file.
  private func machine(_ value: NodeID, _ name: String, _ type: MachineType?) -> Definition? {
    guard tree.kind(value) == .object else { return nil }
    let machine = StateMachine(tree, root: value)
    guard !machine.isUnknown(value) else { return nil }
    return Definition(name: name, isInTemplate: true, workflow: .stateMachine(machine), machineType: type)
  }

  private func pipeline(_ value: NodeID, _ name: String) -> Definition? {
    guard tree.kind(value) == .object else { return nil }
    return Definition(name: name, isInTemplate: true, workflow: .pipeline(Pipeline(tree, root: value)))
  }

  private func embeddedMachine(_ value: NodeID, _ name: String, _ type: MachineType?) -> Definition? {
    embedded(value).map { inner, embedding in
      let machine = StateMachine(inner, root: inner.roots.first ?? NodeID(0))
      return Definition(
        name: name, isInTemplate: true, workflow: .stateMachine(machine), machineType: type,
        embedding: embedding)
    }
  }

  private func embeddedPipeline(_ value: NodeID, _ name: String) -> Definition? {
    embedded(value).map { inner, embedding in
      let pipeline = Pipeline(inner, root: inner.roots.first ?? NodeID(0))
      return Definition(name: name, isInTemplate: true, workflow: .pipeline(pipeline), embedding: embedding)
    }
  }

  /// Reads a text inside the file; nil if it holds no object.
  private func embedded(_ value: NodeID) -> (SyntaxTree, Embedding)? {
    guard let (bytes, embedding) = Embedding.text(of: value, in: tree, limits: limits) else { return nil }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let source = SourceFile(path: tree.source.path, bytes: bytes)
    let inner = SyntaxTree.read(source, as: first == UInt8(ascii: "{") ? .json : .yaml, limits: limits)
    guard let root = inner.roots.first, inner.kind(root) == .object else { return nil }
    return (inner, embedding)
  }
}
