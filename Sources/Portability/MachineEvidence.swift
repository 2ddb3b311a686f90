import Flow
import Syntax
import Workflows

/// What is counted in a state machine, and what follows from it.
struct MachineEvidence {
  private let reading: MachineReading
  private let parts: [PortedPart]
  private let counts: PortabilityCounts
  private let gates: [(choice: String, model: String)]
  private let otherServices: [String]

  init(_ reading: MachineReading, _ parts: [PortedPart], _ counts: PortabilityCounts) {
    self.reading = reading
    self.parts = parts
    self.counts = counts
    gates = EvaluationGates.all(in: reading)
    otherServices = Self.servicesBesideSageMaker(reading, parts)
  }

  /// By the names that people know; Lambda is one of them.
  private static func servicesBesideSageMaker(_ reading: MachineReading, _ parts: [PortedPart]) -> [String] {
    let names = parts.compactMap { part -> String? in
      guard let call = reading.calls[part.index], !call.isSageMaker, part.counterpart.ease != .implicit else {
        return nil
      }
      return call.serviceName
    }
    return Set(names).sorted()
  }

  private var none: [PortedPart] { parts.filter { $0.counterpart.ease == .none } }
  private var isMostlySageMaker: Bool {
    Threshold.sageMakerShare.isReached(by: counts.sageMaker, of: counts.work)
  }
  private var hasManyCalls: Bool { Threshold.sageMakerCount.isReached(by: counts.sageMaker) }
}

// MARK: - The verdict

extension MachineEvidence {
  func verdict(isExpress: Bool) -> Verdict {
    if let obstacle = obstacle(isExpress: isExpress) { return Verdict(.stay, obstacle) }
    let sageMaker = share(counts.sageMaker, of: counts.work, "task")
    if isMostlySageMaker, otherServices.count <= Threshold.otherServices.value {
      if hasManyCalls {
        return Verdict(
          .move, isOverwhelming: hasNothingAgainst,
          "SageMaker does \(sageMaker), and every state can be said in a pipeline.")
      }
      if let gate = gates.first {
        return Verdict(
          .move,
          "It measures a model, and \"\(gate.choice)\" lets it go on to \"\(gate.model)\" only if it is good "
            + "enough: what pipelines are made for.")
      }
    }
    guard Threshold.eitherShare.isReached(by: counts.sageMaker, of: counts.work) else {
      return Verdict(.stay, "SageMaker does only \(sageMaker).")
    }
    if hasManyCalls || otherServices.count > Threshold.otherServices.value {
      return Verdict(
        .either,
        "SageMaker does \(sageMaker), but \(counted(counts.bridges, "task")) would need code of "
          + "your own in a pipeline.")
    }
    return Verdict(
      .either,
      "For \(counted(counts.sageMaker, "call")) of SageMaker it does not matter which service "
        + "makes \(counts.sageMaker == 1 ? "it" : "them").")
  }

  /// Why it cannot be a pipeline at all, or has no reason to be one.
  private func obstacle(isExpress: Bool) -> String? {
    if counts.work == 0 { return "It does no work that SageMaker could do." }
    if counts.sageMaker == 0 { return "SageMaker does none of its work." }
    if isExpress { return "An Express workflow is done before the first job of a pipeline has started." }
    let loops = reading.loops.others.count
    if loops > 0 { return "It has \(counted(loops, "loop")), and a pipeline cannot have one." }
    if let first = none.first {
      let others = none.count - 1
      let also = others == 0 ? "" : ", and \(counted(others, "other state")) neither"
      return "\"\(first.name)\" has no counterpart in a pipeline\(also)."
    }
    if Threshold.bridgeShare.isReached(by: counts.bridges, of: counts.work) {
      return "In a pipeline \(share(counts.bridges, of: counts.work, "task")) would be code of your own."
    }
    return nil
  }

  private var hasNothingAgainst: Bool {
    counts.unknown == 0 && counts[.unknown] == 0 && counts[.bridged] == 0 && reading.transformations.isEmpty
      && counts.bridges <= Threshold.otherServices.value
  }
}

// MARK: - The evidence

extension MachineEvidence {
  /// What speaks for a pipeline first.
  var all: [Evidence] {
    let found = [sageMakerShare, pollLoops, gate] + against + [unknown]
    return found.compactMap(\.self).groupedByDirection
  }

