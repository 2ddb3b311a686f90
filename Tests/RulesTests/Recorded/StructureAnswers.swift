/// Sections 1.1 to 1.3: what holds states together.
let structureAnswers: [RecordedAnswer] = [
  RecordedAnswer(
    "These fields are required: [States, StartAt]", rule: "missing-field", words: ["States", "StartAt"],
    refused: #"{ "Comment": "nothing else" }"#,
    accepted: machine(#""A": { "Type": "Succeed" }"#)),
  RecordedAnswer(
    "Value should be one of the following: [1.0]", rule: "unknown-option", words: ["1.0"],
    refused: machine(#""A": { "Type": "Succeed" }"#, #""Version": "1.1""#),
    accepted: machine(#""A": { "Type": "Succeed" }"#, #""Version": "1.0""#)),
  RecordedAnswer(
    "Field 'Name' is not supported", rule: "misplaced-field", words: ["Retry"],
    refused: machine(#""A": { "Type": "Succeed" }"#, #""Retry": []"#),
    accepted: machine(#""A": { "Type": "Succeed" }"#, #""Comment": """#)),
  RecordedAnswer(
    "Field 'comment' is not supported", rule: "unknown-field", words: ["comment"],
    refused: machine(#""A": { "Type": "Succeed" }"#, #""comment": """#),
    accepted: machine(#""A": { "Type": "Succeed" }"#, #""Comment": """#)),
  RecordedAnswer(
    "Field 'QueryLanguage' is not supported (branch)", rule: "misplaced-field", words: ["QueryLanguage"],
    refused: machine(
      #""A": { "Type": "Parallel", "End": true, "Branches": [ { "QueryLanguage": "JSONPath", "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } ] }"#
    ),
    accepted: machine(
      #""A": { "Type": "Parallel", "End": true, "QueryLanguage": "JSONPath", "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } ] }"#
    )),
  RecordedAnswer(
    "Field 'QueryLanguage' is not supported (ItemProcessor)", rule: "misplaced-field",
    words: ["QueryLanguage"],
    refused: map("", processor: #""QueryLanguage": "JSONPath""#),
    accepted: map(#""QueryLanguage": "JSONPath""#)),
  RecordedAnswer(
    "Missing 'Next' target: X at /StartAt", code: "MISSING_TRANSITION_TARGET",
    rule: "missing-transition-target",
    words: ["X"], refused: #"{ "StartAt": "X", "States": { "A": { "Type": "Succeed" } } }"#,
    accepted: machine(#""A": { "Type": "Succeed" }"#)),
  RecordedAnswer(
    "Missing 'Next' target: X at /States/A/Next", code: "MISSING_TRANSITION_TARGET",
    rule: "missing-transition-target", words: ["X"],
    refused: machine(
      #""A": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "IsNull": true, "Next": "B" } ], "Default": "C" }, "B": { "Type": "Succeed" }, "C": { "Type": "Pass", "Next": "X" }"#
    ),
    accepted: machine(#""A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" }"#)),
  RecordedAnswer(
    "Missing 'Next' target: X at /States/A/Default", code: "MISSING_TRANSITION_TARGET",
    rule: "missing-transition-target", words: ["X"],
    refused: choice(#"{ "Variable": "$.a", "IsNull": true, "Next": "B" }"#)
      .replacing(#""Default": "B""#, with: #""Default": "X""#),
    accepted: choice(#"{ "Variable": "$.a", "IsNull": true, "Next": "B" }"#)),
  RecordedAnswer(
    "Missing 'Next' target: X at /States/A/Choices[0]/Next", code: "MISSING_TRANSITION_TARGET",
    rule: "missing-transition-target", words: ["X"],
    refused: choice(#"{ "Variable": "$.a", "IsNull": true, "Next": "X" }"#),
    accepted: choice(#"{ "Variable": "$.a", "IsNull": true, "Next": "B" }"#)),
  RecordedAnswer(
    "Missing 'Next' target: X at /States/A/Catch[0]/Next", code: "MISSING_TRANSITION_TARGET",
    rule: "missing-transition-target", words: ["X"],
    refused: task(#""Catch": [ { "ErrorEquals": [ "Slow" ], "Next": "X" } ]"#),
    accepted: task(#""Catch": [ { "ErrorEquals": [ "Slow" ], "Next": "A" } ]"#)),
  RecordedAnswer(
    "Missing 'Next' target: X at /States/A/ItemProcessor/StartAt", code: "MISSING_TRANSITION_TARGET",
    rule: "missing-transition-target", words: ["X"],
    refused: map("").replacing(#""StartAt": "M""#, with: #""StartAt": "X""#), accepted: map("")),
  RecordedAnswer(
    "State \"B\" is not reachable.", code: "MISSING_TRANSITION_TARGET", rule: "unreachable-state",
    words: ["B"],
    refused: machine(#""A": { "Type": "Succeed" }, "B": { "Type": "Succeed" }"#),
    accepted: machine(#""A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" }"#)),
  RecordedAnswer(
    "State \"N\" is not reachable. (in an ItemProcessor)", code: "MISSING_TRANSITION_TARGET",
    rule: "unreachable-state", words: ["N"],
    refused: map("").replacing(#""States": { "M":"#, with: #""States": { "N": { "Type": "Succeed" }, "M":"#),
    accepted: map("")),
  RecordedAnswer(
    "Workflow has no terminal state", code: "MISSING_END_STATE", rule: "no-terminal-state",
    refused: machine(#""A": { "Type": "Pass", "Next": "A" }"#),
    // Inside of a Map AWS does not look for an end; that its loop never ends is another rule's finding.
    accepted: machine(#""A": { "Type": "Pass", "End": true }"#)),
  RecordedAnswer(
    "Duplicate State name: A", code: "DUPLICATE_STATE_NAME", rule: "duplicate-state-name", words: ["A"],
    refused: map("").replacing(#""M""#, with: #""A""#), accepted: map("")),
  RecordedAnswer(
    "exceeds the 80-character limit allowed by the service", code: "INVALID_STATE_NAME",
    rule: "state-name-too-long", words: ["80"],
    refused: #"{ "StartAt": "\#(name(81))", "States": { "\#(name(81))": { "Type": "Succeed" } } }"#,
    accepted: #"{ "StartAt": "\#(name(80))", "States": { "\#(name(80))": { "Type": "Succeed" } } }"#),
  RecordedAnswer(
    "There should only be one of the following fields: [Next, End]", rule: "next-or-end",
    refused: machine(#""A": { "Type": "Pass", "Next": "B", "End": true }, "B": { "Type": "Succeed" }"#),
    accepted: machine(#""A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" }"#)),
  RecordedAnswer(
    "This object should have only one of the following fields: [Next, End]", rule: "next-or-end",
    refused: machine(#""A": { "Type": "Pass", "Comment": "" }"#),
    accepted: machine(#""A": { "Type": "Pass", "End": true }"#)),
  RecordedAnswer(
    "The field 'Type' should have one of these values: [Task, Wait, …]", rule: "unknown-state-type",
    words: ["Job"],
    refused: machine(#""A": { "Type": "Job", "End": true }"#),
    accepted: machine(#""A": { "Type": "Pass", "End": true }"#)
  ),
  RecordedAnswer(
    "Value cannot be empty (Branches)", rule: "empty-container", words: ["Branches"],
    refused: single("Parallel", #""Branches": []"#),
    accepted: single(
      "Parallel", #""Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } ]"#)),
  RecordedAnswer(
    "Value cannot be empty (Choices)", rule: "empty-container", words: ["Choices"], refused: choice(""),
    accepted: choice(#"{ "Variable": "$.a", "IsNull": true, "Next": "B" }"#)),
]

private func name(_ length: Int) -> String { String(repeating: "n", count: length) }
