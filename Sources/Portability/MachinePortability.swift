public import Flow
import Syntax
public import Workflows

extension Portability {
  public init(of machine: StateMachine) {
    self.init(of: FlowGraph(machine))
  }

  /// - Parameter isExpress: Whether the machine is one of the type Express, if that is known.
  public init(of flow: FlowGraph, isExpress: Bool = false) {
    let reading = MachineReading(flow)
    let parts = reading.parts()
    let counts = PortabilityCounts(parts)
    let findings = MachineEvidence(reading, parts, counts)
    self.init(
      service: .stepFunctions, parts: parts, counts: counts, evidence: findings.all,
      verdict: findings.verdict(isExpress: isExpress))
  }
}

/// What is known of a machine before its states are looked at one by one.
struct MachineReading {
  let flow: FlowGraph
  let machine: StateMachine
  /// By state what it calls.
  let calls: [TaskCall?]
  /// What the machine creates somewhere, as the step that would do it.
  let created: Set<StepType>
  let loops: MachineLoops
  let transformations: [StateID: String]

  init(_ flow: FlowGraph) {
    self.flow = flow
    machine = flow.machine
    let calls = flow.machine.states.map(flow.machine.call)
    self.calls = calls
    created = Set(
      calls.lazy.compactMap { call in
        call.flatMap { Correspondence.byCall[$0.key] }.flatMap { $0.use == .step ? $0.line.step : nil }
      })
    loops = MachineLoops(flow, calls: calls, created: created)
    transformations = machine.transformations()
  }

  func call(_ state: State) -> TaskCall? { calls[Int(state.id.index)] }

  /// Whether a state runs only if something went wrong.
  func runsOnErrorOnly(_ state: State) -> Bool {
    flow.live.contains(state.id) && !flow.liveWithoutErrors.contains(state.id)
  }

  /// Whether a state is in the processor of a Map, however deep.
  func isInsideMap(_ state: State) -> Bool {
    var scope: Scope? = machine[state.scope]
    while let current = scope {
      if current.kind == .processor { return true }
      scope = current.parent.map { machine[$0] }
    }
    return false
  }
}

extension MachineReading {
  /// Every state that is not overridden by another one of the same name.
  func parts() -> [PortedPart] {
    var parts: [PortedPart] = []
    parts.reserveCapacity(machine.states.count)
    if let root = machine.scopes.first { add(root, depth: 0, to: &parts) }
    return parts
  }

  /// Recursion is bounded by the nesting of the text.
  private func add(_ scope: Scope, depth: Int, to parts: inout [PortedPart]) {
    for state in machine.states(of: scope) where !state.isOverridden {
      let counterpart = counterpart(of: state)
      parts.append(
        PortedPart(
          name: machine.name(state.id), type: state.type.name, call: call(state)?.text, node: state.name,
          index: Int(state.id.index), depth: depth, role: role(of: state, counterpart),
          counterpart: counterpart))
      for inner in machine.scopes(of: state) { add(inner, depth: depth + 1, to: &parts) }
    }
  }

  private func role(of state: State, _ counterpart: Counterpart) -> PortedPart.Role {
    guard state.type == .task else { return state.type == .unknown ? .unknown : .control }
    if counterpart.ease == .implicit { return .control }
    guard let call = call(state) else { return .unknown }
    // A call of SageMaker that no step makes would be a bridge as well.
    if let first = counterpart.parts.first, PortedPart.bridges.contains(first) { return .bridge }
    return call.isSageMaker ? .sageMaker : .other
  }
}
