import SourceText
import Syntax
import Workflows

/// Finds workflow definitions in what Terraform reads and writes in JSON: files of its JSON syntax, and the plans and
/// states that `terraform show -json` prints.
struct TerraformJSON {
  private let tree: SyntaxTree
  private let root: NodeID
  private let limits: Limits

  init(_ tree: SyntaxTree, root: NodeID, limits: Limits) {
    self.tree = tree
    self.root = root
    self.limits = limits
  }

  func definitions() -> [Definition] {
    let values = tree.value(root, "planned_values") ?? tree.value(root, "values")
    if let values { return tree.value(values, "root_module").map(plannedDefinitions) ?? [] }
    guard let resources = tree.value(root, "resource") else { return [] }
    return ResourceKind.allCases.flatMap { kind in
      kind.value(in: tree, resources).map { writtenDefinitions(kind, $0) } ?? []
    }
  }

  private enum ResourceKind: CaseIterable {
    case stateMachine, pipeline

    func value(in tree: SyntaxTree, _ resources: NodeID) -> NodeID? {
      switch self {
      case .stateMachine: tree.value(resources, "aws_sfn_state_machine")
      case .pipeline: tree.value(resources, "aws_sagemaker_pipeline")
      }
    }

    func definition(in tree: SyntaxTree, _ resource: NodeID) -> NodeID? {
      switch self {
      case .stateMachine: tree.value(resource, "definition")
      case .pipeline: tree.value(resource, "pipeline_definition")
      }
    }

    func name(in tree: SyntaxTree, _ resource: NodeID) -> NodeID? {
      switch self {
      case .stateMachine: tree.value(resource, "name")
      case .pipeline: tree.value(resource, "pipeline_name")
      }
    }
  }

  /// Nil if it is not said. In a plan it is, unless only the deployment knows it.
  private func machineType(_ resource: NodeID) -> MachineType? {
    guard let value = tree.value(resource, "type") else { return nil }
    return MachineType.allCases.first { $0.rawValue.uppercased() == tree.text(value) }
  }
}

// MARK: - Plans

extension TerraformJSON {
  /// Recursion follows the nesting of the file, which its reader bounds.
  private func plannedDefinitions(_ module: NodeID) -> [Definition] {
    let resources = tree.value(module, "resources").map(tree.elements) ?? []
    let children = tree.value(module, "child_modules").map(tree.elements) ?? []
    return resources.compactMap(plannedDefinition) + children.flatMap(plannedDefinitions)
  }

  private func plannedDefinition(_ resource: NodeID) -> Definition? {
    guard let type = tree.value(resource, "type"), let values = tree.value(resource, "values") else {
      return nil
    }
    let kind: ResourceKind
    switch tree.text(type) {
    case "aws_sfn_state_machine": kind = .stateMachine
    case "aws_sagemaker_pipeline": kind = .pipeline
    default: return nil
    }
    guard let value = kind.definition(in: tree, values), tree.kind(value) == .string else { return nil }
    guard let (inner, embedding) = Embedding.read(value, in: tree, limits: limits),
      let root = inner.roots.first
    else { return nil }
    let name = kind.name(in: tree, values) ?? tree.value(resource, "address")
    return Definition(
      name: name.map(tree.text) ?? "definition",
      workflow: kind == .pipeline
        ? .pipeline(Pipeline(inner, root: root)) : .stateMachine(StateMachine(inner, root: root)),
      machineType: machineType(values), embedding: embedding)
  }
}

// MARK: - JSON syntax

extension TerraformJSON {
  /// What blocks of one type say, by their label.
  private func writtenDefinitions(_ kind: ResourceKind, _ blocks: NodeID) -> [Definition] {
    each(blocks).flatMap { blocks in
      tree.members(blocks).flatMap { label, bodies in
        each(bodies).flatMap { writtenDefinitions(kind, label: tree.text(label), $0) }
      }
    }
  }

  /// A block, or each of a list of them.
  private func each(_ value: NodeID) -> [NodeID] {
    tree.kind(value) == .array ? tree.elements(value) : [value]
  }

  private func writtenDefinitions(_ kind: ResourceKind, label: String, _ body: NodeID) -> [Definition] {
    guard let value = kind.definition(in: tree, body), tree.kind(value) == .string else { return [] }
    // The text of a string is a template in HCL.
    let text = SourceFile(path: tree.source.path, bytes: tree.withText(value, Array.init))
    var findings = TerraformFindings(HCLScope(text, limits: limits), tree, scalar: value)
    let name = kind.name(in: tree, body).flatMap { tree.isLiteralString($0) ? tree.text($0) : nil }
    let type = tree.value(body, "type") == nil ? .standard : machineType(body)
    findings.findBareTemplate(
      TerraformUse(
        name: name ?? label, machineType: type, kind: kind == .pipeline ? .pipeline : .stateMachine))
    return findings.definitions
  }
}
