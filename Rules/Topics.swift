/// The ids of the rules about each topic: those in one folder of this module. A test holds the two against each other.
public let topics: [String: [String]] = [
  "choices": [
    "comparison-count"
  ],
  "error-handling": [
    "dead-catcher", "dead-retrier", "misplaced-catch-all", "missing-catch", "missing-lambda-retry",
    "uncatchable-error", "unknown-states-error",
  ],
  "expressions": [
    "conflicting-template-keys", "evaluation-suffix-in-jsonata", "failing-intrinsic", "function-in-path",
    "half-delimited-jsonata", "invalid-intrinsic", "invalid-jsonata", "invalid-jsonata-call",
    "invalid-path", "jsonata-in-jsonpath", "missing-evaluation-suffix", "missing-jsonata-delimiters",
    "template-value-not-string", "unevaluated-result", "unsupported-jsonata-reference",
  ],
  "fields": [
    "conflicting-fields", "deprecated-field", "empty-container", "misplaced-field", "missing-field",
    "next-or-end", "number-out-of-range", "unknown-field", "unknown-option", "unknown-query-language",
    "unknown-state-type", "wrong-query-language", "wrong-value-type",
  ],
  "flow": [
    "choice-without-default", "duplicate-state-name", "endless-loop", "missing-transition-target",
    "no-terminal-state", "unreachable-state",
  ],
  "integrations": [
    "callback-without-timeout", "callback-without-token", "express-unsupported",
    "invalid-api-gateway-request", "invalid-credentials", "invalid-resource", "missing-parameters",
    "sdk-error-without-exception", "token-without-callback", "unlinked-nested-execution",
    "unsupported-integration-pattern", "wrong-error-prefix",
  ],
  "maps": [
    "distributed-only-field", "duplicate-label", "empty-item-batcher", "inert-map-field",
    "inline-map-concurrency", "invalid-item-reader", "invalid-label", "invalid-processor-config",
    "invalid-reader-config", "invalid-result-writer",
  ],
  "pipelines": [
    "branch-dependency", "conflicting-pipeline-fields", "constant-comparison", "default-outside-enum",
    "dependency-cycle", "dependency-on-fail", "duplicate-pipeline-parameter", "duplicate-step-name",
    "empty-branches", "empty-conditions", "empty-pipeline", "fail-without-reason", "hard-coded-step-output",
    "incomplete-step-property", "invalid-auto-ml-mode", "invalid-cache-duration", "invalid-emr-cluster",
    "invalid-enum-values", "invalid-image-uri", "invalid-kms-key", "invalid-pipeline-name",
    "invalid-pipeline-reference", "invalid-property-file-reference", "invalid-s3-uri", "invalid-step-arn",
    "misplaced-loop-reference", "misplaced-step", "missing-approval-status", "missing-pipeline-field",
    "missing-step-argument", "mixed-accounts", "mixed-regions", "other-branch-dependency",
    "pipeline-number-out-of-range", "rejected-argument", "step-argument-out-of-bounds",
    "too-many-pipeline-parameters", "undeclared-step-output", "unknown-condition-type",
    "unknown-execution-variable", "unknown-pipeline-field", "unknown-pipeline-option",
    "unknown-pipeline-parameter", "unknown-step", "unknown-step-argument", "unknown-step-argument-value",
    "unknown-step-property", "unknown-step-type", "unsupported-retry-exception",
    "unused-pipeline-parameter", "wrong-parameter-default", "wrong-pipeline-value", "wrong-step-argument",
  ],
  "portability": [
    "bridging-pipeline", "sagemaker-only-machine",
  ],
  "quotas": [
    "definition-too-large", "state-name-too-long",
  ],
  "suppressions": [
    "suppression-without-reason", "unused-suppression",
  ],
  "templates": [
    "invalid-definition-file", "missing-definition-file", "unknown-substitution",
    "unread-definition-file", "unused-substitution",
  ],
  "text": [
    "duplicate-key", "foreign-template", "invalid-encoding", "invalid-json", "invalid-yaml",
    "nesting-too-deep", "surprising-number",
  ],
  "timing": [
    "heartbeat-not-below-timeout", "invalid-timestamp", "job-without-timeout", "retry-outlasts-execution",
    "unreachable-timeout", "wait-outlasts-execution",
  ],
  "variables": [
    "invalid-variable-name", "map-item-outside-map", "maybe-unassigned-variable",
    "outer-variable-in-distributed-map", "reserved-variable-name", "shadowed-variable",
    "unassigned-variable", "unknown-context-field",
  ],
]
