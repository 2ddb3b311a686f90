import SourceText
import Syntax
import Workflows

/// The part of a Serverless Framework service that is about Step Functions, in the words of the plugin
/// `serverless-step-functions`: `stepFunctions: { stateMachines: { NAME: { definition, type, … } } }`.
///
/// Any value may be `${file(PATH)}` or `${file(PATH):KEY}`, which stands for what is in that file; paths start from the
/// folder of the service. Other variables are known only to the Framework.
struct ServerlessService {
  private let tree: SyntaxTree
  private let limits: Limits

  init(_ tree: SyntaxTree, limits: Limits) {
    self.tree = tree
    self.limits = limits
  }

  /// Whether a text may hold such a part.
  static func isMentioned(in source: SourceFile) -> Bool {
    source.contains("stepFunctions:") || source.contains("\"stepFunctions\"")
  }

  /// What stands at a node.
  ///
  /// - Parameter use: What is known so far of the workflow, or at least where it is spoken of.
  func contents(
    at node: NodeID, as content: DefinitionLink.Content, _ use: DefinitionUse
  ) throws(LinkFailure) -> Contents {
    if let variable = FileVariable(node, in: tree) {
      return Contents(links: [
        DefinitionLink(path: variable.path, keys: variable.keys, content: content, use: use)
      ])
    }
    guard !isUnknown(node) else { return Contents() }
    switch content {
    case .definition, .uploadedDefinition, .serviceDefinition: return try definition(node, use)
    case .stateMachine: return try stateMachine(node, use)
    case .stateMachines: return try stateMachines(node, use)
    case .stepFunctions:
      guard tree.kind(node) == .object else { throw .isNoWorkflow }
      guard let (key, machines) = tree.member(node, "stateMachines") else { return Contents() }
      return try contents(at: machines, as: .stateMachines, newUse(key, machines))
    }
  }

  private func stateMachines(_ node: NodeID, _ use: DefinitionUse) throws(LinkFailure) -> Contents {
    if tree.kind(node) == .array {
      // Parts in several files.
      return tree.elements(node).reduce(Contents()) { sum, part in
        sum + ((try? contents(at: part, as: .stateMachines, use)) ?? Contents())
      }
    }
    guard tree.kind(node) == .object else { throw .isNoWorkflow }
    return tree.members(node).reduce(Contents()) { sum, member in
      sum
        + ((try? contents(at: member.value, as: .stateMachine, newUse(member.key, member.value)))
          ?? Contents())
    }
  }

  private func stateMachine(_ node: NodeID, _ use: DefinitionUse) throws(LinkFailure) -> Contents {
    guard let (key, definition) = tree.member(node, "definition") else { throw .isNoWorkflow }
    let place = tree.kind(definition) == .string ? definition : key
    let use = DefinitionUse(
      source: tree.source, name: use.name, range: tree.range(place),
      machineType: machineType(tree.value(node, "type")))
    return (try? contents(at: definition, as: .serviceDefinition, use)) ?? Contents()
  }

  private func definition(_ node: NodeID, _ use: DefinitionUse) throws(LinkFailure) -> Contents {
    if tree.kind(node) == .string {
      guard let (inner, embedding) = Embedding.read(node, in: tree, limits: limits),
        let root = inner.roots.first
      else { throw .isNoWorkflow }
      return Contents(definitions: [named(.stateMachine(StateMachine(inner, root: root)), use, embedding)])
    }
    guard tree.kind(node) == .object else { throw .isNoWorkflow }
    return Contents(definitions: [named(.stateMachine(StateMachine(tree, root: node)), use)])
  }

  private func named(_ workflow: Workflow, _ use: DefinitionUse, _ embedding: Embedding? = nil) -> Definition
  {
    Definition(
      name: use.name, isInTemplate: true, workflow: workflow, machineType: use.machineType,
      embedding: embedding, uses: [use])
  }

  private func newUse(_ key: NodeID, _ value: NodeID) -> DefinitionUse {
    let place = tree.kind(value) == .string ? value : key
    return DefinitionUse(source: tree.source, name: tree.text(key), range: tree.range(place))
  }

  /// The plugin's default is Standard.
  private func machineType(_ value: NodeID?) -> MachineType? {
    guard let value else { return .standard }
    guard tree.isLiteralString(value) else { return nil }
    return MachineType.allCases.first { $0.rawValue.uppercased() == tree.text(value) }
  }

  /// Whether a value is made by the Framework or by CloudFormation.
  private func isUnknown(_ node: NodeID) -> Bool {
    tree.isUnsettled(node)
      || tree.kind(node) == .string && tree.withText(node) { $0.begins(with: "${") }
  }
}

/// `${file(PATH)}` or `${file(PATH):KEY.KEY}`.
private struct FileVariable {
  let path: String
  let keys: [String]

  /// Nil for other texts, for paths that hold variables, and for files that are programs.
  init?(_ node: NodeID, in tree: SyntaxTree) {
    guard tree.kind(node) == .string, !tree.isTagged(node),
      tree.withText(node, { $0.begins(with: "${file(") })
    else { return nil }
    let text = tree.text(node)
    let rest = text.dropFirst("${file(".count)
    guard let close = rest.firstIndex(of: ")"), rest.last == "}" else { return nil }
    let path = rest[..<close].filter { $0 != " " }
    let selector = rest[rest.index(after: close)...].dropLast()
    guard selector.isEmpty || selector.first == ":", !selector.contains(where: { "${},".contains($0) }) else {
      return nil
    }
    guard !path.contains(where: { "${}~".contains($0) }),
      ["json", "yml", "yaml"].contains(FileName(String(path)).lastExtension)
    else { return nil }
    self.path = String(path)
    keys = selector.dropFirst().split(separator: ".").map { $0.filter { $0 != " " } }
  }
}
