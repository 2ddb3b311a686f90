import Syntax

/// The parts of steps whose fields the language fixes.
extension PipelineBuilder {
  mutating func readDependencies(_ fields: Range<UInt32>) -> Range<UInt32> {
    let first = UInt32(dependencies.count)
    forEachEntry(of: .dependsOn, in: fields) { builder, _, node in
      guard let step = builder.step else { return }
      var name: NodeID? = node
      var trigger = StepDependency.Trigger.completed
      if builder.tree.kind(node) != .string {
        let fields = builder.readObject(node, .dependency)
        name = builder.value(.step, of: fields)
        if let value = builder.value(.trigger, of: fields) { trigger = builder.trigger(value) }
      }
      builder.dependencies.append(
        StepDependency(step: step, trigger: trigger, node: node, name: name, target: .unknown))
    }
    return first..<UInt32(dependencies.count)
  }

  private func trigger(_ value: NodeID) -> StepDependency.Trigger {
    let name = tree.text(value)
    return StepDependency.Trigger.known.first { $0.name == name } ?? .unknown
  }

  mutating func readConditions(_ arguments: Range<UInt32>, of type: StepType) -> Range<UInt32> {
    let first = UInt32(conditions.count)
    if type == .condition {
      forEachEntry(of: .conditions, in: arguments) { builder, position, node in
        builder.readCondition(node, position: position, depth: 0)
      }
    }
    return first..<UInt32(conditions.count)
  }

  private mutating func readCondition(_ node: NodeID, position: Int, depth: Int) {
    guard let step else { return }
    let fields = readFields(node)
    let type = conditionType(value(.type, of: fields))
    addObject(node, .condition(type), fields)
    conditions.append(
      PipelineCondition(
        step: step, type: type, position: position, depth: depth, node: node, fields: fields))
    if type == .or || type == .unknown {
      forEachEntry(of: .conditions, in: fields) { builder, position, node in
        builder.readCondition(node, position: position, depth: depth + 1)
      }
    }
    if type == .not || type == .unknown, let inner = value(.condition, of: fields),
      tree.kind(inner) == .object, !tree.isUnsettled(inner)
    {
      readCondition(inner, position: 0, depth: depth + 1)
    }
  }

  private mutating func conditionType(_ value: NodeID?) -> ConditionType {
    guard let value = literal(value) else { return .unknown }
    if let type = ConditionType(spelt: tree.text(value)) { return type }
    report(.unknownConditionType, value, in: .condition(.unknown))
    return .unknown
  }

  mutating func readRetryPolicies(_ fields: Range<UInt32>) -> Range<UInt32> {
    let first = UInt32(retryPolicies.count)
    forEachEntry(of: .retryPolicies, in: fields) { builder, position, node in
      guard let step = builder.step else { return }
      let fields = builder.readObject(node, .retryPolicy)
      builder.retryPolicies.append(RetryPolicy(step: step, position: position, node: node, fields: fields))
    }
    return first..<UInt32(retryPolicies.count)
  }

  /// - Parameter field: `propertyFiles` or `outputParameters`.
  mutating func readOutputs(_ field: PipelineField, of fields: Range<UInt32>) -> Range<UInt32> {
    let isFiles = field == .propertyFiles
    let first = UInt32(isFiles ? propertyFiles.count : outputs.count)
    forEachEntry(of: field, in: fields) { builder, _, node in
      guard let step = builder.step else { return }
      let fields = builder.readObject(node, isFiles ? .propertyFile : .outputParameter)
      let name = builder.literal(builder.value(isFiles ? .propertyFileName : .outputName, of: fields))
      let output = StepOutput(step: step, name: name, node: node, fields: fields)
      if isFiles { builder.propertyFiles.append(output) } else { builder.outputs.append(output) }
    }
    return first..<UInt32(isFiles ? propertyFiles.count : outputs.count)
  }

  mutating func readCleanupSources(_ arguments: Range<UInt32>, of type: StepType) -> Range<UInt32> {
    let first = UInt32(cleanupSources.count)
    if type == .cleanup, let resources = value(.resources, of: arguments), tree.kind(resources) == .object,
      !tree.isUnsettled(resources)
    {
      let fields = readObject(resources, .cleanupResources)
      forEachEntry(of: .s3, in: fields) { builder, _, node in
        let fields = builder.readObject(node, .cleanupSource)
        guard let step = builder.step, let name = builder.value(.stepName, of: fields) else { return }
        builder.cleanupSources.append(CleanupSource(step: step, name: name, target: .unknown))
      }
    }
    return first..<UInt32(cleanupSources.count)
  }

  /// Visits what stands in the list of a field, but for what cannot be known.
  private mutating func forEachEntry(
    of field: PipelineField, in fields: Range<UInt32>,
    _ body: (inout PipelineBuilder, _ position: Int, NodeID) -> Void
  ) {
    guard let list = value(field, of: fields) else { return }
    for (position, entry) in tree.elements(list).enumerated() where !tree.isUnsettled(entry) {
      body(&self, position, entry)
    }
  }
}
