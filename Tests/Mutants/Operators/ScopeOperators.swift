import Syntax
import Workflows

/// The machine, branches, processors and the names of their states.
let scopeOperators: [Operator] = [
  Operator("drop-start-at", .refused, "1.1") { original in
    original.machine.scopes.compactMap { original.removing(.startAt, from: $0) }
  },
  Operator("drop-states", .refused, "1.1") { original in
    original.machine.scopes.compactMap { original.removing(.states, from: $0) }
  },
  Operator("no-states", .refused, "1.1") { original in
    original.machine.scopes.compactMap { scope in
      guard let start = original.machine.value(.startAt, of: scope) else { return nil }
      return original.machine.value(.states, of: scope).map {
        original.replacing($0, with: "{}", victims: [start])
      }
    }
  },
  Operator("other-version", .refused, "1.1") { original in
    [original.setting(.version, to: quoted("2.0"), in: original.machine.scopes[0])]
  },
  Operator("query-language-of-a-scope", .refused, "1.1") { original in
    original.machine.scopes.dropFirst().map {
      original.inserting(#""QueryLanguage": "JSONPath""#, into: $0.node)
    }
  },
  Operator("machine-field-of-a-scope", .refused, "1.1") { original in
    original.machine.scopes.dropFirst().flatMap { scope in
      [#""TimeoutSeconds": 60"#, #""Version": "1.0""#].map { original.inserting($0, into: scope.node) }
    }
  },
  Operator("state-field-of-the-machine", .refused, "1.1") { original in
    [#""Type": "Pass""#, #""End": true"#, #""Retry": []"#, #""InputPath": "$""#].map {
      original.inserting($0, into: original.machine.root)
    }
  },

  Operator("duplicate-state-name", .refused, "1.1") { original in
    let machine = original.machine
    return machine.states.compactMap { state in
      guard let other = machine.states.first(where: { $0.scope != state.scope }) else { return nil }
      let renaming = original.renaming(state, to: machine.name(other.id))
      return Mutation(renaming.edits, victims: [other.name])
    }
  },
  // Characters, not bytes.
  Operator("state-name-of-81-characters", .refused, "1.1") { original in
    original.states().flatMap { state in
      ["n", "é"].map { original.renaming(state, to: String(repeating: $0, count: 81)) }
    }
  },

  Operator("unknown-query-language", .refused, "1.12") { original in
    let owners = [original.machine.scopes[0].node] + original.states().map(\.node)
    return owners.flatMap { owner in
      ["JSONpath", "Jsonata", "JMESPath"].map { language in
        if let value = original.tree.value(owner, "QueryLanguage") {
          return original.replacing(value, with: quoted(language))
        }
        return original.inserting("\"QueryLanguage\": \(quoted(language))", into: owner)
      }
    }
  },
  Operator("json-path-state-in-a-jsonata-machine", .refused, "1.12") { original in
    guard original.machine.language == .jsonata else { return [] }
    return original.states(.pass, .succeed, .wait).map {
      original.setting(.queryLanguage, to: quoted("JSONPath"), in: $0)
    }
  },
]
