import Syntax
import Workflows

/// What a pipeline uses that states have nothing like.
struct PipelineFeatures {
  private let pipeline: Pipeline

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  var all: [Evidence] {
    [
      caching, propertyFiles, checks, modelRegistry, experiments, lineage, enumeratedParameters,
      stoppedTriggers,
      expiringRetries,
    ].compactMap(\.self)
  }
}

extension Evidence.Kind {
  /// Whether a state machine that did without would be another workflow.
  var bindsToPipelines: Bool {
    switch self {
    case .caching, .propertyFiles, .checks, .modelRegistry, .experiments: true
    default: false
    }
  }
}

extension PipelineFeatures {
  private var caching: Evidence? {
    steps(.caching, where: isCached) {
      "\(counted($0, "job")) \($0 == 1 ? "is" : "are") left out if the cache has the result of an "
        + "earlier run."
    }
  }

  /// Whether a job is left out if it ran before. What a cached call of a function saves binds nobody.
  private func isCached(_ step: Step) -> Bool {
    guard step.type != .lambda, step.type != .callback else { return false }
    guard let config = pipeline.value(.cacheConfig, of: step),
      let enabled = pipeline.tree.value(config, "Enabled")
    else { return false }
    return pipeline.tree.boolean(enabled) != false
  }

  private var propertyFiles: Evidence? {
    let count = pipeline.jsonGets.count
    guard count > 0 else { return nil }
    let places = pipeline.jsonGets.compactMap { $0.step }.compactMap(pipeline.name)
    var seen: Set<String> = []
    return Evidence(
      .propertyFiles, .own, count,
      "\(counted(count, "value")) \(count == 1 ? "is" : "are") read from JSON files that steps wrote.",
      at: places.filter { seen.insert($0).inserted })
  }

  private var checks: Evidence? {
    steps(.checks, where: { $0.type == .clarifyCheck || $0.type == .qualityCheck }) {
      "\(counted($0, "step")) compare\($0 == 1 ? "s" : "") with the baseline of the registered model."
    }
  }

  private var modelRegistry: Evidence? {
    steps(.modelRegistry, where: { $0.type == .registerModel }) {
      "\(counted($0, "step")) register\($0 == 1 ? "s" : "") a model with the pipeline it comes from."
    }
  }

  private var lineage: Evidence? {
    steps(.lineage, where: { $0.type == .lineage }) {
      "\(counted($0, "step")) record\($0 == 1 ? "s" : "") lineage."
    }
  }

  private var experiments: Evidence? {
    let tree = pipeline.tree
    let root = tree.kind(pipeline.root) == .object ? pipeline.root : nil
    let mlflow = root.flatMap { tree.value($0, "MlflowConfig") }.map { tree.kind($0) == .object } ?? false
    let config = root.flatMap { tree.value($0, "PipelineExperimentConfig") }
    guard mlflow || config.map(isChosen) == true else { return nil }
    return Evidence(.experiments, .own, 1, "Its runs are part of an experiment that it names.")
  }

  /// Whether an experiment is configured in another way than the SDK does by default.
  private func isChosen(_ config: NodeID) -> Bool {
    let tree = pipeline.tree
    guard tree.kind(config) == .object else { return false }
    func isDefault(_ name: StaticString, _ reference: StaticString) -> Bool {
      guard let value = tree.value(config, name) else { return true }
      return tree.kind(value) == .object
        && tree.value(value, "Get").map { tree.text($0, is: reference) } ?? false
    }
    return !isDefault("ExperimentName", "Execution.PipelineName")
      || !isDefault("TrialName", "Execution.PipelineExecutionId")
  }

  private var enumeratedParameters: Evidence? {
    let names = pipeline.parameters.filter { pipeline.value(.enumValues, of: $0) != nil }
      .compactMap { $0.name.map(pipeline.tree.text) }
    guard !names.isEmpty else { return nil }
    return Evidence(
      .enumeratedParameters, .own, names.count,
      "\(counted(names.count, "parameter")) allow\(names.count == 1 ? "s" : "") some values only, which "
        + "nobody would check.", at: names)
  }

  private var stoppedTriggers: Evidence? {
    steps(
      .stoppedTriggers,
      where: { step in
        pipeline.dependencies(of: step).contains { $0.trigger == .stopped }
      }
    ) { "\(counted($0, "step")) run\($0 == 1 ? "s" : "") because another one was stopped." }
  }

  private var expiringRetries: Evidence? {
    steps(
      .expiringRetries,
      where: { step in
        pipeline.retryPolicies(of: step).contains { pipeline.value(.expireAfterMin, of: $0) != nil }
      }
    ) { "\(counted($0, "step")) \($0 == 1 ? "is" : "are") tried again until a time is over." }
  }

  private func steps(
    _ kind: Evidence.Kind, where isWanted: (Step) -> Bool, _ sentence: (Int) -> String
  ) -> Evidence? {
    let steps = pipeline.steps.filter(isWanted)
    guard !steps.isEmpty else { return nil }
    return Evidence(
      kind, .own, steps.count, sentence(steps.count), at: steps.compactMap { pipeline.name($0.id) })
  }
}
