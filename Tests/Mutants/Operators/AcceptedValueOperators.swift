import Syntax
import Workflows

/// Fields that say what holds without them, and numbers at the ends of their ranges.
let acceptedValueOperators: [Operator] = [
  Operator("empty-retry-and-catch", .accepted, "1.10") { original in
    original.states(lacking: .retry).map { original.inserting(#""Retry": []"#, into: $0.node) }
      + original.states(lacking: .catch).map { original.inserting(#""Catch": []"#, into: $0.node) }
  },
  Operator("default-paths", .accepted, "1.2") { original in
    [Field.inputPath, .outputPath, .resultPath].flatMap { field in
      original.states(lacking: field).map { original.inserting("\"\(field.name)\": \"$\"", into: $0.node) }
    }
  },
  Operator("null-paths", .accepted, "2.1") { original in
    [Field.inputPath, .outputPath, .resultPath].flatMap { field in
      original.states(lacking: field).map { original.inserting("\"\(field.name)\": null", into: $0.node) }
    }
  },
  Operator("the-version", .accepted, "1.1") { original in
    [original.setting(.version, to: quoted("1.0"), in: original.machine.scopes[0])]
  },
  Operator("timeout-of-the-machine", .accepted, "1.1") { original in
    ["0", "99999999"].map { original.setting(.timeoutSeconds, to: $0, in: original.machine.scopes[0]) }
  },
  Operator("language-said-outright", .accepted, "1.12") { original in
    original.states(lacking: .queryLanguage).map {
      original.inserting("\"QueryLanguage\": \(quoted($0.language.name))", into: $0.node)
    }
  },
  limits(
    "task-timeout-at-its-limits", .task, .timeoutSeconds, ["1", "99999999"], unless: .timeoutSecondsPath),
  limits(
    "task-heartbeat-at-its-limits", .task, .heartbeatSeconds, ["1", "99999998"], unless: .heartbeatSecondsPath
  ),
  limits(
    "max-concurrency-at-its-limits", .map, .maxConcurrency, ["0", "1", "40"], unless: .maxConcurrencyPath),
  Operator("wait-at-its-limits", .accepted, "1.4") { original in
    original.states(.wait).flatMap { state in
      [
        #""Seconds": 0"#, #""Seconds": 299"#, #""Timestamp": "2026-01-01T00:00:00.123456789Z""#,
        #""Timestamp": "2026-01-01T00:00:00+05:30""#, #""Timestamp": "2024-02-29T23:59:59Z""#,
      ].compactMap { text in
        waitingTime(of: state, original).map { Mutation(original.exchange($0, for: text)) }
      }
    }
  },
  Operator("retrier-at-its-limits", .accepted, "1.4", remarks: ["retry-outlasts-execution"]) { original in
    [
      #""IntervalSeconds": 0"#, #""IntervalSeconds": 99999999"#, #""MaxAttempts": 0"#,
      #""MaxAttempts": 99999999"#,
      #""BackoffRate": 1"#, #""BackoffRate": 1.0"#, #""BackoffRate": 100.5"#, #""MaxDelaySeconds": 31622400"#,
      #""JitterStrategy": "FULL""#, #""JitterStrategy": "NONE""#,
    ].flatMap { retryMutations(original, $0) }
  },
  Operator("new-error-names", .accepted, "1.11") { original in
    original.states(lacking: .retry).flatMap { state in
      ["Custom.Error", "lower case", "é"].map {
        original.inserting("\"Retry\": [ { \"ErrorEquals\": [ \(quoted($0)) ] } ]", into: state.node)
      }
    }
  },
  // Whoever else may raise it is not to be seen.
  Operator("own-error-that-begins-as-those-of-aws", .accepted, "1.11", remarks: ["unknown-states-error"]) {
    original in
    original.states(lacking: .retry).map {
      original.inserting(#""Retry": [ { "ErrorEquals": [ "States.QuorumMet" ] } ]"#, into: $0.node)
    }
  },
  Operator("catch-all", .accepted, "1.10", remarks: ["dead-catcher", "maybe-unassigned-variable"]) {
    original in
    original.states(lacking: .catch).compactMap { state in
      guard let next = original.machine.transitions(of: state).first else { return nil }
      let catchers = ["States.TaskFailed", "States.ALL"].map { error in
        "{ \"ErrorEquals\": [ \(quoted(error)) ], \"Next\": \(original.spelling(next.name)) }"
      }
      return original.inserting("\"Catch\": [ \(catchers.joined(separator: ", ")) ]", into: state.node)
    }
  },
  Operator("resource-of-another-partition", .accepted, "6") { original in
    original.values(of: .resource).filter { original.tree.text($0).hasPrefix("arn:aws:") }.flatMap {
      resource in
      ["arn:aws-cn:", "arn:aws-us-gov:", "arn:aws-iso:"].map {
        original.replacing(resource, with: original.spelling(resource).replacing("arn:aws:", with: $0))
      }
    }
  },
  Operator("template-syntax-in-a-result", .accepted, "1.5") { original in
    original.states(.pass, in: .jsonPath).flatMap { state in
      [#"{ "a.$": "just a text" }"#, #"{ "a": "$.b[", "c.$": 5 }"#, #""States.Foo(""#].map {
        original.setting(.result, to: $0, in: state)
      }
    }
  },
]

private func limits(
  _ name: String, _ type: StateType, _ field: Field, _ values: [String], unless path: Field
) -> Operator {
  Operator(
    name, .accepted, "1.4", remarks: ["heartbeat-not-below-timeout", "unreachable-timeout"]
  ) { original in
    original.states(type).filter { !$0.fields.present.contains(path) }.flatMap { state in
      values.map { original.setting(field, to: $0, in: state) }
    }
  }
}
