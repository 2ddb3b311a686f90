import Syntax
import Workflows

/// Reads from the model what the card of one step of a pipeline says, save for its lines and scopes.
///
/// What stands in `Arguments` is read where an API of SageMaker has it; nothing depends on it being there.
struct StepCardWriter {
  let pipeline: Pipeline
  let values: ValueText

  init(pipeline: Pipeline) {
    self.pipeline = pipeline
    values = ValueText(pipeline: pipeline)
  }

  func card(for step: Step) -> Card {
    let face = StepFace(step.type)
    var card = Card(
      subject: .step(step.id), className: step.type == .unknown ? "unknown" : step.type.name.lowercased(),
      name: name(of: step), kind: face.kind, symbol: face.symbol, ink: face.ink)
    describe(step, &card)
    if card.note?.trimmed.isEmpty == true { card.note = nil }
    if let text = retryText(step) { card.badges.append(.init(icon: .retry, text: text)) }
    if let text = cacheText(step) { card.badges.append(.init(icon: .cache, text: text)) }
    return card
  }

  private func name(of step: Step) -> String {
    let text = pipeline.value(.name, of: step).map { pipeline.tree.text($0).prefix(Font.longestText) } ?? ""
    return text.isEmpty ? "?" : String(text)
  }

  private func describe(_ step: Step, _ card: inout Card) {
    switch step.type {
    case .processing: describeProcessing(step, &card)
    case .training: describeTraining(step, &card)
    case .tuning: describeTuning(step, &card)
    case .autoML: describeAutoML(step, &card)
    case .transform: addInstances(argument(step, "TransformResources"), to: &card)
    case .qualityCheck, .clarifyCheck: describeCheck(step, &card)
    case .model: card.note = modelText(step)
    case .registerModel: describeRegistration(step, &card)
    case .endpointConfig: describeVariants(step, &card)
    case .condition:
      card.note = PipelineConditionText.text(of: step, in: pipeline)
      card.noteLimit = 3
    case .fail:
      card.tone = .failure
      card.note = argument(step, "ErrorMessage").flatMap(values.text)
      card.noteLimit = 2
    case .forEach: describeLoop(step, &card)
    case .lineage: card.note = entitiesText(step)
    case .unknown:
      let type = pipeline.value(.type, of: step).map { pipeline.tree.text($0).prefix(Font.longestText) } ?? ""
      if !type.isEmpty { card.kind = "Unknown type \(type)" }
    default: card.note = Self.nameOfTarget[step.type].flatMap { field(step, $0).flatMap(values.lastPart) }
    }
    if step.type == .job, let category = argument(step, "JobCategory").flatMap(values.text) {
      card.kind = "Job: \(category)"
    }
  }

  /// Where a step of a type names what it calls or makes: the field, or a path into `Arguments`.
  private static let nameOfTarget: [StepType: [StaticString]] = [
    .lambda: ["FunctionArn"], .callback: ["SqsQueueUrl"],
    .endpoint: ["Arguments", "EndpointName"],
    .inferenceComponent: ["Arguments", "EndpointName"],
    .emr: ["Arguments", "StepConfig", "HadoopJarStep", "Jar"],
    .emrServerless: ["Arguments", "JobConfig", "jobDriver", "sparkSubmit", "entryPoint"],
    .bedrockCustomModel: ["Arguments", "ModelName"],
    .bedrockCustomModelDeployment: ["Arguments", "ModelDeploymentName"],
    .bedrockModelImport: ["Arguments", "ImportedModelName"],
    .bedrockProvisionedModelThroughput: ["Arguments", "ProvisionedModelName"],
  ]
}

// MARK: - Values

extension StepCardWriter {
  private func field(_ step: Step, _ path: [StaticString]) -> NodeID? {
    node(step.node, path)
  }

  func argument(_ step: Step, _ path: StaticString...) -> NodeID? {
    pipeline.value(.arguments, of: step).flatMap { node($0, path) }
  }

  func node(_ root: NodeID, _ path: [StaticString]) -> NodeID? {
    var node = root
    for name in path {
      guard let next = pipeline.tree.value(node, name) else { return nil }
      node = next
    }
    return node
  }

  func isTrue(_ value: NodeID?) -> Bool { value.flatMap(pipeline.tree.boolean) == true }

