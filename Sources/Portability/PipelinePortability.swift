import Expressions
public import Flow
import SourceText
import Syntax
public import Workflows

extension Portability {
  public init(of pipeline: Pipeline) {
    self.init(of: PipelineGraph(pipeline))
  }

  public init(of graph: PipelineGraph) {
    let reading = PipelineReading(graph)
    let parts = reading.parts()
    let counts = PortabilityCounts(parts)
    let findings = PipelineEvidence(reading, parts, counts)
    self.init(
      service: .pipelines, parts: parts, counts: counts, evidence: findings.all, verdict: findings.verdict)
  }
}

/// What is known of a pipeline before its steps are looked at one by one.
struct PipelineReading {
  let graph: PipelineGraph
  let pipeline: Pipeline
  /// The Tuning steps of which others read how each job of theirs did.
  private let rankedTunings: Set<StepID>

  init(_ graph: PipelineGraph) {
    self.graph = graph
    let pipeline = graph.pipeline
    self.pipeline = pipeline
    rankedTunings = Set(
      pipeline.references.lazy.compactMap { row in
        guard case .step(let step) = row.target, pipeline[step].type == .tuning,
          let member = row.reference?.member(0), pipeline.text(member, in: row.text) == "TrainingJobSummaries"
        else { return nil }
        return step
      })
  }

  /// Every step of every list.
  func parts() -> [PortedPart] {
    var parts: [PortedPart] = []
    parts.reserveCapacity(pipeline.steps.count)
    if let root = pipeline.lists.first { add(root, depth: 0, to: &parts) }
    return parts
  }

  /// Recursion is bounded by the nesting of the text.
  private func add(_ list: StepList, depth: Int, to parts: inout [PortedPart]) {
    for step in pipeline.steps(of: list) {
      parts.append(
        PortedPart(
          name: pipeline.name(step.id) ?? "", type: step.type.name, call: nil, node: step.name ?? step.node,
          index: Int(step.id.index), depth: depth, role: Self.role(of: step.type),
          counterpart: counterpart(of: step)))
      for inner in pipeline.lists(of: step) { add(inner, depth: depth + 1, to: &parts) }
    }
  }

  private static func role(of type: StepType) -> PortedPart.Role {
    switch type {
    case .unknown: .unknown
    case .lambda, .callback: .bridge
    case .condition, .fail, .forEach: .control
    default: Correspondence.byStep[type]?.isSageMaker == true ? .sageMaker : .other
    }
  }
}

// MARK: - Counterparts

extension PipelineReading {
  /// What a step would become in a state machine.
  private func counterpart(of step: Step) -> Counterpart {
    guard let counterpart = Correspondence.byStep[step.type]?.asStates else {
      return Counterpart(.unknown, [], "its type is not known")
    }
    switch step.type {
    case .processing where !step.propertyFiles.isEmpty:
      return counterpart.adapted(
        adding: ["Task aws-sdk:s3:getObject"],
        "a Task reads its property file, and States.StringToJson parses it")
    case .training
    where argument("AlgorithmSpecification", "ContainerEntrypoint", of: step, endsWith: jobDriver):
      return counterpart.adapted(
        "the arguments of an @step function are made for pipelines, and have to be rewritten")
    case .tuning where rankedTunings.contains(step.id):
      return counterpart.adapted(
        adding: ["Task aws-sdk:sagemaker:listTrainingJobsForHyperParameterTuningJob"],
        "a Task lists the jobs in order of their results")
    case .emr where has("ClusterConfig", step):
      return Counterpart(
        .adapted,
        [
          "Task elasticmapreduce:createCluster.sync", "Task elasticmapreduce:addStep.sync",
          "Task elasticmapreduce:terminateCluster.sync",
        ], "a Catch has to terminate the cluster as well")
    case .emrServerless where has("ApplicationConfig", step):
      return Counterpart(
        .adapted,
        ["Task emr-serverless:createApplication.sync", "Task emr-serverless:startJobRun.sync"],
        "nothing stops the application by itself")
    case .lineage: return lineage(step, counterpart)
    case .condition: return condition(step, counterpart)
    case .forEach where has("Selector", step):
      return counterpart.adapted("what its Selector picks takes JSONata")
    default: return dependent(step, counterpart)
    }
  }

  private func dependent(_ step: Step, _ counterpart: Counterpart) -> Counterpart {
    let triggers = Set(pipeline.dependencies(of: step).map(\.trigger))
    if triggers.contains(.stopped) {
      return counterpart.adapted("no state runs because another one was stopped")
    }
    guard triggers.contains(.failed) || triggers.contains(.any) else { return counterpart }
    return counterpart.adapted("a Catch of what it waits for leads to it")
  }

  private func condition(_ step: Step, _ counterpart: Counterpart) -> Counterpart {
    let isUnknown = pipeline.conditions(of: step).contains { $0.type == .unknown }
    return isUnknown
      ? Counterpart(.unknown, ["Choice"], "a condition is not known") : dependent(step, counterpart)
  }

  private func lineage(_ step: Step, _ counterpart: Counterpart) -> Counterpart {
    guard let arguments = pipeline.value(.arguments, of: step) else { return counterpart }
    let calls: [(StaticString, String)] = [
      ("Actions", "createAction"), ("Artifacts", "createArtifact"), ("Contexts", "createContext"),
      ("Associations", "addAssociation"),
    ]
    let parts = calls.flatMap { name, call in
      let count = pipeline.tree.value(arguments, name).map(pipeline.tree.elements)?.count ?? 0
      return Array(repeating: "Task aws-sdk:sagemaker:\(call)", count: min(count, 100))
    }
    return parts.isEmpty ? counterpart : Counterpart(.adapted, parts, counterpart.note)
  }

  /// The entry point of the training jobs that run functions with the decorator `@step`.
  private var jobDriver: String { "sagemaker_remote_function_bootstrap/job_driver.sh" }
}

// MARK: - Arguments

extension PipelineReading {
  func has(_ name: StaticString, _ step: Step) -> Bool {
    pipeline.value(.arguments, of: step).map { pipeline.tree.value($0, name) != nil } ?? false
  }

  /// Whether a string in a list in the arguments ends so.
  private func argument(
    _ outer: StaticString, _ inner: StaticString, of step: Step, endsWith suffix: String
  ) -> Bool {
    let tree = pipeline.tree
    guard let arguments = pipeline.value(.arguments, of: step), let object = tree.value(arguments, outer),
      let list = tree.value(object, inner)
    else { return false }
    return tree.elements(list).contains { tree.kind($0) == .string && tree.text($0).hasSuffix(suffix) }
  }
}

extension Pipeline {
  /// A part of a string, decoded.
  fileprivate func text(_ part: ByteRange, in node: NodeID) -> String {
    tree.withText(node) { text in
      let end = min(Int(part.end), text.count)
      return String(decoding: text[min(Int(part.start), end)..<end], as: UTF8.self)
    }
  }
}
