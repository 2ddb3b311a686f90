import Linting
import Testing

/// What AWS was recorded to say of a definition, and a definition near it to which it said nothing.
///
/// The answers come from `ValidateStateMachineDefinition` and `CreateStateMachine` as their sources quote them: the
/// rules of cdk-preflight (measured on 2026-09-05), issues and tests of floci (2026-08 and 2026-09), and LocalStack's
/// snapshots (2025-10 to 2026-03).
struct RecordedAnswer: Sendable, CustomTestStringConvertible {
  /// The code of the answer, and its message, shortened.
  let code: String
  let message: String
  /// The rule that says so before AWS does.
  let rule: String
  let refused: String
  let accepted: String
  /// Words of the answer that our finding has to hold as well.
  let words: [String]
  let machineType: MachineType

  var testDescription: String { "\(rule): \(message)" }

  init(
    _ message: String, code: String = "SCHEMA_VALIDATION_FAILED", rule: String, words: [String] = [],
    on machineType: MachineType = .standard, refused: String, accepted: String
  ) {
    self.code = code
    self.message = message
    self.rule = rule
    self.refused = refused
    self.accepted = accepted
    self.words = words
    self.machineType = machineType
  }
}

/// A machine of these states, written as members of an object; the first is called `A`.
func machine(_ states: String, _ fields: String = "") -> String {
  "{ \(fields.isEmpty ? "" : fields + ", ")\"StartAt\": \"A\", \"States\": { \(states) } }"
}

/// A machine of one state with these fields, which ends.
func single(_ type: String, _ fields: String, machine machineFields: String = "") -> String {
  machine(#""A": { "Type": "\#(type)", \#(fields), "End": true }"#, machineFields)
}

/// A machine of one Task that calls a Lambda function.
func task(_ fields: String, machine machineFields: String = "") -> String {
  single("Task", #""Resource": "\#(lambda)", \#(fields)"#, machine: machineFields)
}

/// A machine of one Choice with these rules, all of whose targets are `B`.
func choice(_ rules: String, machine machineFields: String = "") -> String {
  machine(
    #""A": { "Type": "Choice", "Choices": [ \#(rules) ], "Default": "B" }, "B": { "Type": "Succeed" }"#,
    machineFields)
}

/// A machine of one Map with these fields; its processor has these as well.
func map(_ fields: String, processor: String = "", machine machineFields: String = "") -> String {
  let inner = processor.isEmpty ? "" : processor + ", "
  let processor = #"{ \#(inner)"StartAt": "M", "States": { "M": { "Type": "Pass", "End": true } } }"#
  let outer = fields.isEmpty ? "" : fields + ", "
  return machine(
    #""A": { "Type": "Map", \#(outer)"ItemProcessor": \#(processor), "End": true }"#, machineFields)
}

let lambda = "arn:aws:lambda:eu-west-1:123456789012:function:f"
let jsonata = #""QueryLanguage": "JSONata""#
let distributed = #""ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }"#
