public import SourceText
public import Syntax
public import Workflows

/// A workflow definition that was found in a file.
public struct Definition: Sendable {
  /// What people call it: the file's name without its endings, or what the template around it says.
  public let name: String
  /// Whether it is a part of a template or of an answer of the API, which gave it its name.
  public let isInTemplate: Bool
  public let workflow: Workflow
  /// The type of a state machine, if what is around the definition says it, or else the first that refers to it.
  public internal(set) var machineType: MachineType?
  /// How its text is put together from strings of the file; nil if it is a part of the file itself.
  public let embedding: Embedding?
  /// What the template around it says, and those that refer to it from elsewhere.
  public internal(set) var uses: [DefinitionUse]

  public init(
    name: String, isInTemplate: Bool = false, workflow: Workflow, machineType: MachineType? = nil,
    embedding: Embedding? = nil,
    uses: [DefinitionUse] = []
  ) {
    self.name = name
    self.isInTemplate = isInTemplate
    self.workflow = workflow
    self.machineType = machineType
    self.embedding = embedding
    self.uses = uses
  }
}

/// A file, read, and the workflows in it.
public struct Document: Sendable {
  public let source: SourceFile
  public internal(set) var tree: SyntaxTree
  public internal(set) var definitions: [Definition]
  /// Where the file says that definitions stand in other files.
  public internal(set) var links: [DefinitionLink]
  /// Whether what is wrong with the text is worth saying: it holds a workflow, or claims to. Of a template that was only
  /// looked up for what it says about others, it is not.
  public internal(set) var isRelevant: Bool
  /// Which parts of it other files refer to.
  var anchors: [Anchor] = []
  /// Whether it was read only because another file refers to it.
  let isOpened: Bool

  /// The name of the file without its folder and its endings.
  public var stem: String { FileName(source.path).stem }

  /// What comments of the file begin with; none where its language has no comments.
  public var commentMarks: [String] {
    if FileName(source.path).isTerraform { return ["#", "//"] }
    return tree.notation == .yaml ? ["#"] : []
  }

  init(
    source: SourceFile, tree: SyntaxTree, definitions: [Definition], links: [DefinitionLink] = [],
    isRelevant: Bool = true, isOpened: Bool = false
  ) {
    self.source = source
    self.tree = tree
    self.definitions = definitions
    self.links = links
    self.isRelevant = isRelevant
    self.isOpened = isOpened
  }
}
