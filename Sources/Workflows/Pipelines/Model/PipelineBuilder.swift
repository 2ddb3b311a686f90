import Expressions
import SourceText
import Syntax

/// Builds the rows of a ``Pipeline``, list by list, outer before inner.
struct PipelineBuilder: ~Copyable {
  let tree: SyntaxTree
  var parameters: [PipelineParameter] = []
  var lists: [StepList] = []
  var steps: [Step] = []
  var dependencies: [StepDependency] = []
  var conditions: [PipelineCondition] = []
  var retryPolicies: [RetryPolicy] = []
  var propertyFiles: [StepOutput] = []
  var outputs: [StepOutput] = []
  var cleanupSources: [CleanupSource] = []
  var references: [ReferenceRow] = []
  var jsonGets: [JSONGet] = []
  var objects: [PipelineObjectRow] = []
  var fieldRows: [PipelineFieldRow] = []
  var defects: [PipelineDefect] = []
  var mayHaveOtherParameters = false
  var mayHaveOtherSteps = false

  /// Whose objects are being read.
  var step: StepID?

  init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  mutating func build(_ root: NodeID) {
    let fields = readObject(root, .pipeline)
    readParameters(value(.parameters, of: fields))
    for (field, kind) in [
      (PipelineField.pipelineExperimentConfig, PipelineObjectKind.experimentConfig),
      (.mlflowConfig, .mlflowConfig),
    ] {
      guard let config = value(field, of: fields) else { continue }
      readPart(config, kind)
      readExpressions(in: config, except: [])
    }
    addList(value(.steps, of: fields), .pipeline, owner: nil)
    var index = 0
    while index < lists.count {
      readList(at: index)
      index += 1
    }
    resolveNames()
  }
}

// MARK: - Parameters

extension PipelineBuilder {
  private mutating func readParameters(_ list: NodeID?) {
    guard let list else { return }
    guard tree.kind(list) == .array, !tree.isUnsettled(list) else {
      mayHaveOtherParameters = true
      return
    }
    for node in tree.elements(list) {
      guard !tree.isUnsettled(node) else {
        mayHaveOtherParameters = true
        continue
      }
      let fields = readObject(node, .parameter)
      let name = literal(value(.name, of: fields))
      if name == nil { mayHaveOtherParameters = true }
      let id = ParameterID(UInt32(parameters.count))
      parameters.append(PipelineParameter(id: id, name: name, node: node, fields: fields))
    }
  }
}

// MARK: - Lists of steps

extension PipelineBuilder {
  /// - Parameter node: Another node than an array leaves the list empty, and makes names uncertain.
  private mutating func addList(_ node: NodeID?, _ kind: StepList.Kind, owner: StepID?) {
    guard let node else { return }
    if tree.kind(node) != .array || tree.isUnsettled(node) { mayHaveOtherSteps = true }
    let parent = owner.map { steps[Int($0.index)].list }
    let id = StepListID(UInt32(lists.count))
    lists.append(StepList(id: id, kind: kind, owner: owner, parent: parent, node: node, steps: 0..<0))
  }

  private mutating func readList(at index: Int) {
    let first = UInt32(steps.count)
    for node in tree.elements(lists[index].node) {
      if tree.isUnsettled(node) {
        mayHaveOtherSteps = true
      } else {
        readStep(node, in: lists[index].id)
      }
    }
    lists[index].steps = first..<UInt32(steps.count)
    // The parts come second, so that the steps of one list stand together.
    for position in Int(first)..<steps.count { readParts(ofStepAt: position) }
  }

  private mutating func readStep(_ node: NodeID, in list: StepListID) {
    let id = StepID(UInt32(steps.count))
    step = id
    let fields = readFields(node)
    let type = stepType(value(.type, of: fields))
    addObject(node, .step(type), fields)
    let name = literal(value(.name, of: fields))
    if name == nil { mayHaveOtherSteps = true }
    steps.append(Step(id: id, list: list, type: type, name: name, node: node, fields: fields))
  }

  private mutating func stepType(_ value: NodeID?) -> StepType {
    guard let value = literal(value) else { return .unknown }
    if let type = StepType(spelt: tree.text(value)) { return type }
    report(.unknownStepType, value, in: .step(.unknown))
    return .unknown
  }

