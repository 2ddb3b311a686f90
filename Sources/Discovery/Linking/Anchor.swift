import SourceText
import Syntax
import Workflows

/// A part of a file that another file refers to.
struct Anchor: Sendable {
  /// The names that lead to it from the root.
  let keys: [String]
  let content: DefinitionLink.Content
  let use: DefinitionUse
}

/// What a file, or a part of it, holds of workflows.
struct Contents {
  var definitions: [Definition] = []
  var links: [DefinitionLink] = []

  static func + (left: Contents, right: Contents) -> Contents {
    Contents(definitions: left.definitions + right.definitions, links: left.links + right.links)
  }
}

extension Document {
  /// Takes in what another file refers to.
  ///
  /// - Returns: The definitions there, and where among `links` those begin that are new.
  mutating func attach(
    _ anchor: Anchor, limits: Limits
  ) throws(LinkFailure) -> (definitions: [Definition], firstNewLink: Int) {
    if anchor.content == .uploadedDefinition { readAsYAML(limits) }
    let contents = try contents(of: anchor, limits)
    let firstNewLink = links.count
    anchors.append(anchor)
    for definition in contents.definitions { add(definition) }
    for link in contents.links where !links.contains(where: { $0.isSame(as: link) }) { links.append(link) }
    isRelevant = true
    return (contents.definitions, firstNewLink)
  }

  /// Adds a definition, or what is new about one that is known.
  private mutating func add(_ definition: Definition) {
    let known = definitions.firstIndex { other in
      other.workflow.tree === definition.workflow.tree && other.workflow.root == definition.workflow.root
    }
    if let known, definition.embedding == nil {
      definitions[known].uses += definition.uses
      definitions[known].machineType = definitions[known].machineType ?? definition.machineType
    } else {
      definitions.append(definition)
    }
  }

  /// Takes a text that is no JSON for YAML if it is that.
  private mutating func readAsYAML(_ limits: Limits) {
    guard tree.notation == .json, tree.isBroken, definitions.count < 2 else { return }
    let yaml = SyntaxTree.read(source, as: .yaml, limits: limits)
    guard !yaml.isBroken, let root = yaml.roots.first else { return }
    tree = yaml
    definitions = definitions.map { definition in
      Definition(
        name: definition.name, workflow: .stateMachine(StateMachine(yaml, root: root)),
        machineType: definition.machineType, uses: definition.uses)
    }
  }

  private func contents(of anchor: Anchor, _ limits: Limits) throws(LinkFailure) -> Contents {
    guard let root = tree.roots.first, tree.kind(root) != .missing else { return Contents() }
    let node = try tree.node(at: anchor.keys, from: root)
    switch anchor.content {
    case .definition, .uploadedDefinition: return try definition(at: node, anchor)
    case .serviceDefinition where tree.kind(node) == .object: return try definition(at: node, anchor)
    default:
      return try ServerlessService(tree, limits: limits).contents(at: node, as: anchor.content, anchor.use)
    }
  }

  private func definition(at node: NodeID, _ anchor: Anchor) throws(LinkFailure) -> Contents {
    guard !tree.isUnsettled(node) else { return Contents() }
    let isWhole = anchor.keys.isEmpty
    let name = FileName(source.path)
    guard tree.kind(node) == .object else {
      // What it should have been nobody can tell.
      if tree.isBroken { return Contents() }
      throw .isNoWorkflow
    }
    let known = definitions.first { $0.embedding == nil && $0.workflow.root == node }
    let workflow =
      if let known { known.workflow } else if PipelineSigns.areAt(node, in: tree) {
        Workflow.pipeline(Pipeline(tree, root: node))
      } else { Workflow.stateMachine(StateMachine(tree, root: node)) }
    let mayBeMachine = tree.value(node, "StartAt") != nil || tree.value(node, "States") != nil
    guard known != nil || mayBeMachine || isWhole && name.isStatesLanguage || workflow.pipeline != nil else {
      throw .isNoWorkflow
    }
    return Contents(definitions: [
      Definition(
        name: isWhole ? name.stem : anchor.use.name, isInTemplate: !isWhole, workflow: workflow,
        machineType: anchor.use.machineType,
        uses: [anchor.use])
    ])
  }
}

extension DefinitionLink {
  fileprivate func isSame(as other: DefinitionLink) -> Bool {
    use.range == other.use.range && content == other.content && path == other.path && keys == other.keys
  }
}

extension SyntaxTree {
  /// Whether the text is not what its notation demands.
  var isBroken: Bool { defects.contains { $0.kind != .duplicateKey && $0.kind != .surprisingNumber } }

  /// Follows names of members.
  fileprivate func node(at keys: [String], from root: NodeID) throws(LinkFailure) -> NodeID {
    var node = root
    for key in keys {
      let members = members(node)
      guard let next = members.last(where: { text($0.key) == key }) else {
        throw .missingKey(key, neighbours: members.map { text($0.key) })
      }
      node = next.value
    }
    return node
  }
}
