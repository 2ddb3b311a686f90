import Diagnostics
import Syntax
import Workflows

/// Retry policies and caches, those that are there and new ones.
let pipelinePolicyOperators: [Operator] = [
  Operator(pipeline: "misspelt-exception-type", .refused, "5") { original in
    let present = original.pipeline.retryPolicies.compactMap {
      original.pipeline.value(.exceptionType, of: $0)
    }
    .flatMap { original.tree.kind($0) == .array ? original.tree.elements($0) : [$0] }
    return present.flatMap { type in
      misspellings(of: original.tree.text(type)).map { original.replacing(type, with: quoted($0)) }
    }
      + newPolicies(
        in: original,
        [
          #""ExceptionType": ["Step.SERVICE_FALT"], "MaxAttempts": 2"#,
          #""ExceptionType": ["Step.Throttling"], "MaxAttempts": 2"#,
          #""ExceptionType": "Sagemaker.CAPACITY_ERROR", "MaxAttempts": 2"#,
        ])
  },
  // It may be newer than the tables.
  policy(
    "exception-type-that-nobody-knows", level: .warning,
    #""ExceptionType": ["Zebra.GRAZED"], "MaxAttempts": 2"#),
  policy("policy-without-exception-type", #""MaxAttempts": 2"#),
  policy("too-many-attempts", #""ExceptionType": ["Step.THROTTLING"], "MaxAttempts": 21"#),
  policy("too-long-interval", #""ExceptionType": ["Step.THROTTLING"], "IntervalSeconds": 43201"#),
  policy("negative-backoff", #""ExceptionType": ["Step.THROTTLING"], "BackoffRate": -1"#),
  policy("text-for-attempts", #""ExceptionType": ["Step.THROTTLING"], "MaxAttempts": "many""#),
  // The guide says so, but SDK 2 writes both.
  policy(
    "attempts-and-expiry", level: .warning,
    #""ExceptionType": ["Step.THROTTLING"], "MaxAttempts": 2, "ExpireAfterMin": 5"#),

  Operator(pipeline: "malformed-expiry", .refused, "5") { original in
    ["1 hour", "PT", "P", "1h30", "P1H", "PT1D", "P-1D", ""].flatMap { duration in
      caches(in: original, "\"Enabled\": true, \"ExpireAfter\": \(quoted(duration))")
    }
  },
  Operator(pipeline: "expiry-that-is-no-text", .refused, "5") { original in
    ["30", "true", "{}"].flatMap { caches(in: original, "\"Enabled\": true, \"ExpireAfter\": \($0)") }
  },
  Operator(pipeline: "cache-without-enabled", .refused, "5") { original in
    caches(in: original, #""ExpireAfter": "P30D""#)
  },
  Operator(pipeline: "enabled-that-is-no-boolean", .refused, "5") { original in
    [#""yes""#, "1", "[]"].flatMap { caches(in: original, "\"Enabled\": \($0), \"ExpireAfter\": \"P30D\"") }
  },

  Operator(pipeline: "new-cache", .accepted, "5") { original in
    ["P30D", "PT1H", "P1Y2M10DT2H30M", "30d", "T16m"].flatMap { duration in
      caches(in: original, "\"Enabled\": true, \"ExpireAfter\": \(quoted(duration))")
    }
  },
  Operator(pipeline: "new-policy", .accepted, "5") { original in
    newPolicies(
      in: original,
      [
        #""ExceptionType": ["Step.SERVICE_FAULT", "Step.THROTTLING"], "BackoffRate": 1.5"#,
        #""ExceptionType": ["Step.THROTTLING"], "MaxAttempts": 20"#,
        #""ExceptionType": ["Step.SERVICE_FAULT"], "ExpireAfterMin": 14400"#,
      ])
  },
]

private func policy(_ name: String, level: Severity = .error, _ members: String) -> Operator {
  Operator(pipeline: name, .refused, "5", level: level) { newPolicies(in: $0, [members]) }
}

/// Puts policies into steps that may have some.
private func newPolicies(in original: PipelineOriginal, _ policies: [String]) -> [Mutation] {
  original.steps(lacking: .retryPolicies).flatMap { step in
    policies.map { original.inserting("\"RetryPolicies\": [{ \($0) }]", into: step.node) }
  }
}

/// Puts a cache into steps that may have one, or in the place of the one that they have.
private func caches(in original: PipelineOriginal, _ members: String) -> [Mutation] {
  original.steps().filter { PipelineFieldTable.specification(.cacheConfig, in: .step($0.type)) != nil }.map {
    original.setting(.cacheConfig, to: "{ \(members) }", in: $0)
  }
}
