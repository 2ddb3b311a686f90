/// Sections 1.3, 1.4, 1.6 and 1.10: the fields of states.
let fieldAnswers: [RecordedAnswer] =
  [
    exclusion("TimeoutSeconds", "5", "TimeoutSecondsPath", in: { task($0) }),
    exclusion("HeartbeatSeconds", "5", "HeartbeatSecondsPath", in: { task($0) }),
    exclusion("MaxConcurrency", "5", "MaxConcurrencyPath", in: { map($0) }),
    exclusion(
      "ToleratedFailurePercentage", "5", "ToleratedFailurePercentagePath",
      in: { map($0, processor: distributed) }),
    exclusion("Error", #""E""#, "ErrorPath", in: fail),
    exclusion("Cause", #""E""#, "CausePath", in: fail),
    RecordedAnswer(
      "There should only be one of the following fields: [ItemProcessor, Iterator]",
      rule: "conflicting-fields",
      words: ["ItemProcessor", "Iterator"],
      refused: map(#""Iterator": { "StartAt": "N", "States": { "N": { "Type": "Succeed" } } }"#),
      accepted: map("")),
    RecordedAnswer(
      "There should only be one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp]",
      rule: "conflicting-fields", words: ["Seconds", "Timestamp"],
      refused: single("Wait", #""Seconds": 5, "Timestamp": "2030-01-01T00:00:00Z""#),
      accepted: single("Wait", #""Timestamp": "2030-01-01T00:00:00Z""#)),
    RecordedAnswer(
      "There should only be one of the following fields: [SecondsPath, Seconds, …] (none)",
      rule: "missing-field",
      words: ["Seconds", "Timestamp", "SecondsPath", "TimestampPath"],
      refused: single("Wait", #""Comment": """#),
      accepted: single("Wait", #""SecondsPath": "$.a""#)),
  ] + numbers + [
    RecordedAnswer(
      "Expected value of type Integer", rule: "wrong-value-type", words: ["TimeoutSeconds"],
      refused: task(#""TimeoutSeconds": "5""#), accepted: task(#""TimeoutSeconds": 5"#)),
    RecordedAnswer(
      "String does not match RFC3339 timestamp (no T)", rule: "invalid-timestamp",
      refused: single("Wait", #""Timestamp": "2030-01-01 00:00:00Z""#),
      accepted: single("Wait", #""Timestamp": "2030-01-01T00:00:00Z""#)),
    RecordedAnswer(
      "String does not match RFC3339 timestamp (no zone)", rule: "invalid-timestamp",
      refused: single("Wait", #""Timestamp": "2030-01-01T00:00:00""#),
      accepted: single("Wait", #""Timestamp": "2030-01-01T00:00:00.123456789Z""#)),
    RecordedAnswer(
      "Value should be one of the following: [FULL, NONE]", rule: "unknown-option", words: ["FULL", "NONE"],
      refused: retry(#""JitterStrategy": "HALF""#), accepted: retry(#""JitterStrategy": "NONE""#)),
    RecordedAnswer(
      "Value is not a valid resource ARN", rule: "invalid-resource", words: ["my-function"],
      refused: single("Task", #""Resource": "my-function""#),
      accepted: single("Task", #""Resource": "\#(lambda)""#)),
    RecordedAnswer(
      "The field 'RoleArn' is required but was missing", rule: "invalid-credentials", words: ["RoleArn"],
      refused: task(#""Credentials": {}"#), accepted: task(#""Credentials": { "RoleArn.$": "$.a" }"#)),
    RecordedAnswer(
      "The field 'Credentials' is not supported for activities", rule: "invalid-credentials",
      words: ["Credentials"],
      refused: single(
        "Task",
        #""Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "TimeoutSeconds": 5, "Credentials": { "RoleArn": "r" }"#
      ),
      accepted: single(
        "Task", #""Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "TimeoutSeconds": 5"#)),
    RecordedAnswer(
      "Value cannot be empty (ErrorEquals)", rule: "empty-container", words: ["ErrorEquals"],
      refused: task(#""Retry": [ { "ErrorEquals": [] } ]"#), accepted: task(#""Retry": [], "Catch": []"#)),
    RecordedAnswer(
      "States.ALL must appear alone and at end of list (not alone)", rule: "misplaced-catch-all",
      words: ["States.ALL"], refused: task(#""Retry": [ { "ErrorEquals": [ "States.ALL", "Slow" ] } ]"#),
      accepted: task(#""Retry": [ { "ErrorEquals": [ "Slow" ] }, { "ErrorEquals": [ "States.ALL" ] } ]"#)),
    RecordedAnswer(
      "States.ALL must appear alone and at end of list (not last)", rule: "misplaced-catch-all",
      words: ["States.ALL"],
      refused: task(
        #""Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "A" }, { "ErrorEquals": [ "Slow" ], "Next": "A" } ]"#
      ),
      accepted: task(
        #""Catch": [ { "ErrorEquals": [ "States.TaskFailed", "Slow" ], "Next": "A" }, { "ErrorEquals": [ "Slower" ], "Next": "A" } ]"#
      )),
    RecordedAnswer(
      "Field 'TimeoutSeconds' is not supported (Parallel)", rule: "misplaced-field",
      words: ["TimeoutSeconds"],
      refused: single(
        "Parallel",
        #""TimeoutSeconds": 5, "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } ]"#),
      accepted: task(#""TimeoutSeconds": 5"#)),
  ]

private let numbers: [RecordedAnswer] = [
  number("Minimum value is 1", { task($0) }, "TimeoutSeconds", "0", "1"),
  number("Maximum value is 99999999", { task($0) }, "TimeoutSeconds", "100000000", "99999999"),
  number("Minimum value is 1", { task($0) }, "HeartbeatSeconds", "0", "1"),
  number("Minimum value is 0", { single("Wait", $0) }, "Seconds", "-1", "0"),
  number("Maximum value is 99999999", { single("Wait", $0) }, "Seconds", "100000000", "99999999"),
  number("Minimum value is 0", retry, "IntervalSeconds", "-1", "0"),
  number("Minimum value is 0", retry, "MaxAttempts", "-1", "0"),
  number("Minimum value is 1.0", retry, "BackoffRate", "0.9", "1.0"),
  number("Minimum value is 1", retry, "MaxDelaySeconds", "0", "1"),
  number("Maximum value is 31622400", retry, "MaxDelaySeconds", "31622401", "31622400"),
  number("Minimum value is 0", { map($0) }, "MaxConcurrency", "-1", "0"),
  number(
    "Maximum value is 100", { map($0, processor: distributed) }, "ToleratedFailurePercentage", "101", "100"),
]

private func number(
  _ message: String, _ definition: (String) -> String, _ field: String, _ refused: String, _ accepted: String
) -> RecordedAnswer {
  RecordedAnswer(
    message, rule: "number-out-of-range", words: [field, refused],
    refused: definition("\"\(field)\": \(refused)"), accepted: definition("\"\(field)\": \(accepted)"))
}

private func exclusion(
  _ field: String, _ value: String, _ other: String, in definition: (String) -> String
) -> RecordedAnswer {
  RecordedAnswer(
    "There should only be one of the following fields: [\(field), \(other)]", rule: "conflicting-fields",
    words: [field, other], refused: definition("\"\(field)\": \(value), \"\(other)\": \"$.a\""),
    accepted: definition("\"\(other)\": \"$.a\""))
}

private func retry(_ fields: String) -> String {
  task(#""Retry": [ { "ErrorEquals": [ "Slow" ], \#(fields) } ]"#)
}

private func fail(_ fields: String) -> String { machine(#""A": { "Type": "Fail", \#(fields) }"#) }
