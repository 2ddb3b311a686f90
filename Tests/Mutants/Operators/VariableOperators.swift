import Syntax
import Workflows

/// Workflow variables.
let variableOperators: [Operator] = [
  assign("assign-to-states", ["states"]),
  assign("variable-with-a-dot", ["order.id", "a.b.c"]),
  assign("variable-with-a-bracket", ["order[0]"]),
  assign("variable-that-begins-with-a-digit", ["1st", "9"]),
  assign("variable-with-a-hyphen-or-blank", ["order-id", "order id", "$order"]),
  assign("variable-of-81-characters", [String(repeating: "v", count: 81)]),
  assign("empty-variable-name", [""]),

  Operator("assign-that-is-no-object", .refused, "2.1") { original in
    ["[]", "5", "\"x\""].flatMap { value in
      original.states(lacking: .assign, in: .jsonPath).map { original.setting(.assign, to: value, in: $0) }
    }
  },

  // The inner scope may not assign what an outer one assigns.
  Operator("assign-to-an-outer-variable", .refused, "4.1") { original in
    let machine = original.machine
    return machine.scopes.dropFirst().flatMap { scope -> [Mutation] in
      guard let owner = scope.owner.map({ machine[$0] }), !original.isDistributed(owner) else { return [] }
      let free = original.states(lacking: .assign)
      // Of what the container itself assigns no answer is recorded.
      guard let outer = free.first(where: { $0.scope == owner.scope && $0.id != owner.id }) else { return [] }
      return free.filter { $0.scope == scope.id }.map { state in
        Mutation(
          original.insertion(#""Assign": { "shared": 1 }"#, into: outer.node),
          original.insertion(#""Assign": { "shared": 2 }"#, into: state.node))
      }
    }
  },

  Operator("read-a-variable-that-nobody-assigns", .fails, "4.1") { original in
    templateMutations(original, "$neverAssigned") + jsonataMutations(original, "{% $neverAssigned %}")
      + original.states(lacking: .inputPath).map {
        original.inserting(#""InputPath": "$neverAssigned""#, into: $0.node)
      }
  },
  Operator(
    "read-a-variable-in-the-state-that-assigns-it", .fails, "4.1",
    reason: "In a loop the variable has a value from the second round on, which is a warning."
  ) { original in
    original.states(lacking: .assign, in: .jsonata)
      .filter {
        !$0.fields.present.contains(.output)
          && FieldTable.allowed(in: ObjectKind($0.type), .jsonata).contains(.output)
      }
      .map {
        original.inserting(#""Assign": { "fresh": 1 }, "Output": "{% $fresh %}""#, into: $0.node)
      }
  },
  Operator("read-an-outer-variable-in-a-distributed-map", .fails, "4.1") { original in
    let machine = original.machine
    guard let start = machine.scopes[0].start.state.map({ machine[$0] }),
      original.states(lacking: .assign).contains(where: { $0.id == start.id })
    else { return [] }
    return machine.scopes.filter { scope in
      scope.owner.map { $0 != start.id && original.isDistributed(machine[$0]) } ?? false
    }.flatMap { scope in
      original.states(lacking: .inputPath).filter { $0.scope == scope.id }.map { state in
        Mutation(
          original.insertion(#""Assign": { "shared": 1 }"#, into: start.node),
          original.insertion(#""InputPath": "$shared""#, into: state.node))
      }
    }
  },
]

/// Gives a variable such a name, beside those that are there or in a new `Assign`.
private func assign(_ name: String, _ names: [String]) -> Operator {
  Operator(name, .refused, "4.1") { original in
    names.flatMap { name in
      original.machine.objects.compactMap { original.machine.value(.assign, of: $0) }
        .filter { original.tree.kind($0) == .object }
        .map { original.inserting("\(quoted(name)): 1", into: $0) }
        + original.states(lacking: .assign).map {
          original.inserting("\"Assign\": { \(quoted(name)): 1 }", into: $0.node)
        }
    }
  }
}