  private var sageMakerShare: Evidence? {
    guard counts.work > 0 else { return nil }
    if counts.sageMaker == 0 {
      return Evidence(.noSageMaker, .own, 0, of: counts.work, "SageMaker does none of its work.")
    }
    return Evidence(
      .sageMakerShare, isMostlySageMaker ? .other : .own, counts.sageMaker, of: counts.work,
      "SageMaker does \(share(counts.sageMaker, of: counts.work, "task")).",
      at: names { $0.role == .sageMaker })
  }

  private var pollLoops: Evidence? {
    let loops = reading.loops
    guard loops.pollCount > 0 else { return nil }
    let states = loops.polled.keys.sorted().map(reading.machine.name)
    return Evidence(
      .pollLoops, .other, loops.pollCount,
      "\(counted(loops.pollCount, "loop")) only wait\(loops.pollCount == 1 ? "s" : "") for SageMaker; steps "
        + "do so by themselves, and \(counted(states.count, "state")) "
        + "fall\(states.count == 1 ? "s" : "") away.",
      at: states)
  }

  private var gate: Evidence? {
    guard let first = gates.first else { return nil }
    return Evidence(
      .evaluationGate, .other, gates.count,
      "\"\(first.choice)\" compares a number and decides whether \"\(first.model)\" runs.",
      at: gates.map(\.choice))
  }

  private var against: [Evidence?] {
    let loops = reading.loops.others
    return [
      loops.isEmpty
        ? nil
        : Evidence(
          .loops, .own, loops.count, "A pipeline cannot have its \(counted(loops.count, "loop")).",
          at: loops.flatMap { $0 }.map(reading.machine.name)),
      some(.noCounterpart, none, "have no counterpart.", "has no counterpart."),
      counts.bridges == 0
        ? nil
        : Evidence(
          .ownCode, .own, counts.bridges, of: counts.work,
          "Lambda and Callback steps would do \(share(counts.bridges, of: counts.work, "task")).",
          at: names { $0.role == .bridge }),
      otherServices.count <= Threshold.otherServices.value
        ? nil
        : Evidence(
          .otherServices, .own, otherServices.count,
          "It calls \(otherServices.count) services beside SageMaker: \(listed(otherServices))."),
      some(
        .waits, parts.filter { $0.type == "Wait" && $0.counterpart.ease != .implicit },
        "wait, which a pipeline does not by itself.", "waits, which a pipeline does not by itself."),
      some(
        .transformations,
        parts.filter { $0.counterpart.ease != .implicit && computes($0) },
        "compute what references and Std:Join cannot.", "computes what references and Std:Join cannot."),
      errorHandlers, retriedFunctions,
    ]
  }

  private var errorHandlers: Evidence? {
    let machine = reading.machine
    let places = machine.transitions.filter { transition in
      guard case .catch = transition.kind, let target = transition.target.state else { return false }
      return machine[target].type != .fail
    }
    guard !places.isEmpty else { return nil }
    return Evidence(
      .errorHandlers, .own, places.count,
      "\(counted(places.count, "catcher")) lead\(places.count == 1 ? "s" : "") on; a step can run when "
        + "another one failed, but does not learn why.",
      at: unique(places.map { machine.name($0.source) }))
  }

  private var retriedFunctions: Evidence? {
    let states = parts.filter { $0.role == .bridge && !reading.machine.states[$0.index].retriers.isEmpty }
    guard !states.isEmpty else { return nil }
    return Evidence(
      .retriedFunctions, .own, states.count,
      "\(counted(states.count, "task")) \(states.count == 1 ? "is" : "are") tried again after an error, "
        + "which Lambda and Callback steps are not.",
      at: states.map(\.name))
  }

  private var unknown: Evidence? {
    some(
      .unknownWork, parts.filter { $0.role == .unknown }, "call something that is filled in later.",
      "calls something that is filled in later.", .neither)
  }

  private func computes(_ part: PortedPart) -> Bool {
    reading.transformations[StateID(UInt32(part.index))] != nil
  }
}

// MARK: - Wording

extension MachineEvidence {
  private func names(_ isWanted: (PortedPart) -> Bool) -> [String] { parts.filter(isWanted).map(\.name) }

  private func some(
    _ kind: Evidence.Kind, _ parts: [PortedPart], _ plural: String, _ singular: String,
    _ direction: Evidence.Direction = .own
  ) -> Evidence? {
    guard !parts.isEmpty else { return nil }
    return Evidence(
      kind, direction, parts.count,
      "\(counted(parts.count, "state")) \(parts.count == 1 ? singular : plural)", at: parts.map(\.name))
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
