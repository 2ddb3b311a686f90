import Expressions
import SourceText
import Syntax

// MARK: - Expressions

extension PipelineBuilder {
  /// Adds the expressions anywhere in a value, but for those in `lists`, which are the steps' that stand there.
  mutating func readExpressions(in root: NodeID, except lists: [NodeID]) {
    // Whose expression an object is depends on the `Std:JsonGet` around it, if there is one.
    let arguments = argumentsOfStep(root)
    var place = ReferenceRow.Place.value
    var end = UInt32(0)
    var index = root.index + 1
    while index < tree[root].next {
      let node = NodeID(index)
      if lists.contains(node) {
        index = tree[node].next
        continue
      }
      index += 1
      if node.index >= end { place = .value }
      guard node != arguments, let kind = PipelineField(ofExpression: node, in: tree) else { continue }
      let value = NodeID(node.index + 2)
      switch kind {
      case .get: addReference(node, value, place)
      case .join: readOperand(value, .join)
      default:
        let fields = readOperand(value, .jsonGet)
        jsonGets.append(JSONGet(step: step, node: value, fields: fields))
        guard place == .value else { continue }
        end = tree[node].next
        place = .jsonGetURI
      }
    }
  }

  /// The `Arguments` of a step, which is never an expression: a Lambda function may take a `Get`.
  private func argumentsOfStep(_ root: NodeID) -> NodeID? {
    guard let step, steps[Int(step.index)].node == root else { return nil }
    return value(.arguments, of: steps[Int(step.index)].fields)
  }

  private mutating func addReference(_ node: NodeID, _ value: NodeID, _ place: ReferenceRow.Place) {
    readObject(node, .get)
    let isLiteral = tree.isLiteralString(value)
    let reference = isLiteral ? tree.withText(value, PipelineReference.parse) : nil
    let isFile = place != .value && isPropertyFile(node)
    references.append(
      ReferenceRow(
        step: step, place: isFile ? .propertyFile : place, node: node, text: value, reference: reference))
  }

  /// Whether an object inside a `Std:JsonGet` is the value of its `PropertyFile`.
  private func isPropertyFile(_ node: NodeID) -> Bool {
    let key = NodeID(node.index - 1)
    return tree.kind(key) == .key && tree.text(key, is: "PropertyFile")
  }

  @discardableResult
  private mutating func readOperand(_ node: NodeID, _ kind: PipelineObjectKind) -> Range<UInt32> {
    tree.isUnsettled(node) ? 0..<0 : readObject(node, kind)
  }
}

// MARK: - Names

extension PipelineBuilder {
  /// Finds what the names in dependencies and references lead to.
  mutating func resolveNames() {
    var stepNames: [String: StepID] = [:]
    for index in steps.indices {
      guard let name = steps[index].name.map(tree.text) else { continue }
      if let first = stepNames[name] {
        steps[index].firstOfSameName = first
      } else {
        stepNames[name] = steps[index].id
      }
    }
    var parameterNames: [String: ParameterID] = [:]
    for index in parameters.indices {
      guard let name = parameters[index].name.map(tree.text) else { continue }
      if let first = parameterNames[name] {
        parameters[index].firstOfSameName = first
      } else {
        parameterNames[name] = parameters[index].id
      }
    }
    for index in dependencies.indices {
      dependencies[index].target = target(of: dependencies[index].name, stepNames)
    }
    for index in cleanupSources.indices {
      cleanupSources[index].target = target(of: cleanupSources[index].name, stepNames)
    }
    for index in references.indices {
      references[index].target = target(of: references[index], stepNames, parameterNames)
    }
  }

  private func target(of name: NodeID?, _ steps: [String: StepID]) -> StepTarget {
    guard let name = literal(name) else { return .unknown }
    if let step = steps[tree.text(name)] { return .step(step) }
    return mayHaveOtherSteps ? .unknown : .missing
  }

  private func target(
    of row: ReferenceRow, _ steps: [String: StepID], _ parameters: [String: ParameterID]
  ) -> ReferenceRow.Target {
    guard let reference = row.reference, !reference.name.isEmpty else { return .unknown }
    let name = tree.withText(row.text) { text in
      String(decoding: text[Int(reference.name.start)..<Int(reference.name.end)], as: UTF8.self)
    }
    switch reference.root {
    case .parameters:
      if let parameter = parameters[name] { return .parameter(parameter) }
      return mayHaveOtherParameters ? .unknown : .missing
    case .execution: return ExecutionVariable(rawValue: name).map { .execution($0) } ?? .missing
    case .steps:
      if let step = steps[name] { return .step(step) }
      return mayHaveOtherSteps ? .unknown : .missing
    case .iterationOutput:
      if let step = steps[name] { return .iterationOutput(step) }
      return mayHaveOtherSteps ? .unknown : .missing
    case .currentItem: return .currentItem
    case .unknown: return .unknown
    }
  }
}
