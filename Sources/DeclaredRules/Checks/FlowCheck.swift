import Linting

/// What is asked of the way through a definition: nothing that one looks at alone shows.
enum FlowCheck: Sendable {
  /// What comes next is so.
  case next(Conditions)
  /// Each way to the end passes something that is so.
  case eventually(Conditions)
  /// A way leads here from something that is so.
  case reachableFrom(Conditions)
  case caughtBy(String)
  case retriedFor(String)
}

extension InspectedWorkflow {
  /// Whether an element is as a check wants it; nil if that cannot be known.
  ///
  /// - Parameter number: Of the check, by which what was worked out for it is found again.
  func satisfies(_ element: Element, _ check: FlowCheck, number: Int) -> Bool? {
    switch (content, check) {
    case (.machine(let subject), .next(let wanted)): return isNext(wanted, behind: element, subject.machine)
    case (.machine(let subject), .eventually(let wanted)):
      let ways = waysPast(number) {
        WaysPast(subject.flow) { wanted.hold(for: self.element(of: $0), in: self) != false }
      }
      return isPassed(wanted, behind: element, subject.machine, ways)
    case (.machine(let subject), .reachableFrom(let wanted)):
      let flags = behind(number) { statesBehind(wanted, subject.flow) }
      return element.state.map { flags[Int($0.index)] }
    case (_, .caughtBy(let error)): return element.state.flatMap { isCaught($0, error) }
    case (_, .retriedFor(let error)):
      return element.state.flatMap { isRetried($0, error) } ?? element.step.flatMap { isRetried($0, error) }
    case (.pipeline(let subject), .next(let wanted)): return isNext(wanted, behind: element, subject.graph)
    case (.pipeline(let subject), .eventually(let wanted)):
      let flags = behind(number) { stepsBefore(wanted, subject.graph) }
      return element.step.flatMap {
        flags[Int($0.index)] ? true : subject.pipeline.mayHaveOtherSteps ? nil : false
      }
    case (.pipeline(let subject), .reachableFrom(let wanted)):
      let flags = behind(number) { stepsBehind(wanted, subject.graph) }
      return element.step.flatMap {
        flags[Int($0.index)] ? true : subject.pipeline.mayHaveOtherSteps ? nil : false
      }
    }
  }
}

// MARK: - State machines

extension InspectedWorkflow {
  private func isNext(_ wanted: Conditions, behind element: Element, _ machine: StateMachine) -> Bool? {
    if let target = element.target { return isTarget(target.place, wanted, machine) }
    // A catcher without a Next is another fault.
    guard let id = element.state, element.node == machine[id].node else { return nil }
    return isNext(wanted, behind: machine[id], machine)
  }

  /// Whether each way on from a state that takes no Catch leads to what is wanted. Behind the last state of a branch
  /// stands what is behind the state around it.
  private func isNext(_ wanted: Conditions, behind state: State, _ machine: StateMachine) -> Bool? {
    var state = state
    while state.isTerminal {
      guard state.type != .fail, !tree.isUnsettled(state.node) else { return nil }
      guard let owner = machine[state.scope].owner else { return false }
      state = machine[owner]
    }
    var result: Bool? = machine.leadsToKnownPlaces(state) ? true : nil
    for transition in machine.transitions(of: state) where !transition.isForErrors {
      switch isTarget(transition.target, wanted, machine) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }

  private func isTarget(_ target: Target, _ wanted: Conditions, _ machine: StateMachine) -> Bool? {
    target.state.flatMap { wanted.hold(for: element(of: machine[$0]), in: self) }
  }

  private func isPassed(
    _ wanted: Conditions, behind element: Element, _ machine: StateMachine, _ ways: WaysPast
  ) -> Bool? {
    if let target = element.target { return target.place.state.map { _ in !ways.canEnd(from: target.place) } }
    guard let id = element.state, element.node == machine[id].node, machine[id].type != .fail else {
      return nil
    }
    return !ways.canEnd(after: id)
  }

  private func statesBehind(_ wanted: Conditions, _ flow: FlowGraph) -> [Bool] {
    let machine = flow.machine
    let starts = machine.states.filter { wanted.hold(for: element(of: $0), in: self) != false }
    // A way that cannot be known may lead anywhere.
    if machine.states.contains(where: { !machine.leadsToKnownPlaces($0) }) {
      return Array(repeating: true, count: machine.states.count)
    }
    let behind = flow.statesBehind(starts.map(\.id))
    return machine.states.map { behind.contains($0.id) }
  }
}

// MARK: - Pipelines

extension InspectedWorkflow {
  /// Whether a step that waits for the element is as wanted: a pipeline runs side by side what does not wait.
  private func isNext(_ wanted: Conditions, behind element: Element, _ graph: PipelineGraph) -> Bool? {
    guard let step = element.step else { return nil }
    var result: Bool? = graph.pipeline.mayHaveOtherSteps ? nil : false
    for edge in graph.edges(from: step) {
      switch wanted.hold(for: self.element(of: graph.pipeline[edge.target]), in: self) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
    }
    return result
  }

  private func stepsBehind(_ wanted: Conditions, _ graph: PipelineGraph) -> [Bool] {
    walk(wanted, graph) { graph.edges(from: $0).map(\.target) }
  }

  private func stepsBefore(_ wanted: Conditions, _ graph: PipelineGraph) -> [Bool] {
    walk(wanted, graph) { graph.edges(to: $0).map(\.source) }
  }

  /// A flag for each step that is one or more edges away from what is wanted. O(edges).
  private func walk(_ wanted: Conditions, _ graph: PipelineGraph, _ next: (StepID) -> [StepID]) -> [Bool] {
    let steps = graph.pipeline.steps
    var flags = [Bool](repeating: false, count: steps.count)
    var pending = steps.filter { wanted.hold(for: element(of: $0), in: self) != false }.map(\.id)
    while let step = pending.popLast() {
      for other in next(step) where !flags[Int(other.index)] {
        flags[Int(other.index)] = true
        pending.append(other)
      }
    }
    return flags
  }
}
