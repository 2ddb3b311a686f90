public import SourceText
import Syntax
import Workflows

/// Tells where workflow definitions are, by the name and the content of files.
public struct Discovery: Sendable {
  public let limits: Limits

  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// The endings of file names that a walk looks into.
  public static let extensions: Set<String> = ["json", "yaml", "yml", "asl", "template", "tf", "tofu"]

  /// How a file came to be read.
  public enum Origin: Sendable {
    /// Its path was given: it should hold a workflow.
    case named
    /// It was met on a walk: most files there are something else.
    case walked
  }

  /// Reads a file and finds the workflows in it; nil if it is none of our business.
  ///
  /// A file met on a walk is parsed only if its name speaks of the States Language, or its text of a workflow.
  public func document(_ source: SourceFile, origin: Origin) -> Document? {
    let isASL = FileName(source.path).isStatesLanguage
    if origin == .walked, !isASL, !mentionsWorkflow(source) { return nil }
    if FileName(source.path).isTerraform { return terraformDocument(source) }
    guard let notation = notation(of: source) else { return nil }
    let tree = SyntaxTree.read(source, as: notation, limits: limits)
    let contents = contents(of: tree, isASL: isASL)
    let isClaimed = isASL || tree.isBroken && (origin == .named || claimsWorkflow(source))
    guard isClaimed || !contents.definitions.isEmpty || !contents.links.isEmpty else { return nil }
    return Document(source: source, tree: tree, definitions: contents.definitions, links: contents.links)
  }

  private func terraformDocument(_ source: SourceFile) -> Document? {
    let tree = SyntaxTree.unread(source)
    let found = TerraformFile(tree, limits: limits).findings
    let links = found.links.compactMap { $0.definitionLink(in: source) }
    guard !found.definitions.isEmpty || !found.defects.isEmpty || !links.isEmpty else { return nil }
    return Document(
      source: source,
      tree: found.defects.isEmpty ? tree : .unread(source, defects: found.defects, limits: limits),
      definitions: found.definitions, links: links)
  }

  /// Reads a text that takes the place of a document's, and what other files refer to in it.
  ///
  /// - Returns: Nil if it holds no workflow any more.
  public func document(_ source: SourceFile, inPlaceOf former: Document) -> Document? {
    guard var document = former.isOpened ? opened(source) : document(source, origin: .named) else {
      return nil
    }
    for anchor in former.anchors { _ = try? document.attach(anchor, limits: limits) }
    document.isRelevant = former.isRelevant
    if document.links.count == former.links.count {
      for index in document.links.indices { document.links[index].target = former.links[index].target }
    }
    return document
  }

  /// Reads a file that may be a part of a workflow's template, which only a file that refers to it can tell; nil if its name
  /// says that it is something else.
  public func part(_ source: SourceFile) -> Document? {
    guard ["json", "yaml", "yml"].contains(FileName(source.path).lastExtension) else { return nil }
    var document = opened(source)
    document.isRelevant = false
    return document
  }

  /// Reads a file because another one refers to it. What it holds is of interest as far as it is referred to.
  func opened(_ source: SourceFile) -> Document {
    let tree = SyntaxTree.read(source, as: notation(of: source) ?? .yaml, limits: limits)
    return Document(source: source, tree: tree, definitions: [], isOpened: true)
  }

  /// What the documents of a file are, or hold.
  private func contents(of tree: SyntaxTree, isASL: Bool) -> Contents {
    let workflows = tree.roots.compactMap { Self.workflow(at: $0, in: tree, isASL: isASL) }
    guard !workflows.isEmpty else {
      if TerraformFile.isMentioned(in: tree.source) {
        return Contents(
          definitions: tree.roots.flatMap { TerraformJSON(tree, root: $0, limits: limits).definitions() })
      }
      guard Template.isMentioned(in: tree.source) else { return Contents() }
      return tree.roots.reduce(Contents()) { $0 + Template(tree, root: $1, limits: limits).contents() }
    }
    let name = FileName(tree.source.path).stem
    let definitions = workflows.enumerated().map { index, workflow in
      Definition(name: index == 0 ? name : "\(name) (\(index + 1))", workflow: workflow)
    }
    return Contents(definitions: definitions)
  }

  /// The workflow that an object is, if it looks like one or its file's name says so.
  static func workflow(at root: NodeID, in tree: SyntaxTree, isASL: Bool) -> Workflow? {
    guard tree.kind(root) != .missing else { return nil }
    if isASL || looksLikeMachine(root, in: tree) { return .stateMachine(StateMachine(tree, root: root)) }
    return PipelineSigns.areAt(root, in: tree) ? .pipeline(Pipeline(tree, root: root)) : nil
  }

  private static func looksLikeMachine(_ root: NodeID, in tree: SyntaxTree) -> Bool {
    tree.value(root, "StartAt") != nil && tree.value(root, "States") != nil
  }

  /// Whether a text may hold a workflow.
  private func mentionsWorkflow(_ source: SourceFile) -> Bool {
    mentionsStates(source) || PipelineSigns.areMentioned(in: source) || Template.isMentioned(in: source)
      || TerraformFile.isMentioned(in: source)
  }

  /// Whether a text that cannot be read surely should have been a workflow.
  private func claimsWorkflow(_ source: SourceFile) -> Bool {
    mentionsStates(source) || PipelineSigns.areClaimed(in: source)
  }

  private func mentionsStates(_ source: SourceFile) -> Bool {
    source.contains("StartAt") && source.contains("States")
  }

  /// The notation that a file's name says; for other names, what its first character suggests.
  private func notation(of source: SourceFile) -> Notation? {
    switch FileName(source.path).lastExtension {
    case "json": return .json
    case "yaml", "yml": return .yaml
    default:
      let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
      let first = source.bytes.dropFirst(source.byteOrderMarkLength).first { !blanks.contains($0) }
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
      // Standard input has no ending, and CloudFormation's own tells no notation.
      let mayBeYAML =
        ["", "template"].contains(FileName(source.path).lastExtension) && mentionsWorkflow(source)
      return FileName(source.path).isStatesLanguage || first == nil || mayBeYAML ? .yaml : nil
    }
  }
}
