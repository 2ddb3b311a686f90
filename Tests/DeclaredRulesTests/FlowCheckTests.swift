import Testing

/// The checks of the way through a definition.
@Suite struct FlowCheckTests {
  @Test(arguments: [
    // The next state, and each of several.
    "A: { Type: Pass, Next: W }\n  W: { Type: Wait, Next: Z }", "«A»: { Type: Pass, Next: Z }",
    "«A»: { Type: Pass, End: true }",
    "«A»: { Type: Choice, Choices: [ { Next: W }, { Next: Z } ], Default: W }\n  W: { Type: Wait, Next: Z }",
    "A: { Type: Choice, Choices: [ { Next: W } ], Default: W }\n  W: { Type: Wait, Next: Z }",
    // A Catch is no way on, and what cannot be known may be what is wanted.
    "A: { Type: Task, Catch: [ { Next: Z } ], Next: W }\n  W: { Type: Wait, Next: Z }",
    "A: { Type: Pass, Next: \"${N}\" }",
    "A: { Type: Pass, Next: Nowhere }", "A: { Type: Pass }", "A: ${A}",
    "A: { Type: Pass, Next: T }\n  T: { Type: \"${T}\", Next: Z }",
    // Behind the end of a branch stands what follows the Parallel.
    "P: { Type: Parallel, Branches: [ { StartAt: A, States: { A: { Type: Pass, End: true } } } ], Next: W }\n  W: { Type: Wait, Next: Z }",
    "P: { Type: Parallel, Branches: [ { StartAt: A, States: { «A»: { Type: Pass, End: true } } } ], Next: Z }",
    "P: { Type: Parallel, Branches: [ { StartAt: A, States: { «A»: { Type: Pass, End: true } } } ], End: true }",
  ])
  func next(_ states: String) throws {
    try expectMarks(
      "given: state\nwhere: { name: A }\nthen: { followedBy: { type: Wait } }", Self.machine(states))
  }

  @Test(arguments: [
    "A: { Type: Pass, Next: B }\n  B: { Type: Pass, Next: W }\n  W: { Type: Wait, End: true }",
    "«A»: { Type: Pass, Next: B }\n  B: { Type: Choice, Choices: [ { Next: W } ], Default: Z }\n  W: { Type: Wait, End: true }",
    // Round and round is no end.
    "A: { Type: Pass, Next: B }\n  B: { Type: Choice, Choices: [ { Next: B } ], Default: W }\n  W: { Type: Wait, End: true }",
    // Errors are left aside.
    "A: { Type: Task, Next: W, Catch: [ { Next: Z } ] }\n  W: { Type: Wait, End: true }",
    "A: { Type: Choice, Choices: [ { Next: F } ], Default: W }\n  F: { Type: Fail }\n  W: { Type: Wait, End: true }",
    // Before it is not behind it.
    "W: { Type: Wait, Next: A }\n  «A»: { Type: Pass, End: true }",
    // Each way through a branch passes one.
    "A: { Type: Pass, Next: P }\n  P: { Type: Parallel, Branches: [ { StartAt: X, States: { X: { Type: Pass, End: true } } }, { StartAt: W, States: { W: { Type: Wait, End: true } } } ], End: true }",
    "«A»: { Type: Pass, Next: P }\n  P: { Type: Parallel, Branches: [ { StartAt: X, States: { X: { Type: Pass, End: true } } } ], End: true }",
    // Out of a branch, and on.
    "P: { Type: Parallel, Branches: [ { StartAt: A, States: { A: { Type: Pass, End: true } } } ], Next: W }\n  W: { Type: Wait, End: true }",
    "P: { Type: Parallel, Branches: [ { StartAt: A, States: { «A»: { Type: Pass, End: true } } } ], Next: Z }",
    "A: { Type: Pass, Next: Nowhere }",
    "A: { Type: Pass, Next: B }\n  B: { Type: Choice, Choices: [ { Next: \"${N}\" } ], Default: W }\n  W: { Type: Wait, End: true }",
  ])
  func eventually(_ states: String) throws {
    let rule = "given: state\nwhere: { name: A }\nthen: { followedBy: { type: Wait, eventually: true } }"
    try expectMarks(rule, Self.machine(states))
  }

  @Test(arguments: [
    "A: { Type: Task, Catch: [ { ErrorEquals: [ X ], Next: W } ], End: true }\n  W: { Type: Wait, Next: Z }",
    "A: { Type: Task, Catch: [ «{» ErrorEquals: [ X ], Next: Z } ], End: true }",
    "A: { Type: Task, Catch: [ { ErrorEquals: [ X ] } ], End: true }",
  ])
  func behindACatcher(_ states: String) throws {
    try expectMarks("given: catcher\nthen: { followedBy: { type: Wait } }", Self.machine(states))
    try expectMarks(
      "given: catcher\nthen: { followedBy: { type: Wait, eventually: true } }", Self.machine(states))
  }

