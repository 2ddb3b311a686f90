public import Discovery
public import Flow
public import SourceText
public import Syntax
public import Workflows

/// What a rule about SageMaker pipelines may see: one definition and what follows from it.
///
/// Analyses are computed when first asked for and shared by all rules. A subject belongs to one thread.
public final class PipelineSubject {
  public let source: SourceFile
  public let tree: SyntaxTree
  public let definition: Definition
  public let pipeline: Pipeline

  public private(set) lazy var graph = PipelineGraph(pipeline)
  /// What the requests that steps make tell about their arguments.
  public private(set) lazy var arguments = pipeline.readArguments()
  /// What steps name by ARNs that are written out, taken apart; nil for what has to be one and is none.
  public private(set) lazy var namedResources: [(literal: ResourceLiteral, name: AmazonResourceName?)] =
    arguments.literals.compactMap { literal in
      switch literal.kind {
      case .role, .otherARN: (literal, AmazonResourceName(tree.text(literal.node)))
      case .image, .s3Location, .encryptionKey, .queue: nil
      }
    }
  /// Where the arguments of steps differ from the requests that they become.
  public var argumentMismatches: [ArgumentMismatch] { arguments.mismatches }

  private var responses: [StepType: StepResponse?] = [:]

  /// What steps of a type yield; nil if no source says so.
  public func response(of type: StepType) -> StepResponse? {
    if let known = responses[type] { return known }
    let response = StepResponse(type)
    responses[type] = .some(response)
    return response
  }

  init(_ definition: Definition, _ pipeline: Pipeline) {
    self.definition = definition
    self.pipeline = pipeline
    tree = pipeline.tree
    source = tree.source
  }
}
