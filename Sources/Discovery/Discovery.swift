public import SourceText
public import Syntax
public import Workflows

/// A workflow definition that was found in a file.
public struct Definition: Sendable {
  /// What people call it: the file's name without its endings, until something better is known.
  public let name: String
  /// Whether it is a part of a template or of an answer of the API, which gave it its name.
  public let isInTemplate: Bool
  public let workflow: Workflow
  /// The type of a state machine, if what is around the definition says it.
  public let machineType: MachineType?
  /// How its text is put together from strings of the file; nil if it is a part of the file itself.
  public let embedding: Embedding?

  public init(
    name: String, isInTemplate: Bool = false, workflow: Workflow, machineType: MachineType? = nil,
    embedding: Embedding? = nil
  ) {
    self.name = name
    self.isInTemplate = isInTemplate
    self.workflow = workflow
    self.machineType = machineType
    self.embedding = embedding
  }
}

/// A file, read, and the workflows in it.
public struct Document: Sendable {
  public let source: SourceFile
  public let tree: SyntaxTree
  public let definitions: [Definition]
  /// Whether what is wrong with the text is worth saying: it holds a workflow, or claims to.
  public let isRelevant: Bool

  /// The name of the file without its folder and its endings.
  public var stem: String { FileName(source.path).stem }
}

/// Tells where workflow definitions are, by the name and the content of files.
public struct Discovery: Sendable {
  public let limits: Limits

  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// The endings of file names that a walk looks into.
  public static let extensions: Set<String> = ["json", "yaml", "yml", "asl"]

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
    guard let notation = notation(of: source) else { return nil }
    let tree = SyntaxTree.read(source, as: notation, limits: limits)
    let definitions = definitions(in: tree, isASL: isASL)
    let isClaimed = isASL || isBroken(tree) && (origin == .named || claimsWorkflow(source))
    guard isClaimed || !definitions.isEmpty else { return nil }
    return Document(source: source, tree: tree, definitions: definitions, isRelevant: true)
  }

  /// The definitions that the documents of a file are, or hold.
  private func definitions(in tree: SyntaxTree, isASL: Bool) -> [Definition] {
    let workflows = tree.roots.compactMap { workflow(at: $0, in: tree, isASL: isASL) }
    guard !workflows.isEmpty else {
      guard Template.isMentioned(in: tree.source) else { return [] }
      return tree.roots.flatMap { Template(tree, root: $0, limits: limits).definitions() }
    }
    let name = FileName(tree.source.path).stem
    return workflows.enumerated().map { index, workflow in
      Definition(name: index == 0 ? name : "\(name) (\(index + 1))", workflow: workflow)
    }
  }

  private func workflow(at root: NodeID, in tree: SyntaxTree, isASL: Bool) -> Workflow? {
    guard tree.kind(root) != .missing else { return nil }
    if isASL || looksLikeMachine(root, in: tree) { return .stateMachine(StateMachine(tree, root: root)) }
    return PipelineSigns.areAt(root, in: tree) ? .pipeline(Pipeline(tree, root: root)) : nil
  }

  private func looksLikeMachine(_ root: NodeID, in tree: SyntaxTree) -> Bool {
    tree.value(root, "StartAt") != nil && tree.value(root, "States") != nil
  }

  private func isBroken(_ tree: SyntaxTree) -> Bool {
    tree.defects.contains { $0.kind != .duplicateKey && $0.kind != .surprisingNumber }
  }

  /// Whether a text may hold a workflow.
  private func mentionsWorkflow(_ source: SourceFile) -> Bool {
    mentionsStates(source) || PipelineSigns.areMentioned(in: source) || Template.isMentioned(in: source)
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
      // Standard input has no ending, and a definition in YAML begins like any text.
      let mayBeYAML = FileName(source.path).lastExtension.isEmpty && mentionsWorkflow(source)
      return FileName(source.path).isStatesLanguage || first == nil || mayBeYAML ? .yaml : nil
    }
  }
}
