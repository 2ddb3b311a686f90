import Syntax
import Workflows

/// Other names, and a longer way.
let acceptedFlowOperators: [Operator] = [
  renaming("rename-a-state", "Renamed"),
  renaming("state-name-of-80-characters", String(repeating: "é", count: 80)),
  renaming("state-name-of-any-characters", "a/b: {% $.x %} [0]* \"q\" \\ 日本 🙂"),

  Operator("state-between", .accepted, "1.1") { original in
    original.transitions { _ in true }.compactMap { transition in
      let states = original.machine.value(
        .states, of: original.machine[original.machine[transition.source].scope])
      return states.map {
        Mutation(
          original.insertion(
            "\"Between\": { \"Type\": \"Pass\", \"Next\": \(original.spelling(transition.name)) }", into: $0),
          original.replacement(transition.name, quoted("Between")))
      }
    }
  },
  Operator("succeed-instead-of-end", .accepted, "1.1") { original in
    original.states().compactMap { state in
      guard let end = original.machine.row(.end, of: state),
        let states = original.machine.value(.states, of: original.machine[state.scope])
      else { return nil }
      return Mutation(
        original.insertion(#""Done": { "Type": "Succeed" }"#, into: states),
        original.exchange(end, for: #""Next": "Done""#))
    }
  },
  Operator("new-choice-rule", .accepted, "1.7") { original in
    original.states(.choice).compactMap { state in
      guard let choices = original.machine.value(.choices, of: state),
        let start = original.machine.value(.startAt, of: original.machine[state.scope])
      else { return nil }
      let test =
        state.language == .jsonata
        ? #""Condition": "{% $states.input.again = true %}""#
        : #""Variable": "$.again", "IsPresent": true"#
      return original.inserting("{ \(test), \"Next\": \(original.spelling(start)) }", into: choices)
    }
  },
  wrapping("map-around-a-pass") { #""Type": "Map", "ItemProcessor": \#($0)"# },
  wrapping("parallel-around-a-pass") { #""Type": "Parallel", "Branches": [ \#($0) ]"# },
  Operator("item-processor-as-iterator", .accepted, "1.9", remarks: ["deprecated-field"]) { original in
    original.states(.map).compactMap { original.machine.row(.itemProcessor, of: $0) }.map {
      original.replacing($0.key, with: quoted("Iterator"))
    }
  },
  Operator("item-selector-as-parameters", .accepted, "1.9", remarks: ["deprecated-field"]) { original in
    original.states(.map, in: .jsonPath).compactMap { original.machine.row(.itemSelector, of: $0) }.map {
      original.replacing($0.key, with: quoted("Parameters"))
    }
  },
]

/// Another state in the place of a Pass, with one inside.
private func wrapping(_ name: String, _ wrap: @escaping @Sendable (_ scope: String) -> String) -> Operator {
  Operator(name, .accepted, "1.8", remarks: ["missing-catch"]) { original in
    // What a Pass assigns, another state would have to assign.
    original.states(.pass, in: .jsonPath).filter { !$0.fields.present.contains(.assign) }.compactMap {
      state in
      let way = original.machine.row(.next, of: state) ?? original.machine.row(.end, of: state)
      let inner = quoted(original.machine.name(state.id) + " inside")
      let scope = "{ \"StartAt\": \(inner), \"States\": { \(inner): { \"Type\": \"Succeed\" } } }"
      return way.map { original.replacing(state.node, with: "{ \(wrap(scope)), \(member($0, original)) }") }
    }
  }
}

private func renaming(_ name: String, _ newName: String) -> Operator {
  Operator(name, .accepted, "1.1") { original in
    original.states().map { original.renaming($0, to: newName) }
  }
}