  func joined(_ parts: [String?]) -> String? {
    let parts = parts.compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}

// MARK: - Models and where they run

extension StepCardWriter {
  private func modelText(_ step: Step) -> String? {
    if let image = argument(step, "PrimaryContainer", "Image") { return values.lastPart(of: image) }
    let count = argument(step, "Containers").map(pipeline.tree.count) ?? 0
    return count > 0 ? Wording.count(count, "container", "containers") : nil
  }

  private func describeRegistration(_ step: Step, _ card: inout Card) {
    card.note = argument(step, "ModelPackageGroupName").flatMap(values.lastPart)
    guard let status = argument(step, "ModelApprovalStatus").flatMap(values.text) else { return }
    switch status {
    case "PendingManualApproval": card.badges.append(.init(icon: .pending, text: "needs approval"))
    case "Approved": card.badges.append(.init(icon: .approved, text: "approved"))
    case "Rejected": card.badges.append(.init(icon: .rejected, text: "rejected"))
    default: card.badges.append(.init(icon: .pending, text: status))
    }
  }

  private func describeVariants(_ step: Step, _ card: inout Card) {
    guard let list = argument(step, "ProductionVariants"), let variant = first(list) else { return }
    if node(variant, ["ServerlessConfig"]) != nil {
      card.badges.append(.init(icon: .instances, text: "serverless"))
    } else {
      addInstances(variant, to: &card)
    }
    let count = pipeline.tree.count(list)
    if count > 1 { card.note = Wording.count(count, "variant", "variants") }
  }
}

// MARK: - Control and bookkeeping

extension StepCardWriter {
  private func describeLoop(_ step: Step, _ card: inout Card) {
    if let items = argument(step, "IterableItems") {
      let count = pipeline.tree.count(items)
      let isList = pipeline.tree.kind(items) == .array
      let what =
        isList ? Wording.count(count, "item", "items") : "each item in \(values.text(items) ?? "a list")"
      card.note = "for \(what)"
    }
    if let limit = argument(step, "MaxConcurrency").flatMap(values.text) {
      card.badges.append(.init(icon: .concurrency, text: "max \(limit)"))
    }
    guard let selector = argument(step, "Selector") else { return }
    let isLeast = node(selector, ["Pick"]).map { pipeline.tree.text($0, is: "MinBy") } ?? false
    let field = node(selector, ["Field"]).flatMap(values.text) ?? "?"
    card.badges.append(.init(icon: .pick, text: "\(isLeast ? "least" : "most") \(field)"))
  }

  private func entitiesText(_ step: Step) -> String? {
    func count(_ field: StaticString, _ one: StaticString, _ many: StaticString) -> String? {
      let count = argument(step, field).map(pipeline.tree.count) ?? 0
      return count > 0 ? Wording.count(count, one, many) : nil
    }
    return joined([
      count("Actions", "action", "actions"), count("Artifacts", "artifact", "artifacts"),
      count("Contexts", "context", "contexts"), count("Associations", "association", "associations"),
    ])
  }

  /// The largest number of attempts that any policy allows; 5 where a policy does not say (its default).
  private func retryText(_ step: Step) -> String? {
    var most = 0
    var minutes = 0
    for policy in pipeline.retryPolicies(of: step) {
      if let value = pipeline.value(.maxAttempts, of: policy) {
        guard let attempts = pipeline.tree.integer(value) else { return "retry" }
        most = max(most, attempts)
      } else if let value = pipeline.value(.expireAfterMin, of: policy) {
        guard let limit = pipeline.tree.integer(value) else { return "retry" }
        minutes = max(minutes, limit)
      } else {
        most = max(most, 5)
      }
    }
    if most > 0 { return "\(most)×" }
    return minutes > 0 ? "for \(minutes) min" : nil
  }

  private func cacheText(_ step: Step) -> String? {
    guard let config = pipeline.value(.cacheConfig, of: step), isTrue(pipeline.tree.value(config, "Enabled"))
    else { return nil }
    guard let time = pipeline.tree.value(config, "ExpireAfter").flatMap(values.text) else { return "cached" }
    return "cached \(Wording.cachePeriod(time))"
  }
}

extension Wording {
  /// An ISO 8601 duration, or the short form of it that AWS documents, as people read it: "30d", "1d 2h".
  /// Months and minutes are told apart by the T before the time.
  static func cachePeriod(_ text: String) -> String {
    var result = ""
    var isTime = false
    for character in text.lowercased().prefix(40) where character != "p" {
      if character == "t" {
        isTime = true
        continue
      }
      if character.isNumber, result.last?.isLetter == true { result += " " }
      result += character == "m" ? (isTime ? "min" : "mo") : String(character)
    }
    return result
  }
}
