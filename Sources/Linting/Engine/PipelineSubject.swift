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

  init(_ definition: Definition, _ pipeline: Pipeline) {
    self.definition = definition
    self.pipeline = pipeline
    tree = pipeline.tree
    source = tree.source
  }
}
