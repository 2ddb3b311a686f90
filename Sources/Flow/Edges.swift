public import Workflows

/// One edge of the control flow, as a picture or a comparison shows it.
public struct Edge: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case next
    /// The choice rule with this place, counted from 0.
    case choice(Int)
    case `default`
    /// The catcher with this place, counted from 0.
    case `catch`(Int)
    /// From a Parallel state to the start of the branch with this place, counted from 0.
    case branch(Int)
    /// From a Map state to the start of its processor.
    case iterate
  }

  public let source: StateID
  public let target: StateID
  public let kind: Kind
}

extension FlowGraph {
  /// Every edge whose target is known: the transitions in document order, then the entries of scopes.
  public var edges: [Edge] {
    var result: [Edge] = machine.transitions.compactMap { transition in
      guard let target = transition.target.state else { return nil }
      return Edge(source: transition.source, target: target, kind: Edge.Kind(transition.kind))
    }
    for scope in machine.scopes {
      guard let owner = scope.owner, let start = scope.start.state else { continue }
      switch scope.kind {
      case .machine: break
      case .branch(let position): result.append(Edge(source: owner, target: start, kind: .branch(position)))
      case .processor: result.append(Edge(source: owner, target: start, kind: .iterate))
      }
    }
    return result
  }

  /// The transitions whose name is that of a state in another scope: what they mean is out of their reach.
  public var transitionsOutOfScope: [(transition: Transition, elsewhere: StateID)] {
    machine.transitions.compactMap { transition in
      guard case .missing(let elsewhere?) = transition.target else { return nil }
      return (transition, elsewhere)
    }
  }
}

extension Edge.Kind {
  init(_ kind: Transition.Kind) {
    self =
      switch kind {
      case .next: .next
      case .choice(let position): .choice(position)
      case .default: .default
      case .catch(let position): .catch(position)
      }
  }
}
