import Syntax
import Workflows

/// What the cards of steps say that run jobs.
extension StepCardWriter {
  func describeProcessing(_ step: Step, _ card: inout Card) {
    addInstances(argument(step, "ProcessingResources", "ClusterConfig"), to: &card)
    let script = argument(step, "AppSpecification", "ContainerEntrypoint").flatMap(scriptName)
    card.note = joined([script, argument(step, "AppSpecification", "ImageUri").flatMap(values.lastPart)])
  }

  func describeTraining(_ step: Step, _ card: inout Card) {
    if argument(step, "ServerlessJobConfig") != nil {
      card.badges.append(.init(icon: .instances, text: "serverless"))
    } else {
      addInstances(
        argument(step, "ResourceConfig"), isSpot: isTrue(argument(step, "EnableManagedSpotTraining")),
        to: &card)
    }
    let algorithm =
      argument(step, "AlgorithmSpecification", "TrainingImage")
      ?? argument(
        step, "AlgorithmSpecification", "AlgorithmName")
    if let wrapper = argument(step, "AlgorithmSpecification", "ContainerEntrypoint").flatMap(wrapper) {
      card.kind = "Training: \(wrapper)"
    }
    // The SDK writes hyperparameters as JSON.
    var script = argument(step, "HyperParameters", "sagemaker_program").flatMap(values.lastPart)
      .map { String($0.filter { $0 != "\"" }) }
    if script?.hasPrefix("_repack") == true {
      card.kind = "Training: repack of a model"
      script = nil
    }
    card.note = joined([script, algorithm.flatMap(values.lastPart)])
  }

  func describeTuning(_ step: Step, _ card: inout Card) {
    let config = argument(step, "HyperParameterTuningJobConfig")
    func number(_ name: StaticString) -> String? {
      config.flatMap { node($0, ["ResourceLimits", name]) }.flatMap(values.text)
    }
    let definition =
      argument(step, "TrainingJobDefinition")
      ?? argument(step, "TrainingJobDefinitions")
      .flatMap(first)
    let resources = ["ResourceConfig", "HyperParameterTuningResourceConfig"] as [StaticString]
    addInstances(
      definition.flatMap { node in resources.lazy.compactMap { self.node(node, [$0]) }.first }, to: &card)
    card.note = joined([
      config.flatMap { node($0, ["Strategy"]) }.flatMap(values.text),
      number("MaxNumberOfTrainingJobs").map { "up to \($0) jobs" },
      number("MaxParallelTrainingJobs").map { "\($0) at a time" },
    ])
  }

  func describeAutoML(_ step: Step, _ card: inout Card) {
    card.note = joined([
      argument(step, "ProblemType").flatMap(values.text),
      argument(step, "AutoMLJobObjective", "MetricName").flatMap(values.text),
    ])
  }

  func describeCheck(_ step: Step, _ card: inout Card) {
    if let type = pipeline.value(.checkType, of: step).flatMap(values.text) {
      card.kind += ": \(type.lowercased().replacing("_", with: " "))"
    }
    card.note = pipeline.value(.modelPackageGroupName, of: step).flatMap { value in
      pipeline.tree.kind(value) == .null ? nil : values.lastPart(of: value)
    }
    addInstances(argument(step, "ProcessingResources", "ClusterConfig"), to: &card)
    if isTrue(pipeline.value(.skipCheck, of: step)) {
      card.badges.append(.init(icon: .skipped, text: "not checked"))
    } else if pipeline.value(.failOnViolation, of: step).flatMap(pipeline.tree.boolean) == false {
      card.badges.append(.init(icon: .goesOn, text: "never fails"))
    }
    if isTrue(pipeline.value(.registerNewBaseline, of: step)) {
      card.badges.append(.init(icon: .baseline, text: "new baseline"))
    }
  }

  /// What the SDK wraps into a training job.
  private func wrapper(_ entrypoint: NodeID) -> String? {
    var result: String?
    pipeline.tree.forEachElement(entrypoint) { part in
      pipeline.tree.withText(part) { text in
        if text.ends(with: "sagemaker_remote_function_bootstrap/job_driver.sh") { result = "function" }
        if text.equals("amazon_sagemaker_scheduler") { result = "notebook" }
      }
    }
    return result
  }

  /// The last part of an entry point that is a file of code.
  private func scriptName(_ entrypoint: NodeID) -> String? {
    var result: String?
    pipeline.tree.forEachElement(entrypoint) { part in
      guard pipeline.tree.kind(part) == .string, let name = values.lastPart(of: part) else { return }
      // The SDK's own wrapper around the script says nothing.
      if name.contains("."), name != "runproc.sh" { result = name }
    }
    return result
  }

  func first(_ list: NodeID) -> NodeID? {
    pipeline.tree.count(list) > 0 && pipeline.tree.kind(list) == .array ? NodeID(list.index + 1) : nil
  }

  /// What `resources` asks for: an instance type, and how many if more than one.
  func addInstances(_ resources: NodeID?, isSpot: Bool = false, to card: inout Card) {
    guard let resources, let type = node(resources, ["InstanceType"]).flatMap(values.text) else { return }
    let counts = ["InstanceCount", "InitialInstanceCount"] as [StaticString]
    let count = counts.compactMap { node(resources, [$0]) }.first.flatMap(pipeline.tree.integer) ?? 1
    card.badges.append(
      .init(icon: .instances, text: (isSpot ? "spot " : "") + type + (count > 1 ? " × \(count)" : "")))
  }
}
