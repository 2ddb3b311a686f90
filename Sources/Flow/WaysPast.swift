public import Workflows

/// From which states the execution can come to its end without passing one of some states, the stops.
///
/// What errors do is left aside: no Catch is followed, and a Fail state is no end. A Parallel or Map state is as good as
/// a stop if each way through one of its branches, or through its processor, passes one. Where the last state of a
/// branch ends, the execution goes on behind the state around it. A way that leads to a place that cannot be known may
/// pass a stop for all we know, and is none of those meant here.
public struct WaysPast {
  private let graph: FlowGraph
  /// By state: whether a way from it, itself included, leads to the end of its scope past all stops.
  private var avoids: [Bool]
  /// By scope: whether what follows its end leads on past all stops.
  private var goesOn: [Bool] = []

  /// O(states + transitions).
  public init(_ graph: FlowGraph, stops: (State) -> Bool) {
    self.graph = graph
    let machine = graph.machine
    avoids = Array(repeating: false, count: machine.states.count)
    let incoming = graph.incoming
    var isStop = machine.states.map(stops)
    // Inner scopes stand behind outer ones.
    for scope in machine.scopes.reversed() {
      var pending: [StateID] = []
      for state in machine.states(of: scope) where state.isTerminal && state.type != .fail {
        if !isStop[Int(state.id.index)] { pending.append(state.id) }
      }
      while let state = pending.popLast() {
        guard !avoids[Int(state.index)] else { continue }
        avoids[Int(state.index)] = true
        for index in incoming[state.index] {
          let transition = machine.transitions[Int(index)]
          guard !transition.isForErrors, !isStop[Int(transition.source.index)] else { continue }
          pending.append(transition.source)
        }
      }
      if let owner = scope.owner, !(scope.start.state.map { avoids[Int($0.index)] } ?? true) {
        isStop[Int(owner.index)] = true
      }
    }
    for scope in machine.scopes { goesOn.append(scope.owner.map { canEnd(after: $0) } ?? true) }
  }

  /// Whether a way leads from behind a state to the end of the execution past all stops.
  public func canEnd(after id: StateID) -> Bool {
    let state = graph.machine[id]
    guard goesOn[Int(state.scope.index)] else { return false }
    if state.isTerminal { return state.type != .fail }
    return graph.machine.transitions(of: state).contains { transition in
      !transition.isForErrors && canEnd(from: transition.target)
    }
  }

  /// Whether a way leads from where a transition goes to the end of its scope past all stops.
  public func canEnd(from target: Target) -> Bool {
    guard let state = target.state else { return false }
    return avoids[Int(state.index)] && goesOn[Int(graph.machine[state].scope.index)]
  }
}

extension Transition {
  /// Whether it is taken only when its source has failed.
  public var isForErrors: Bool {
    if case .catch = kind { true } else { false }
  }
}

extension FlowGraph {
  /// The states that may run after one of `starts`: along all transitions, into branches and processors, and behind the
  /// state around them. A start is among them only if a way leads to it. O(states + transitions).
  public func statesBehind(_ starts: [StateID]) -> StateSet {
    var result = StateSet(Array(repeating: false, count: machine.states.count))
    var hasLeft = [Bool](repeating: false, count: machine.scopes.count)
    var pending = starts
    while let id = pending.popLast() {
      let state = machine[id]
      for target in successors[id.index] where result.insert(StateID(target)) {
        pending.append(StateID(target))
      }
      for scope in machine.scopes(of: state) {
        if let start = scope.start.state, result.insert(start) { pending.append(start) }
      }
      // Whatever is inside, the execution goes on behind the owner, and out of its owner in turn.
      var scope = machine[state.scope]
      while let owner = scope.owner, !hasLeft[Int(scope.id.index)] {
        hasLeft[Int(scope.id.index)] = true
        for target in successors[owner.index] where result.insert(StateID(target)) {
          pending.append(StateID(target))
        }
        scope = machine[machine[owner].scope]
      }
    }
    return result
  }
}
