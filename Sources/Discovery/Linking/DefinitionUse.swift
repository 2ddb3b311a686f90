public import SourceText
public import Workflows

/// What a template says of a definition that it holds or refers to.
public struct DefinitionUse: Sendable {
  /// The template.
  public let source: SourceFile
  /// What the template calls the workflow.
  public let name: String
  /// Where it says which definition is meant: the path of a file, or the name of a property.
  public let range: ByteRange
  /// Nil if nothing says it that can be known before the deployment.
  public let machineType: MachineType?
  /// What is filled in for each `${Name}` of the definition; nil if that is not known, or the template's tool fills in
  /// other things besides.
  public let substitutions: [Substitution]?

  public init(
    source: SourceFile, name: String, range: ByteRange, machineType: MachineType? = nil,
    substitutions: [Substitution]? = nil
  ) {
    self.source = source
    self.name = name
    self.range = range
    self.machineType = machineType
    self.substitutions = substitutions
  }
}

/// What a template fills in for one `${Name}`.
public struct Substitution: Sendable, Hashable {
  public let name: String
  /// The name, in the template.
  public let range: ByteRange
  /// The text that is filled in, where the template says it literally.
  public let value: String?

  public init(name: String, range: ByteRange, value: String? = nil) {
    self.name = name
    self.range = range
    self.value = value
  }
}