  private mutating func readParts(ofStepAt position: Int) {
    let fields = steps[position].fields
    step = steps[position].id
    let type = steps[position].type
    let arguments = value(.arguments, of: fields).flatMap { tree.kind($0) == .object ? $0 : nil }
    let own = arguments.map { readArguments($0, of: type) } ?? fields.lowerBound..<fields.lowerBound

    let firstList = UInt32(lists.count)
    addLists(own, of: type)
    steps[position].lists = firstList..<UInt32(lists.count)
    let inner = lists[Int(firstList)...].map(\.node)

    steps[position].dependencies = readDependencies(fields)
    steps[position].conditions = readConditions(own, of: type)
    steps[position].retryPolicies = readRetryPolicies(fields)
    if let config = value(.cacheConfig, of: fields) { readPart(config, .cacheConfig) }
    steps[position].propertyFiles = readOutputs(.propertyFiles, of: fields)
    steps[position].outputs = readOutputs(.outputParameters, of: fields)
    steps[position].cleanupSources = readCleanupSources(own, of: type)
    let firstReference = UInt32(references.count)
    let firstJSONGet = UInt32(jsonGets.count)
    readExpressions(in: steps[position].node, except: inner)
    steps[position].references = firstReference..<UInt32(references.count)
    steps[position].jsonGets = firstJSONGet..<UInt32(jsonGets.count)
  }

  /// Reads the arguments of those types whose arguments are part of the language.
  ///
  /// - Returns: Their fields.
  private mutating func readArguments(_ node: NodeID, of type: StepType) -> Range<UInt32> {
    switch type {
    case .condition: readObject(node, .conditionArguments)
    case .fail: readObject(node, .failArguments)
    case .forEach: readObject(node, .forEachArguments)
    case .cleanup: readObject(node, .cleanupArguments)
    // A type that is misspelt has lists of steps all the same.
    case .unknown: readFields(node)
    default: UInt32(fieldRows.count)..<UInt32(fieldRows.count)
    }
  }

  private mutating func addLists(_ arguments: Range<UInt32>, of type: StepType) {
    guard let step else { return }
    if type == .condition || type == .unknown {
      addList(value(.ifSteps, of: arguments), .ifBranch, owner: step)
      addList(value(.elseSteps, of: arguments), .elseBranch, owner: step)
    }
    if type == .forEach || type == .unknown {
      addList(value(.forEachBody, of: arguments), .body, owner: step)
      if type == .forEach, let selector = value(.selector, of: arguments) { readPart(selector, .selector) }
    }
  }
}

// MARK: - Objects

extension PipelineBuilder {
  @discardableResult
  mutating func readObject(_ node: NodeID, _ kind: PipelineObjectKind) -> Range<UInt32> {
    let fields = readFields(node)
    addObject(node, kind, fields)
    return fields
  }

  /// Reads an object that is the value of a field; another kind of value is left to the field's own shape.
  mutating func readPart(_ node: NodeID, _ kind: PipelineObjectKind) {
    if tree.kind(node) == .object, !tree.isUnsettled(node) { readObject(node, kind) }
  }

  mutating func readFields(_ node: NodeID) -> Range<UInt32> {
    let first = UInt32(fieldRows.count)
    for (key, value) in tree.members(node) {
      fieldRows.append(PipelineFieldRow(field: PipelineField(spelt: tree.text(key)), key: key, value: value))
    }
    return first..<UInt32(fieldRows.count)
  }

  mutating func addObject(_ node: NodeID, _ kind: PipelineObjectKind, _ fields: Range<UInt32>) {
    if tree.kind(node) == .object {
      objects.append(PipelineObjectRow(kind: kind, step: step, node: node, fields: fields))
    } else if !tree.isUnsettled(node) {
      report(.notAnObject, node, in: kind)
    }
  }

  /// The value of a field; of repeated ones the last, as parsers keep it.
  func value(_ field: PipelineField, of fields: Range<UInt32>) -> NodeID? {
    fieldRows[Int(fields.lowerBound)..<Int(fields.upperBound)].last { $0.field == field }?.value
  }

  /// A value that is a string and means what it says.
  func literal(_ value: NodeID?) -> NodeID? {
    value.flatMap { tree.isLiteralString($0) ? $0 : nil }
  }

  mutating func report(_ kind: PipelineDefect.Kind, _ node: NodeID, in object: PipelineObjectKind) {
    defects.append(PipelineDefect(kind: kind, node: node, range: tree.range(node), object: object))
  }
}
