import Flow
import Syntax
import Workflows

/// What is counted in a pipeline, and what follows from it.
struct PipelineEvidence {
  private let pipeline: Pipeline
  private let parts: [PortedPart]
  private let counts: PortabilityCounts
  private let shape: PipelineShape
  /// The longest chain of bridges.
  private let chain: [StepID]
  /// What only pipelines have.
  private let features: [Evidence]

  init(_ reading: PipelineReading, _ parts: [PortedPart], _ counts: PortabilityCounts) {
    pipeline = reading.pipeline
    self.parts = parts
    self.counts = counts
    shape = PipelineShape(reading.graph)
    let bridges = Set(parts.lazy.filter { $0.role == .bridge }.map { StepID(UInt32($0.index)) })
    chain = PipelineShape.longestChain(of: bridges, in: reading.graph)
    features = PipelineFeatures(reading.pipeline).all
  }

  private var isMostlySageMaker: Bool {
    Threshold.sageMakerShare.isReached(by: counts.sageMaker, of: counts.work)
      && Threshold.sageMakerCount.isReached(by: counts.sageMaker)
  }
  private var isMostlyBridges: Bool {
    Threshold.bridgeShare.isReached(by: counts.bridges, of: counts.work)
      && Threshold.bridgeCount.isReached(by: counts.bridges)
  }
}

// MARK: - The verdict

extension PipelineEvidence {
  var verdict: Verdict {
    if counts.work == 0 { return Verdict(.stay, "It does no work that could be done elsewhere.") }
    let sageMaker = share(counts.sageMaker, of: counts.work, "step")
    if isMostlySageMaker { return Verdict(.stay, "SageMaker does \(sageMaker).") }
    let lost = features.filter(\.kind.bindsToPipelines)
    if let first = lost.first {
      return Verdict(.stay, "\(first.sentence) A state machine does not do that by itself.")
    }
    if counts[.none] + counts[.unknown] > 0 {
      return Verdict(.stay, "\(counted(counts[.none] + counts[.unknown], "step")) cannot be said in states.")
    }
    if isMostlyBridges {
      return Verdict(
        .move, isOverwhelming: true,
        "Lambda functions and callbacks do \(share(counts.bridges, of: counts.work, "step")), "
          + "and nothing in it is bound to pipelines.")
    }
    if counts.sageMaker == 0, polled.isEmpty {
      return Verdict(
        .move, "SageMaker does none of its work, and nothing in it is bound to pipelines.")
    }
    return Verdict(.either, "SageMaker does \(sageMaker), and every step can be said in states.")
  }
}

// MARK: - The evidence

extension PipelineEvidence {
  /// What speaks for a state machine first.
  var all: [Evidence] {
    let found = [
      sageMakerShare, bridgeShare, bridgeChain, callbacks, nesting, polledJobs, crossed, noCounterpart,
      unknown,
    ]
    return (found.compactMap(\.self) + features).groupedByDirection
  }

  private var sageMakerShare: Evidence? {
    guard counts.work > 0 else { return nil }
    if counts.sageMaker == 0 {
      return Evidence(.noSageMaker, .other, 0, of: counts.work, "SageMaker does none of its work.")
    }
    return Evidence(
      .sageMakerShare, isMostlySageMaker ? .own : .neither, counts.sageMaker, of: counts.work,
      "SageMaker does \(share(counts.sageMaker, of: counts.work, "step")).",
      at: names { $0.role == .sageMaker })
  }

  private var bridgeShare: Evidence? {
    guard counts.bridges > 0 else { return nil }
    return Evidence(
      .bridgeShare, isMostlyBridges ? .other : .neither, counts.bridges, of: counts.work,
      "Lambda functions and callbacks do \(share(counts.bridges, of: counts.work, "step")).",
      at: names { $0.role == .bridge })
  }

  private var bridgeChain: Evidence? {
    guard Threshold.bridgeChain.isReached(by: chain.count) else { return nil }
    return Evidence(
      .bridgeChain, .other, chain.count,
      "\(chain.count) Lambda and Callback steps follow each other without a job between them.",
      at: chain.map { pipeline.name($0) ?? "" })
  }

  private var callbacks: Evidence? {
    let callbacks = names { $0.type == StepType.callback.name }
    guard Threshold.callbacks.isReached(by: callbacks.count) else { return nil }
    return Evidence(
      .callbacks, .other, callbacks.count,
      "\(callbacks.count) steps wait for a callback; a Task that does so has a heartbeat and a timeout.",
      at: callbacks)
  }

  private var nesting: Evidence? {
    // A part's depth counts every Condition and ForEach around it.
    let depth = parts.lazy.filter { $0.type == StepType.condition.name }.map { $0.depth + 1 }.max() ?? 0
    guard Threshold.conditionNesting.isReached(by: depth) else { return nil }
    return Evidence(
      .nestedConditions, .other, depth,
      "Conditions stand \(depth) deep in each other; a Choice has its rules beside each other.")
  }

  /// The steps that only a loop can stand for.
  private var polled: [PortedPart] { parts.filter { $0.counterpart.parts.contains("Wait") } }

  private var polledJobs: Evidence? {
    guard !polled.isEmpty else { return nil }
    return Evidence(
      .polledJobs, .own, polled.count,
      "\(counted(polled.count, "step")) wait\(polled.count == 1 ? "s" : "") for what Step Functions cannot "
        + "wait for by itself: a loop would have to poll.",
      at: polled.map(\.name))
  }

  private var crossed: Evidence? {
    guard shape.isFoldable == false else { return nil }
    return Evidence(
      .crossedDependencies, .own, 1,
      "Its dependencies cross: Parallel states can only say so by waiting longer than needed.")
  }

  private var noCounterpart: Evidence? {
    let bridged = parts.filter { $0.counterpart.ease == .bridged || $0.counterpart.ease == .none }
    guard !bridged.isEmpty else { return nil }
    return Evidence(
      .noCounterpart, .own, bridged.count,
      "\(counted(bridged.count, "step")) can be said in states only with code of your own.",
      at: bridged.map(\.name))
  }

  private var unknown: Evidence? {
    let unknown = parts.filter { $0.role == .unknown }
    guard !unknown.isEmpty else { return nil }
    return Evidence(
      .unknownWork, .neither, unknown.count, "\(counted(unknown.count, "step")) of a type that is not known.",
      at: unknown.map(\.name))
  }

  private func names(_ isWanted: (PortedPart) -> Bool) -> [String] { parts.filter(isWanted).map(\.name) }
}
