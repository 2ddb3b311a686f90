import Linting
import Testing

/// What rules can be about, and which fields they find there.
@Suite struct ElementTests {
  private static let machine = """
    StartAt: A
    TimeoutSeconds: 9
    States:
      A:
        Type: Task
        Resource: arn:aws:states:::lambda:invoke
        Parameters: { FunctionName: f, Nested: { List: [ { Deep: 1 }, { Deep: 2 } ] }, Late.$: $.x }
        Retry: [ { ErrorEquals: [ States.Timeout ], MaxAttempts: 2 } ]
        Catch: [ { ErrorEquals: [ States.ALL ], Next: C } ]
        Next: B
      B:
        Type: Map
        ItemProcessor: { StartAt: I, States: { I: { Type: Wait, Seconds: 5, End: true } } }
        Next: C
      C: { Type: Choice, Choices: [ { Variable: $.x, IsPresent: true, Next: D } ], Default: E }
      D: { Type: Succeed }
      E: { Type: Fail, Error: x }
    """

  /// Each rule demands that its elements are not there.
  @Test(arguments: [
    ("state", ["A", "B", "C", "D", "E", "I"]), ("task", ["A"]), ("map", ["B"]), ("wait", ["I"]),
    ("choice", ["C"]),
    ("succeed", ["D"]), ("fail", ["E"]), ("pass", []), ("parallel", []), ("workflow", ["StartAt"]),
    ("transition", ["C", "B", "C", "D", "E"]), ("retrier", ["{"]), ("catcher", ["{"]), ("step", []),
    ("parameter", []),
    ("path:$.TimeoutSeconds", ["9"]), ("path:$.States.*.Type", ["Task", "Map", "Choice", "Succeed", "Fail"]),
    ("path:$..Type", ["Task", "Map", "Wait", "Choice", "Succeed", "Fail"]), ("path:$..List[1].Deep", ["2"]),
    ("path:$..List[*].Deep", ["1", "2"]), ("path:$..List..Deep", ["1", "2"]),
    ("path:$['States']['D'].Type", ["Succeed"]),
    ("path:$.Nowhere", []), ("path:$..Late", []),
  ])
  func findsItsElements(_ given: String, _ expected: [String]) throws {
    let found = try findings("given: \"\(given)\"\nthen: { absent: true }", in: Self.machine)
    #expect(found.map { $0.source.text(in: $0.range) }.sorted() == expected.sorted())
  }

  private static let pipeline = """
    { "Version": "2020-12-01", "Parameters": [ { "Name": "P", "Type": "String" } ],
      "Steps": [ { "Name": "S", "Type": "Training", "Arguments": { "RoleArn": { "Get": "Parameters.P" } } },
        { "Name": "T", "Type": "Condition", "Arguments": { "Conditions": [],
          "IfSteps": [ { "Name": "U", "Type": "Fail" } ], "ElseSteps": [] } } ] }
    """

  @Test(arguments: [
    ("step", ["\"S\"", "\"T\"", "\"U\""]), ("parameter", ["\"P\""]), ("workflow", ["{"]), ("state", []),
    ("path:$.Steps[0].Type", ["\"Training\""]),
  ])
  func findsItsElementsInPipelines(_ given: String, _ expected: [String]) throws {
    let found = try findings("given: \"\(given)\"\nthen: { absent: true }", in: Self.pipeline)
    #expect(found.map { $0.source.text(in: $0.range) } == expected)
  }

  @Test(arguments: [
    ("given: state\nwhere: { type: [Task, Map] }", ["A", "B"]),
    ("given: state\nwhere: { name: \"[AB]\" }", []),
    ("given: state\nwhere: { name: [A, D] }", ["A", "D"]),
    ("given: state\nwhere: { name: { matches: \"^[AD]$\" } }", ["A", "D"]),
    ("given: state\nwhere: { resource: \"arn:aws:states:::lambda:*\" }", ["A"]),
    ("given: state\nwhere: { has: Catch, lacks: TimeoutSeconds }", ["A"]),
    ("given: state\nwhere: { lacks: Next }", ["C", "D", "E", "I"]),
    ("given: state\nwhere: { has: [Seconds, Error] }", ["I", "E"]),
    ("given: wait\nwhere: { Seconds: 5 }", ["I"]),
    ("given: wait\nwhere: { Seconds: { min: 6 } }", []), ("given: wait\nwhere: { End: true }", ["I"]),
    ("given: task\nwhere: { \"Parameters.Nested.List[*].Deep\": 2 }", ["A"]),
    ("given: task\nwhere: { Parameters.FunctionName: \"f*\", name: \"*\" }", ["A"]),
    ("given: transition\nwhere: { kind: catch }", ["C"]),
    ("given: transition\nwhere: { kind: [choice, default] }", ["D", "E"]),
    ("given: transition\nwhere: { target: C, type: Map }", ["C"]),
    ("given: retrier\nwhere: { error: States.Timeout }", ["{"]),
    ("given: retrier\nwhere: { error: Other }", []),
    ("given: catcher\nwhere: { error: Other, name: A }", ["{"]),
    ("given: catcher\nwhere: { target: D }", []),
    ("given: catcher\nwhere: { \"ErrorEquals[0]\": States.ALL }", ["{"]),
    ("given: workflow\nwhere: { TimeoutSeconds: { max: 10 } }", ["StartAt"]),
    ("given: workflow\nwhere: { name: flow }", ["StartAt"]),
    ("given: path:$..Deep\nwhere: { has: x }", []),
  ])
  func narrows(_ rule: String, _ expected: [String]) throws {
    let found = try findings(rule + "\nthen: { absent: true }", in: Self.machine)
    #expect(found.map { $0.source.text(in: $0.range) }.sorted() == expected.sorted())
  }
}
