import Workflows

/// Numbers outside the range that AWS takes.
let numberOperators: [Operator] = [
  number("task-timeout", .timeoutSeconds, ["0", "-1", "100000000", "1.5"], unless: .timeoutSecondsPath),
  number(
    "task-heartbeat", .heartbeatSeconds, ["0", "-1", "100000000", "1.5"], unless: .heartbeatSecondsPath),
  number("max-concurrency", .maxConcurrency, ["-1", "1.5"], unless: .maxConcurrencyPath),
  number(
    "tolerated-failure-percentage", .toleratedFailurePercentage, ["-1", "101"],
    unless: .toleratedFailurePercentagePath),

  Operator("wait-seconds-out-of-range", .refused, "1.4") { original in
    original.states(.wait).flatMap { state in
      ["-1", "100000000", "1.5"].compactMap { value in
        waitingTime(of: state, original).map { Mutation(original.exchange($0, for: "\"Seconds\": \(value)")) }
      }
    }
  },
  Operator("machine-timeout-that-is-no-integer", .refused, "1.1") { original in
    [quoted("60"), "1.5", "true"].map {
      original.setting(.timeoutSeconds, to: $0, in: original.machine.scopes[0])
    }
  },

  retrier("interval-seconds", "IntervalSeconds", ["-1", "100000000", "1.5", "\"2\""]),
  retrier("max-attempts", "MaxAttempts", ["-1", "100000000", "1.5", "\"2\""]),
  retrier("backoff-rate", "BackoffRate", ["0.5", "0", "-2", "\"2.0\""]),
  retrier("max-delay-seconds", "MaxDelaySeconds", ["0", "31622401", "-5"]),
  retrier("jitter-strategy", "JitterStrategy", ["\"Full\"", "\"full\"", "\"EQUAL\"", "true"]),
  retrier("retry-expression", "MaxAttempts", ["\"{% 2 %}\""], section: "4"),
]

private func number(
  _ name: String, _ field: Field, _ values: [String], unless path: Field
) -> Operator {
  Operator("\(name)-out-of-range", .refused, "1.4") { original in
    let kind: StateType = field == .timeoutSeconds || field == .heartbeatSeconds ? .task : .map
    return original.states(kind).filter { !$0.fields.present.contains(path) }.flatMap { state in
      values.map { original.setting(field, to: $0, in: state) }
    }
  }
}

private func retrier(
  _ name: String, _ field: String, _ values: [String], section: String = "1.4"
) -> Operator {
  Operator("\(name)-out-of-range", .refused, section) { original in
    values.flatMap { retryMutations(original, "\"\(field)\": \($0)") }
  }
}

/// Gives the retriers that are there another field, and states without `Retry` one with it.
func retryMutations(_ original: Original, _ member: String) -> [Mutation] {
  let name = member.split(separator: "\"").first.map(String.init) ?? ""
  let retriers = original.machine.retriers.map { retrier in
    if let row = original.machine.fields(of: retrier).first(where: { $0.field.name == name }) {
      return Mutation(original.exchange(row, for: member))
    }
    return original.inserting(member, into: retrier.node)
  }
  return retriers
    + original.states(lacking: .retry).map {
      original.inserting(#""Retry": [ { "ErrorEquals": [ "States.Timeout" ], \#(member) } ]"#, into: $0.node)
    }
}
