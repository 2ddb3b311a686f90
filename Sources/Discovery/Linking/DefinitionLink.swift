/// Where a file says that a definition stands in another file.
public struct DefinitionLink: Sendable {
  /// The path of the other file, in the folder of the one that says it.
  public let path: String
  /// The names that lead from the root of the other file to what is meant; none for all of it.
  public let keys: [String]
  public let content: Content
  public let use: DefinitionUse
  /// Whether the path may start from another folder than that of the file: nothing follows from what is not there then.
  public let mayStartElsewhere: Bool
  /// What became of it.
  public internal(set) var target = Target.unread

  public enum Content: Sendable, Hashable {
    /// A definition and nothing else, which Step Functions gets as it is.
    case definition
    /// A definition that CloudFormation fetches from where it was uploaded to. It reads the text as JSON and, if it is
    /// none, as YAML (`fetchS3Definition` in aws-cloudformation-resource-providers-stepfunctions), in which a comma too
    /// many is no fault.
    case uploadedDefinition
    /// Of the Serverless Framework, where each may be a link in turn: a definition, a state machine with its settings,
    /// several by their names, or the whole part of a service that is about them.
    case serviceDefinition, stateMachine, stateMachines, stepFunctions
  }

  public enum Target: Sendable {
    /// Nobody looked.
    case unread
    case failed(LinkFailure)
    /// The definitions there; none if the text there cannot be read, which is reported there.
    case reached([Definition])
  }

  /// Whether it leads to a definition, or to a text that should be one.
  public var isReached: Bool {
    if case .reached = target { true } else { false }
  }

  public init(
    path: String, keys: [String] = [], content: Content = .definition, use: DefinitionUse,
    mayStartElsewhere: Bool = false
  ) {
    self.mayStartElsewhere = mayStartElsewhere
    self.path = path
    self.keys = keys
    self.content = content
    self.use = use
  }
}

/// Why no definition is found where a link leads.
public enum LinkFailure: Sendable, Hashable {
  /// - Parameter neighbours: The names of what is in the folder that should hold it, in order; none if that is missing too.
  case missing(neighbours: [String])
  case isFolder
  /// A pipe, a device or a socket.
  case isNoFile
  /// How large it may be, in the words of who tried.
  case isTooLarge(String)
  /// The file holds NUL characters.
  case isBinary
  /// It lies outside of the repository, or, if there is none, of the folder around: nothing is read there that was not
  /// named.
  case isOutside(isRepository: Bool)
  /// In the words of who tried.
  case isUnreadable(String)
  /// The file can be read, and is something else.
  case isNoWorkflow
  /// It is the file that refers to it.
  case isSelf
  /// The keys lead nowhere: the first that is not there.
  case missingKey(String, neighbours: [String])
  /// Files refer to each other without end, or too many in a row.
  case isCircular
}
