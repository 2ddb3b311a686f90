import SourceText
import Syntax
import Workflows

@testable import Diagrams

/// Definitions that the tests draw.
enum Samples {
  static func machine(_ text: String) -> StateMachine {
    let tree = SyntaxTree.read(SourceFile(path: "test.asl.json", text: text), as: .json)
    return StateMachine(tree, root: tree.roots[0])
  }

  static func diagram(_ text: String, engine: DrawingEngine = .automatic) -> Diagram {
    Diagram(machine: machine(text), title: "Test", engine: engine)
  }

  /// A loop, nested containers, errors caught on a task and on a container, a missing target, an unreached
  /// state.
  static let order = """
    { "StartAt": "Validate", "States": {
      "Validate": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 30,
        "Retry": [ { "ErrorEquals": [ "States.ALL" ], "MaxAttempts": 6 } ],
        "Catch": [ { "ErrorEquals": [ "InvalidOrder" ], "Next": "Reject" } ], "Next": "In stock?" },
      "In stock?": { "Type": "Choice", "Default": "Reject", "Choices": [
        { "Variable": "$.stock", "NumericGreaterThan": 0, "Next": "Fulfil" },
        { "Variable": "$.backorder", "BooleanEquals": true, "Next": "Wait" } ] },
      "Wait": { "Type": "Wait", "Seconds": 3600, "Next": "In stock?" },
      "Fulfil": { "Type": "Parallel", "Next": "Gone",
        "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Reject" } ],
        "Branches": [
          { "StartAt": "Charge", "States": { "Charge": { "Type": "Task", "End": true,
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 600 } } },
          { "StartAt": "Pack", "States": { "Pack": { "Type": "Map", "End": true, "ItemsPath": "$.items",
            "MaxConcurrency": 10, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" },
              "StartAt": "Label", "States": { "Label": { "Type": "Pass", "End": true } } } } } } ] },
      "Reject": { "Type": "Fail", "Error": "Rejected" },
      "Forgotten": { "Type": "Pass", "Next": "In stock?" } } }
    """

  /// A chain of states that all catch into one handler.
  static func chain(_ count: Int, catching: Bool) -> String {
    let states = (0..<count).map { index in
      let next = index + 1 < count ? #""Next": "S\#(index + 1)""# : #""End": true"#
      let handler = catching ? #", "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "H" } ]"# : ""
      return #""S\#(index)": { "Type": "Task", "Resource": "r", \#(next)\#(handler) }"#
    }
    let handler = catching ? #", "H": { "Type": "Fail" }"# : ""
    return #"{ "StartAt": "S0", "States": { \#(states.joined(separator: ", "))\#(handler) } }"#
  }

  static let all = [
    order, chain(12, catching: true), chain(5, catching: true), "{}", #"{ "StartAt": "A", "States": {} }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "A" } } }"#,
    #"{ "States": { "A": { "Type": "Odd", "Next": "B" }, "B": { "Next": "${Later}" }, "C": 7 } }"#,
    #"{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [ {}, { "StartAt": "X" } ] } } }"#,
    #"{ "StartAt": "a\u0001<\"'&]]>🙂", "States": { "a\u0001<\"'&]]>🙂": { "Type": "Pass", "End": true } } }"#,
    """
    { "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [
      { "Variable": "$.n", "NumericEquals": 1, "Next": "A" },
      { "Variable": "$.n", "NumericEquals": 2, "Next": "B" },
      { "Variable": "$.n", "NumericEquals": 3, "Next": "B" } ], "Default": "B" }, "B": { "Type": "Succeed" } } }
    """,
  ]
}
