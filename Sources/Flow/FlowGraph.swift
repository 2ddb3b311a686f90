public import Workflows

/// The control flow of one state machine: its states as nodes, typed edges between them, and what follows from that.
///
/// Transitions never leave their scope, so the graph falls into one part a scope; a Parallel or Map state is tied to
/// its scopes by ``Edge/Kind/branch(_:)`` and ``Edge/Kind/iterate`` edges, which no analysis here follows.
///
/// Each analysis is computed when it is first asked for and kept. A graph therefore belongs to one thread; the
/// machine under it may be shared.
public final class FlowGraph {
  public let machine: StateMachine
  /// For each state the states that its transitions lead to, repeated ones included.
  let successors: Adjacency
  let predecessors: Adjacency

  public init(_ machine: StateMachine) {
    self.machine = machine
    var pairs: [(UInt32, UInt32)] = []
    pairs.reserveCapacity(machine.transitions.count)
    for transition in machine.transitions {
      if let target = transition.target.state { pairs.append((transition.source.index, target.index)) }
    }
    successors = Adjacency(pairs, count: machine.states.count)
    predecessors = Adjacency(pairs.map { ($1, $0) }, count: machine.states.count)
  }

  /// The states that `StartAt` of their own scope leads to, itself included.
  public private(set) lazy var reachable: StateSet = walk(
    from: machine.scopes.compactMap(\.start.state), along: successors)

  /// The reachable states whose scope can be entered: every state around them is reachable as well.
  public private(set) lazy var live = removingStates(ofUnreachedOwners: reachable)

  /// The live states that run even if nothing goes wrong: some way leads to them that takes no Catch, neither inside
  /// their scope nor around it.
  public private(set) lazy var liveWithoutErrors: StateSet = {
    let calm = machine.transitions.compactMap { transition -> (UInt32, UInt32)? in
      if case .catch = transition.kind { return nil }
      return transition.target.state.map { (transition.source.index, $0.index) }
    }
    let reached = walk(
      from: machine.scopes.compactMap(\.start.state), along: Adjacency(calm, count: machine.states.count))
    return removingStates(ofUnreachedOwners: reached)
  }()

  /// The states from which a terminal state of their scope can be reached, terminal states included.
  ///
  /// A transition to a place that cannot be known counts as a way to the end.
  public private(set) lazy var reachesEnd: StateSet = {
    // A state may end for all we know if a way out of it is missing or cannot be known.
    let ends = machine.states.filter { $0.isTerminal || !machine.leadsToKnownPlaces($0) }
    return walk(from: ends.map(\.id), along: predecessors)
  }()

  /// For each state the indexes of the transitions that lead to it.
  private(set) lazy var incoming: Adjacency = {
    var pairs: [(UInt32, UInt32)] = []
    for (index, transition) in machine.transitions.enumerated() {
      if let target = transition.target.state { pairs.append((target.index, UInt32(index))) }
    }
    return Adjacency(pairs, count: machine.states.count)
  }()

  /// The strongly connected components of all scopes.
  public private(set) lazy var components = StronglyConnectedComponents(successors)

  /// The dominators within each scope, seen from its `StartAt`.
  public private(set) lazy var dominators = Dominators(self)

  /// Takes the states of scopes out whose owner is not in the set. Outer scopes come first, so one pass is enough.
  private func removingStates(ofUnreachedOwners set: StateSet) -> StateSet {
    var result = set
    for scope in machine.scopes {
      guard let owner = scope.owner, !result.contains(owner) else { continue }
      for index in scope.states { result.remove(StateID(index)) }
    }
    return result
  }

  private func walk(from starts: [StateID], along adjacency: Adjacency) -> StateSet {
    StateSet(adjacency.reached(from: starts.lazy.map(\.index)))
  }
}

/// A set of states of one machine: one byte a state.
public struct StateSet: Sendable, Equatable {
  private var flags: [Bool]

  init(_ flags: [Bool]) {
    self.flags = flags
  }

  public func contains(_ id: StateID) -> Bool { flags[Int(id.index)] }

  /// Adds a state; false if it was there.
  @discardableResult
  mutating func insert(_ id: StateID) -> Bool {
    defer { flags[Int(id.index)] = true }
    return !flags[Int(id.index)]
  }

  mutating func remove(_ id: StateID) { flags[Int(id.index)] = false }

  /// In document order. O(states of the machine).
  public var states: [StateID] {
    flags.indices.filter { flags[$0] }.map { StateID(UInt32($0)) }
  }
}

// MARK: - Questions about states

extension FlowGraph {
  /// Whether any transition leads to the state.
  public func hasPredecessors(_ state: StateID) -> Bool { !predecessors[state.index].isEmpty }

  /// Whether a strongly connected component is a cycle: more than one state, or one that leads to itself.
  public func isLoop(_ component: [StateID]) -> Bool {
    guard component.count == 1, let only = component.first else { return component.count > 1 }
    return successors[only.index].contains(only.index)
  }

  /// Whether no transition of a strongly connected component leads out of it.
  public func staysInside(_ component: [StateID]) -> Bool {
    guard let number = component.first.map(components.number) else { return true }
    return component.allSatisfy { state in
      successors[state.index].allSatisfy { components.number(of: StateID($0)) == number }
    }
  }
}
