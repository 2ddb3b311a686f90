public import Syntax

/// The model of one SageMaker pipeline definition: flat, typed rows over the nodes of a ``SyntaxTree``.
///
/// It is built from any tree, however broken: what is wrong becomes a ``PipelineDefect`` and the rest is there all the
/// same. Rows hold ids and nodes; whoever wants a text or a range asks the tree.
///
/// `ParallelismConfiguration` is not part of it: it belongs to the call that creates or starts a pipeline.
public final class Pipeline: Sendable {
  public let tree: SyntaxTree
  /// The object that holds `Steps`.
  public let root: NodeID

  public let parameters: [PipelineParameter]
  /// The definition's own list first, then those in its steps, outer before inner.
  public let lists: [StepList]
  /// The steps of all lists; those of one list stand together, in document order.
  public let steps: [Step]
  public let dependencies: [StepDependency]
  /// The conditions of Condition steps, each before those nested in it.
  public let conditions: [PipelineCondition]
  public let retryPolicies: [RetryPolicy]
  public let propertyFiles: [StepOutput]
  public let outputs: [StepOutput]
  public let cleanupSources: [CleanupSource]
  /// First those of the definition's own fields, then those of each step but for the steps inside it.
  public let references: [ReferenceRow]
  public let jsonGets: [JSONGet]
  /// Every object whose fields the language fixes, steps included.
  public let objects: [PipelineObjectRow]
  public let defects: [PipelineDefect]
  /// Whether there may be parameters, or steps, whose names cannot be known. Then no name is certainly missing.
  public let mayHaveOtherParameters: Bool
  public let mayHaveOtherSteps: Bool

  let fieldRows: [PipelineFieldRow]

  /// Builds the model of the definition at `root`. O(nodes); recursion is bounded by the tree's nesting.
  public convenience init(_ tree: SyntaxTree, root: NodeID) {
    var builder = PipelineBuilder(tree)
    builder.build(root)
    self.init(builder, root: root)
  }

  private init(_ builder: consuming PipelineBuilder, root: NodeID) {
    tree = builder.tree
    self.root = root
    parameters = builder.parameters
    lists = builder.lists
    steps = builder.steps
    dependencies = builder.dependencies
    conditions = builder.conditions
    retryPolicies = builder.retryPolicies
    propertyFiles = builder.propertyFiles
    outputs = builder.outputs
    cleanupSources = builder.cleanupSources
    references = builder.references
    jsonGets = builder.jsonGets
    objects = builder.objects
    fieldRows = builder.fieldRows
    mayHaveOtherParameters = builder.mayHaveOtherParameters
    mayHaveOtherSteps = builder.mayHaveOtherSteps
    defects = builder.defects.sorted { $0.range < $1.range }
  }
}

// MARK: - Rows by id

extension Pipeline {
  public subscript(id: StepID) -> Step { steps[Int(id.index)] }
  public subscript(id: StepListID) -> StepList { lists[Int(id.index)] }
  public subscript(id: ParameterID) -> PipelineParameter { parameters[Int(id.index)] }

  /// The name of a step, decoded; nil if it has none, or one that cannot be known.
  public func name(_ id: StepID) -> String? { self[id].name.map(tree.text) }

  public func steps(of list: StepList) -> ArraySlice<Step> { steps[list.steps] }
  public func dependencies(of step: Step) -> ArraySlice<StepDependency> { dependencies[step.dependencies] }
  public func conditions(of step: Step) -> ArraySlice<PipelineCondition> { conditions[step.conditions] }
  public func retryPolicies(of step: Step) -> ArraySlice<RetryPolicy> { retryPolicies[step.retryPolicies] }
  public func propertyFiles(of step: Step) -> ArraySlice<StepOutput> { propertyFiles[step.propertyFiles] }
  public func outputs(of step: Step) -> ArraySlice<StepOutput> { outputs[step.outputs] }
  /// Those in the step's own fields: those in the steps of its lists are theirs.
  public func references(of step: Step) -> ArraySlice<ReferenceRow> { references[step.references] }
  public func jsonGets(of step: Step) -> ArraySlice<JSONGet> { jsonGets[step.jsonGets] }
  public func cleanupSources(of step: Step) -> ArraySlice<CleanupSource> {
    cleanupSources[step.cleanupSources]
  }
  /// The branches of a Condition, the body of a ForEach.
  public func lists(of step: Step) -> ArraySlice<StepList> { lists[step.lists] }

  /// The lists around a step, from its own outwards; the last is the definition's.
  public func lists(around step: StepID) -> some Sequence<StepList> {
    sequence(first: self[self[step].list]) { list in list.parent.map { self[$0] } }
  }
}

extension Array {
  fileprivate subscript(range: Range<UInt32>) -> ArraySlice<Element> {
    self[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

// MARK: - Fields

extension Pipeline {
  /// The fields of an object in source order, unknown and repeated ones included.
  public func fields(of owner: some HasPipelineFields) -> ArraySlice<PipelineFieldRow> {
    fieldRows[owner.fields]
  }

  /// The row of a field; of repeated ones the last, as parsers keep it. O(fields of the object).
  public func row(_ field: PipelineField, of owner: some HasPipelineFields) -> PipelineFieldRow? {
    fields(of: owner).last { $0.field == field }
  }

  /// The value of a field.
  public func value(_ field: PipelineField, of owner: some HasPipelineFields) -> NodeID? {
    row(field, of: owner)?.value
  }

  /// Whether a value is an expression: an object with `Get`, `Std:Join` or `Std:JsonGet` as its only member.
  public func isExpression(_ value: NodeID) -> Bool { PipelineField(ofExpression: value, in: tree) != nil }
}

extension PipelineField {
  /// The only member of an expression; nil if the value is none.
  init?(ofExpression value: NodeID, in tree: SyntaxTree) {
    guard tree.kind(value) == .object, tree.count(value) == 1 else { return nil }
    let key = NodeID(value.index + 1)
    if tree.text(key, is: "Get") {
      self = .get
    } else if tree.text(key, is: "Std:Join") {
      self = .join
    } else if tree.text(key, is: "Std:JsonGet") {
      self = .jsonGet
    } else {
      return nil
    }
  }
}
