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
      || source.contains("PipelineDefinition") || ServerlessService.isMentioned(in: source)
  }

  init(_ tree: SyntaxTree, root: NodeID, limits: Limits) {
    self.tree = tree
    self.root = root
    self.limits = limits
  }

  /// The definitions in it and where it refers to others, in the order of the text.
  func contents() -> Contents {
    if let answer = answerDefinition() { return Contents(definitions: [answer]) }
    let service = serviceContents()
    return resources(of: root, isSettled: service == nil && !hasMacros) + (service ?? Contents())
  }

  /// What a file of the Serverless Framework holds; nil if it is none.
  private func serviceContents() -> Contents? {
    let functions = tree.member(root, "stepFunctions")
    guard functions != nil || tree.value(root, "service") != nil else { return nil }
    var contents = Contents()
    if let (key, value) = functions {
      let place = tree.kind(value) == .string ? value : key
      let use = DefinitionUse(source: tree.source, name: "stepFunctions", range: tree.range(place))
      let found = try? ServerlessService(tree, limits: limits).contents(at: value, as: .stepFunctions, use)
      contents = found ?? Contents()
    }
    guard let templates = tree.value(root, "resources") else { return contents }
    let parts = tree.kind(templates) == .array ? tree.elements(templates) : [templates]
    return parts.reduce(contents) { $0 + resources(of: $1, isSettled: false) }
  }

  /// - Parameter isSettled: Whether what stands there is all there is to it.
  private func resources(of template: NodeID, isSettled: Bool) -> Contents {
    guard let resources = tree.value(template, "Resources") else { return Contents() }
    var contents = Contents()
    tree.forEachMember(resources) { key, resource in
      guard let type = tree.value(resource, "Type"), let properties = tree.value(resource, "Properties"),
        let kind = ResourceKind(tree.text(type))
      else { return }
      let resource = Resource(
        kind: kind, name: tree.text(key), properties: properties,
        // What a macro makes of the resource is not known.
        isSettled: isSettled && tree.value(resource, "Fn::Transform") == nil
          && tree.value(properties, "Fn::Transform") == nil)
      let definitions = definitions(of: resource)
      contents.definitions += definitions
      if definitions.isEmpty { contents.links += links(of: resource) }
    }
    return contents
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

  private struct Resource {
    let kind: ResourceKind
    let name: String
    let properties: NodeID
    /// Whether what stands in the template is all there is to it.
    let isSettled: Bool
  }

  /// Whether the template is transformed by something that may make anything of it.
  private var hasMacros: Bool {
    guard let transform = tree.value(root, "Transform") else { return false }
    let names = tree.kind(transform) == .array ? tree.elements(transform) : [transform]
    return !names.allSatisfy { name in
      guard tree.kind(name) == .string, !tree.isTagged(name) else { return false }
      return tree.text(name, is: "AWS::Serverless-2016-10-31")
        || tree.text(name, is: "AWS::LanguageExtensions") || tree.text(name, is: "AWS::CodeDeployBlueGreen")
        || tree.text(name, is: "AWS::SecretsManager-2020-07-23")
        || tree.text(name, is: "AWS::SecretsManager-2024-09-16")
    }
  }

  /// The definitions that the template itself holds for a resource: several if conditions choose between them.
  private func definitions(of resource: Resource) -> [Definition] {
    let properties = resource.properties
    switch resource.kind {
    case .stateMachine:
      let embedded = tree.member(properties, "DefinitionString").map { member in
        alternatives(of: member, resource).compactMap { embeddedMachine($0.value, $0.use) }
      }
      return embedded?.isEmpty == false ? embedded ?? [] : objects(of: resource)
    case .serverlessStateMachine: return objects(of: resource)
    case .pipeline:
      guard let definition = tree.value(properties, "PipelineDefinition"),
        let body = tree.value(definition, "PipelineDefinitionBody")
      else { return [] }
      if let object = tree.value(body, "Fn::ToJsonString") {
        return pipeline(object, resource.name).map { [$0] } ?? []
      }
      return embeddedPipeline(body, resource.name).map { [$0] } ?? []
    }
  }

  private func objects(of resource: Resource) -> [Definition] {
    guard let member = tree.member(resource.properties, "Definition") else { return [] }
    return alternatives(of: member, resource).compactMap { machine($0.value, $0.use) }
  }

  /// Where the definition of a resource stands, if that is a file beside the template: `sam` and
  /// `aws cloudformation package` upload what these properties name by a path.
  private func links(of resource: Resource) -> [DefinitionLink] {
    let member =
      switch resource.kind {
      case .stateMachine: tree.member(resource.properties, "DefinitionS3Location")
      case .serverlessStateMachine: tree.member(resource.properties, "DefinitionUri")
      case .pipeline: nil as (key: NodeID, value: NodeID)?
      }
    guard let member else { return [] }
    return alternatives(of: member, resource).compactMap { value, use in
      guard tree.isLiteralString(value) else { return nil }
      let path = tree.text(value)
      // Packaging tools hand on what begins with a protocol.
      guard !path.isEmpty, !path.contains("://"), !path.utf8.contains(0) else { return nil }
      return DefinitionLink(path: path, content: .uploadedDefinition, use: use)
    }
  }

  /// The values between which `Fn::If` chooses, each with what the template says of it; the value itself if it is none.
  private func alternatives(
    of member: (key: NodeID, value: NodeID), _ resource: Resource
  ) -> [(value: NodeID, use: DefinitionUse)] {
    let values = alternatives(of: member.value)
    return values.map { value in
      // What one of them leaves out may be for the other.
      let isSettled = resource.isSettled && values == [member.value]
      let place = tree.kind(value) == .string ? value : member.key
      return (value, use(resource, place, isSettled: isSettled))
    }
  }

  /// Recursion follows the nesting of the text.
  private func alternatives(of value: NodeID) -> [NodeID] {
    let isShort = tree.tags[value] == "!If"
    guard isShort || tree.kind(value) == .object && tree.count(value) == 1,
      let branches = isShort ? value : tree.value(value, "Fn::If"), tree.count(branches) == 3
    else { return [value] }
    return tree.elements(branches).dropFirst().flatMap { alternatives(of: $0) }
  }

  /// What `describe-state-machine` or `describe-pipeline` prints.
  private func answerDefinition() -> Definition? {
    if tree.value(root, "stateMachineArn") != nil, let text = tree.value(root, "definition") {
      let name = tree.value(root, "name").map(tree.text) ?? "definition"
      let type = machineType(tree.value(root, "type"))
      return embeddedMachine(
        text, DefinitionUse(source: tree.source, name: name, range: tree.range(text), machineType: type))
    }
    guard tree.value(root, "PipelineArn") != nil, let text = tree.value(root, "PipelineDefinition") else {
      return nil
    }
    return embeddedPipeline(text, tree.value(root, "PipelineName").map(tree.text) ?? "definition")
  }

  private func use(_ resource: Resource, _ place: NodeID, isSettled: Bool) -> DefinitionUse {
    let type = resource.kind == .serverlessStateMachine ? "Type" : "StateMachineType" as StaticString
    return DefinitionUse(
      source: tree.source, name: resource.name, range: tree.range(place),
      machineType: machineType(tree.value(resource.properties, type)),
      substitutions: isSettled ? substitutions(of: resource) : nil)
  }

  /// None if there is no such property; nil if what it says is not known before the deployment.
  private func substitutions(of resource: Resource) -> [Substitution]? {
    guard let map = tree.value(resource.properties, "DefinitionSubstitutions") else { return [] }
    guard tree.kind(map) == .object, !tree.isUnsettled(map) else { return nil }
    let members = tree.members(map)
    guard !members.contains(where: { tree.withText($0.key) { $0.begins(with: "Fn::") } }) else { return nil }
    return members.map { key, value in
      Substitution(
        name: tree.text(key), range: tree.range(key), value: tree.isTagged(value) ? nil : tree.text(value))
    }
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
  private func machine(_ value: NodeID, _ use: DefinitionUse) -> Definition? {
    guard tree.kind(value) == .object else { return nil }
    let machine = StateMachine(tree, root: value)
    guard !machine.isUnknown(value) else { return nil }
    return Definition(
      name: use.name, isInTemplate: true, workflow: .stateMachine(machine), machineType: use.machineType,
      uses: [use])
  }

  private func pipeline(_ value: NodeID, _ name: String) -> Definition? {
    guard tree.kind(value) == .object else { return nil }
    return Definition(name: name, isInTemplate: true, workflow: .pipeline(Pipeline(tree, root: value)))
  }

  private func embeddedMachine(_ value: NodeID, _ use: DefinitionUse) -> Definition? {
    Embedding.read(value, in: tree, limits: limits).map { inner, embedding in
      let machine = StateMachine(inner, root: inner.roots.first ?? NodeID(0))
      return Definition(
        name: use.name, isInTemplate: true, workflow: .stateMachine(machine), machineType: use.machineType,
        embedding: embedding, uses: [use])
    }
  }

  private func embeddedPipeline(_ value: NodeID, _ name: String) -> Definition? {
    Embedding.read(value, in: tree, limits: limits).map { inner, embedding in
      let pipeline = Pipeline(inner, root: inner.roots.first ?? NodeID(0))
      return Definition(name: name, isInTemplate: true, workflow: .pipeline(pipeline), embedding: embedding)
    }
  }
}
