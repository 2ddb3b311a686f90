import Syntax
import Workflows

/// Fields of which exactly one, or at most one, may be there.
let exclusionOperators: [Operator] = [
  Operator("next-and-end", .refused, "1.3") { original in
    original.states().compactMap { state in
      if state.fields.present.contains(.next) { return original.inserting(#""End": true"#, into: state.node) }
      guard state.fields.present.contains(.end) else { return nil }
      return original.inserting("\"Next\": \(original.spelling(state.name))", into: state.node)
    }
  },
  Operator("next-behind-the-end", .refused, "1.2") { original in
    original.states(.succeed, .fail).map {
      original.inserting("\"Next\": \(startName(of: original))", into: $0.node)
    }
  },
  Operator("neither-next-nor-end", .refused, "1.3") { original in
    original.states().compactMap {
      original.removing(.next, from: $0) ?? original.removing(.end, from: $0)
    }
  },

  pair(.task, .timeoutSeconds, "60", .timeoutSecondsPath),
  pair(.task, .heartbeatSeconds, "30", .heartbeatSecondsPath),
  pair(.map, .maxConcurrency, "2", .maxConcurrencyPath),
  pair(.map, .toleratedFailurePercentage, "5", .toleratedFailurePercentagePath),
  pair(.fail, .error, "\"E\"", .errorPath),
  pair(.fail, .cause, "\"because\"", .causePath),

  Operator("item-processor-and-iterator", .refused, "1.3") { original in
    original.states(.map).filter { $0.fields.present.contains(.itemProcessor) }.map {
      original.inserting(
        #""Iterator": { "StartAt": "Else", "States": { "Else": { "Type": "Succeed" } } }"#, into: $0.node)
    }
  },
  Operator("map-without-processor", .refused, "1.3") { original in
    original.states(.map).compactMap {
      original.removing(.itemProcessor, from: $0) ?? original.removing(.iterator, from: $0)
    }
  },

  Operator("two-times-to-wait", .refused, "1.3") { original in
    original.states(.wait).compactMap { state in
      let other =
        state.fields.present.contains(.timestamp)
        ? #""Seconds": 5"# : #""Timestamp": "2030-01-01T00:00:00Z""#
      return original.inserting(other, into: state.node)
    }
  },
  Operator("no-time-to-wait", .refused, "1.3") { original in
    original.states(.wait).compactMap { state in
      waitingTime(of: state, original).map { Mutation(original.removal($0, from: state.node)) }
    }
  },

  Operator("empty-list", .refused, "1.3") { original in
    original.machine.objects.flatMap { object in
      [Field.branches, .choices, .errorEquals].compactMap { field in
        original.machine.value(field, of: object).map {
          original.replacing($0, with: "[]", victims: stranded(by: field, in: object, original))
        }
      }
    }
  },
]

/// The field that says how long a Wait waits.
func waitingTime(of wait: State, _ original: Original) -> FieldRow? {
  [Field.seconds, .secondsPath, .timestamp, .timestampPath].lazy
    .compactMap { original.machine.row($0, of: wait) }.first
}

/// A field and the one with `Path` at its end, in the states that have at most the first yet.
private func pair(_ type: StateType, _ field: Field, _ value: String, _ path: Field) -> Operator {
  Operator("both-\(field.name.kebabCased)-and-path", .refused, "1.3") { original in
    original.states(type, in: .jsonPath).filter { !$0.fields.present.contains(path) }.map { state in
      let first = state.fields.present.contains(field) ? "" : "\"\(field.name)\": \(value), "
      return original.inserting("\(first)\"\(path.name)\": \"$.value\"", into: state.node)
    }
  }
}

extension String {
  fileprivate var kebabCased: String {
    reduce(into: "") { result, character in
      if character.isUppercase, !result.isEmpty { result += "-" }
      result += character.lowercased()
    }
  }
}
