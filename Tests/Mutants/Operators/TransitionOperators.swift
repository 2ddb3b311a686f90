import Syntax
import Workflows

/// Transitions that lead nowhere, or no longer lead where they have to.
let transitionOperators: [Operator] = [
  dangling("dangling-next") { $0 == .next },
  dangling("dangling-choice-next") { if case .choice = $0 { true } else { false } },
  dangling("dangling-default") { $0 == .default },
  dangling("dangling-catch-next") { if case .catch = $0 { true } else { false } },

  Operator("dangling-start-at", .refused, "1.1") { original in
    original.machine.scopes.compactMap { scope in
      original.machine.value(.startAt, of: scope).map { original.replacing($0, with: quoted("Nowhere")) }
    }
  },

  // Names are compared byte by byte.
  Operator("target-in-other-case", .refused, "1.1") { original in
    original.transitions { _ in true }.compactMap { transition in
      let name = original.tree.text(transition.name)
      let other = name.lowercased() == name ? name.uppercased() : name.lowercased()
      let names = original.machine.states.map { original.machine.name($0.id) }
      return names.contains(other) ? nil : original.replacing(transition.name, with: quoted(other))
    }
  },

  Operator("target-in-another-scope", .refused, "1.1") { original in
    original.transitions { _ in true }.compactMap { transition in
      let scope = original.machine[transition.source].scope
      let other = original.machine.states.first { $0.scope != scope }
      return other.map { original.replacing(transition.name, with: quoted(original.machine.name($0.id))) }
    }
  },

  // The state behind the transition is reached by nothing else.
  Operator("cut-the-only-way", .refused, "1.1") { original in
    let machine = original.machine
    return original.transitions { $0 == .next }.compactMap { transition in
      guard let target = transition.target.state, target != transition.source,
        machine[machine[target].scope].start != .state(target),
        machine.transitions.count(where: { $0.target == .state(target) }) == 1,
        let row = machine.row(.next, of: machine[transition.source])
      else { return nil }
      return Mutation(original.exchange(row, for: "\"End\": true"), victims: [machine[target].name])
    }
  },

  Operator("unreachable-state", .refused, "1.1") { original in
    original.machine.scopes.compactMap { scope in
      original.machine.value(.states, of: scope).map {
        original.inserting(#""Stray": { "Type": "Pass", "End": true }"#, into: $0)
      }
    }
  },

  // Reachable only from one another.
  Operator("unreachable-loop", .refused, "1.1") { original in
    original.machine.scopes.compactMap { scope in
      original.machine.value(.states, of: scope).map {
        original.inserting(
          #""Ping": { "Type": "Pass", "Next": "Pong" }, "Pong": { "Type": "Pass", "Next": "Ping" }"#, into: $0
        )
      }
    }
  },

  // AWS asks for it of the machine only, not of branches and processors.
  Operator("no-terminal-state", .refused, "1.1") { original in
    let machine = original.machine
    let ends = machine.states(of: machine.scopes[0]).filter(\.isTerminal)
    guard ends.count == 1, let end = machine.row(.end, of: ends[0]),
      let start = machine.value(.startAt, of: machine.scopes[0]),
      let states = machine.row(.states, of: machine.scopes[0])
    else { return [] }
    return [
      Mutation(original.exchange(end, for: "\"Next\": \(original.spelling(start))"), victims: [states.key])
    ]
  },

  Operator("endless-loop-in-a-scope", .fails, "1.1") { original in
    let machine = original.machine
    return machine.scopes.dropFirst().compactMap { scope in
      let ends = machine.states(of: scope).filter(\.isTerminal)
      guard ends.count == 1, let end = machine.row(.end, of: ends[0]), let start = scope.start.state,
        let name = machine.value(.startAt, of: scope)
      else { return nil }
      return Mutation(
        original.exchange(end, for: "\"Next\": \(original.spelling(name))"), victims: [machine[start].name])
    }
  },
]

private func dangling(
  _ name: String, where isWanted: @escaping @Sendable (Transition.Kind) -> Bool
) -> Operator {
  Operator(name, .refused, "1.1") { original in
    original.transitions(where: isWanted).map { original.replacing($0.name, with: quoted("Nowhere")) }
  }
}