  @Test(arguments: [
    "«A»: { Type: Task, End: true }", "«A»: { Type: Task, Catch: [], End: true }",
    "«A»: { Type: Task, Catch: [ { ErrorEquals: [ Other ], Next: Z } ], End: true }",
    "A: { Type: Task, Catch: [ { ErrorEquals: [ Other ], Next: Z }, { ErrorEquals: [ Mine ], Next: Z } ], End: true }",
    "A: { Type: Task, Catch: [ { ErrorEquals: [ States.ALL ], Next: Z } ], End: true }",
    "A: { Type: Task, Catch: [ { ErrorEquals: [ States.TaskFailed ], Next: Z } ], End: true }",
    "A: { Type: Task, Catch: [ { ErrorEquals: [ \"${Error}\" ], Next: Z } ], End: true }",
    "A: { Type: Task, Catch: ${Catch}, End: true }", "A: { Type: Pass, End: true }",
    "P: { Type: Parallel, Branches: [ { StartAt: A, States: { A: { Type: Task, End: true } } } ], End: true, Catch: [ { ErrorEquals: [ Mine ], Next: Z } ] }",
    "P: { Type: Map, ItemProcessor: { StartAt: A, States: { «A»: { Type: Task, End: true } } }, End: true, Catch: [ { ErrorEquals: [ Other ], Next: Z } ] }",
  ])
  func caughtBy(_ states: String) throws {
    try expectMarks("given: state\nwhere: { name: A }\nthen: { caughtBy: Mine }", Self.machine(states))
  }

  @Test(arguments: [
    "«A»: { Type: Task, End: true }", "A: { Type: Task, Retry: [ { ErrorEquals: [ Mine ] } ], End: true }",
    "A: { Type: Task, Retry: [ { ErrorEquals: [ States.ALL ], MaxAttempts: 1 } ], End: true }",
    "«A»: { Type: Task, Retry: [ { ErrorEquals: [ Mine ], MaxAttempts: 0 } ], End: true }",
    "A: { Type: Task, Retry: [ { ErrorEquals: [ \"${E}\" ] } ], End: true }", "A: { Type: Wait, End: true }",
  ])
  func retriedFor(_ states: String) throws {
    try expectMarks("given: state\nwhere: { name: A }\nthen: { retriedFor: Mine }", Self.machine(states))
  }

  @Test(arguments: [
    "W: { Type: Wait, Next: A }\n  A: { Type: Pass, End: true }",
    "«A»: { Type: Pass, Next: W }\n  W: { Type: Wait, Next: Z }",
    "W: { Type: Wait, Next: B }\n  B: { Type: Task, Next: Z, Catch: [ { Next: A } ] }\n  A: { Type: Pass, End: true }",
    "W: { Type: Wait, Next: P }\n  P: { Type: Map, ItemProcessor: { StartAt: A, States: { A: { Type: Pass, End: true } } }, End: true }",
    "P: { Type: Map, ItemProcessor: { StartAt: W, States: { W: { Type: Wait, End: true } } }, Next: A }\n  A: { Type: Pass, End: true }",
    "W: { Type: Wait, Next: \"${X}\" }\n  A: { Type: Pass, End: true }",
    "B: { Type: Pass, Next: A }\n  «A»: { Type: Pass, End: true }",
  ])
  func reachableFrom(_ states: String) throws {
    try expectMarks(
      "given: state\nwhere: { name: A }\nthen: { reachableFrom: { type: Wait } }", Self.machine(states))
  }

  /// Another state behind them all.
  private static func machine(_ states: String) -> String {
    "StartAt: A\nStates:\n  \(states)\n  Z: { Type: Succeed }\n"
  }

  @Test(arguments: [
    ("followedBy: { type: Condition }", "«A»", "B"), ("followedBy: { type: Fail }", "«A»", "«B»"),
    ("followedBy: { type: Fail, eventually: true }", "A", "B"), ("followedBy: { name: B }", "A", "«B»"),
    ("reachableFrom: { name: A }", "«A»", "B"), ("retriedFor: Step.THROTTLING", "A", "«B»"),
  ])
  func pipelines(_ check: String, _ first: String, _ second: String) throws {
    func name(_ name: String) -> String {
      name.first == "«" ? "«\"\(name.dropFirst().dropLast())\"»" : "\"\(name)\""
    }
    let text = """
      { "Version": "2020-12-01", "Steps": [
        { "Name": \(name(first)), "Type": "Lambda", "RetryPolicies": [ { "ExceptionType": [ "Step.THROTTLING" ] } ] },
        { "Name": \(name(second)), "Type": "Lambda", "DependsOn": [ "A" ] },
        { "Name": "C", "Type": "Condition", "DependsOn": [ "B" ], "Arguments": { "Conditions": [],
          "IfSteps": [ { "Name": "F", "Type": "Fail" } ], "ElseSteps": [] } } ] }
      """
    try expectMarks("given: step\nwhere: { type: Lambda }\nthen: { \(check) }", text)
  }
}
