/// Sections 1.7, 1.12, 2, 3 and 4: choice rules, query languages and expressions.
let expressionAnswers: [RecordedAnswer] =
  [
    RecordedAnswer(
      "The object must have only one of the following fields, [And, Or, Not, Variable, Condition] (none)",
      rule: "missing-field", words: ["Variable"], refused: choice(#"{ "StringEquals": "a", "Next": "B" }"#),
      accepted: choice(#"{ "Variable": "$.a", "StringEquals": "a", "Next": "B" }"#)),
    RecordedAnswer(
      "The object must have only one of the following fields, [And, Or, Not, Variable, Condition] (two)",
      rule: "conflicting-fields", words: ["Not", "And"],
      refused: choice(
        #"{ "Not": { "Variable": "$.a", "IsNull": true }, "And": [ { "Variable": "$.a", "IsNull": true } ], "Next": "B" }"#
      ),
      accepted: choice(#"{ "Not": { "Variable": "$.a", "IsNull": true }, "Next": "B" }"#)),
    RecordedAnswer(
      "Field 'Next' is not supported (nested rule)", rule: "misplaced-field", words: ["Next"],
      refused: choice(#"{ "And": [ { "Variable": "$.a", "IsNull": true, "Next": "B" } ], "Next": "B" }"#),
      accepted: choice(#"{ "And": [ { "Variable": "$.a", "IsNull": true } ], "Next": "B" }"#)),
    RecordedAnswer(
      "These fields are required: [Next]", rule: "missing-field", words: ["Next"],
      refused: choice(#"{ "Variable": "$.a", "IsNull": true }"#),
      accepted: choice(#"{ "Variable": "$.a", "IsNull": true, "Next": "B" }"#)),
    RecordedAnswer(
      "There should only be one of the following fields (comparisons)", rule: "comparison-count",
      refused: choice(#"{ "Variable": "$.a", "IsNull": true, "IsPresent": true, "Next": "B" }"#),
      accepted: choice(#"{ "Variable": "$.a", "IsNull": true, "Next": "B" }"#)),
    RecordedAnswer(
      "Expected value of type …", rule: "wrong-value-type", words: ["NumericEquals"],
      refused: choice(#"{ "Variable": "$.a", "NumericEquals": "5", "Next": "B" }"#),
      accepted: choice(#"{ "Variable": "$.a", "NumericEquals": 5, "Next": "B" }"#)),
    RecordedAnswer(
      "Value is not a Reference Path: Reference path didn't start with '$'", rule: "invalid-path",
      words: ["$"],
      refused: choice(#"{ "Variable": "a", "IsNull": true, "Next": "B" }"#),
      accepted: choice(#"{ "Variable": "$.a", "IsNull": true, "Next": "B" }"#)),
    RecordedAnswer(
      "Value must be a valid JSONPath.", rule: "invalid-path", words: ["$"],
      refused: single("Pass", #""InputPath": "a""#), accepted: single("Pass", #""InputPath": "$.a""#)),
    RecordedAnswer(
      "Value is not a Reference Path (wildcard)", rule: "invalid-path",
      refused: single("Pass", #""ResultPath": "$.a[*]""#),
      accepted: single("Pass", #""OutputPath": "$.a[*]""#)),
    RecordedAnswer(
      "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call",
      rule: "invalid-intrinsic", refused: single("Pass", #""Parameters": { "a.$": "text" }"#),
      accepted: single("Pass", #""Result": { "a.$": "text" }"#)),
    RecordedAnswer(
      "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call (escape)",
      rule: "invalid-intrinsic",
      refused: single("Pass", #""Parameters": { "a.$": "States.StringToJson('\\\"')" }"#),
      accepted: single("Pass", #""Parameters": { "a.$": "States.StringToJson('\\'')" }"#)),
    RecordedAnswer(
      "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call (JsonMerge)",
      rule: "invalid-intrinsic",
      refused: single("Pass", #""Parameters": { "a.$": "States.JsonMerge($.a, $.b, 'false')" }"#),
      accepted: single("Pass", #""Parameters": { "a.$": "States.JsonMerge($.a, $.b, false)" }"#)),
    RecordedAnswer(
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
      rule: "unknown-query-language", words: ["JSONPath", "JSONata"],
      refused: single("Pass", #""QueryLanguage": "JSONPath""#, machine: jsonata),
      accepted: single("Pass", #""QueryLanguage": "JSONata""#, machine: jsonata)),
    RecordedAnswer(
      "Value should be one of the following: [JSONPath, JSONata]", rule: "unknown-query-language",
      words: ["JSONata"], refused: single("Pass", #""QueryLanguage": "jsonata""#),
      accepted: single("Pass", #""QueryLanguage": "JSONata""#)),
    RecordedAnswer(
      "The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage",
      rule: "wrong-query-language", words: ["InputPath", "JSONata", "JSONPath"],
      refused: single("Pass", #""InputPath": "$.a""#, machine: jsonata),
      accepted: single("Pass", #""Output": 1"#, machine: jsonata)),
  ]

let jsonataAnswers: [RecordedAnswer] = [
  RecordedAnswer(
    "JSONata string must start with {% and end with %}", rule: "half-delimited-jsonata",
    refused: output("{% 1"), accepted: output("{%1%}")),
  RecordedAnswer(
    "Unexpected end of expression", code: "INVALID_JSONATA_EXPRESSION", rule: "invalid-jsonata",
    refused: output("{% %}"), accepted: output("{% '' %}")),
  RecordedAnswer(
    "Syntax error: \"=\"", code: "INVALID_JSONATA_EXPRESSION", rule: "invalid-jsonata",
    refused: output("{% 1 == 1 %}"), accepted: output("{% 1 = 1 %}")),
  RecordedAnswer(
    "Reference to 'phone' at the top level is not supported.", code: "UNSUPPORTED_JSONATA_EXPRESSION",
    rule: "unsupported-jsonata-reference", words: ["phone"], refused: output("{% phone %}"),
    accepted: output("{% $states.input.phone %}")),
  RecordedAnswer(
    "Reference to 'b' at the top level is not supported. (in a lambda)",
    code: "UNSUPPORTED_JSONATA_EXPRESSION",
    rule: "unsupported-jsonata-reference", words: ["b"],
    refused: output("{% $map([1], function($v) { b }) %}"),
    accepted: output("{% $map([1], function($v) { $v }) %}")),
  RecordedAnswer(
    "Reference to '$$' is not supported.", code: "UNSUPPORTED_JSONATA_EXPRESSION",
    rule: "unsupported-jsonata-reference", words: ["$$"], refused: output("{% $$.a %}"),
    accepted: output("{% $states.input[a = 1].b %}")),
  RecordedAnswer(
    "Field '$states.errorOutput' does not exist.", code: "UNSUPPORTED_JSONATA_EXPRESSION",
    rule: "unsupported-jsonata-reference", words: ["$states.errorOutput"],
    refused: output("{% $states.errorOutput.Error %}"),
    accepted: task(
      #""Catch": [ { "ErrorEquals": [ "Slow" ], "Next": "A", "Output": "{% $states.errorOutput.Error %}" } ]"#,
      machine: jsonata)),
  RecordedAnswer(
    "Field '$states.result' does not exist.", code: "UNSUPPORTED_JSONATA_EXPRESSION",
    rule: "unsupported-jsonata-reference", words: ["$states.result"],
    refused: task(#""Arguments": { "a": "{% $states.result %}" }"#, machine: jsonata),
    accepted: task(#""Output": { "a": "{% $states.result %}" }"#, machine: jsonata)),
]

let variableAnswers: [RecordedAnswer] = [
  RecordedAnswer(
    "the variable name contains invalid characters.", code: "INVALID_VARIABLE_NAME",
    rule: "invalid-variable-name",
    words: ["a.b"], refused: single("Pass", #""Assign": { "a.b": 1 }"#),
    accepted: single("Pass", #""Assign": { "ab.$": "$.a" }"#)),
  RecordedAnswer(
    "Cannot assign to reserved variable '$states'.", code: "RESERVED_VARIABLE_NAME",
    rule: "reserved-variable-name", words: ["states"], refused: single("Pass", #""Assign": { "states": 1 }"#),
    accepted: single("Pass", #""Assign": { "state": 1 }"#)),
]

/// A JSONata machine of one Pass with this Output.
private func output(_ expression: String) -> String {
  single("Pass", #""Output": { "v": "\#(expression)" }"#, machine: jsonata)
}
