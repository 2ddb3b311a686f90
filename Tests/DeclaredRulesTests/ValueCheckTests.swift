import Linting
import Testing

/// The checks of values, and what is underlined.
@Suite struct ValueCheckTests {
  private static func state(_ fields: String, name: String = "A") -> String {
    "StartAt: A\nStates:\n  \(name): { Type: Task, \(fields), End: true }\n"
  }

  @Test(arguments: [
    ("given: state\nthen: { matches: \"^[A-Z]$\" }", state("Resource: r", name: "«ab»")),
    ("given: state\nthen: { matches: \"^[A-Z]$\" }", state("Resource: r")),
    ("given: state\nthen: { notMatches: b }", state("Resource: r", name: "«ab»")),
    ("given: state\nthen: { equals: A }", state("Resource: r", name: "«a»")),
    ("given: state\nthen: { length: { max: 2 } }", state("Resource: r", name: "«äöü»")),
    ("given: state\nthen: { length: 3 }", state("Resource: r", name: "äöü")),
    ("given: task\nthen: { field: TimeoutSeconds, exists: true }", state("Resource: r", name: "«A»")),
    ("given: task\nthen: { field: TimeoutSeconds, exists: true, max: 5 }", state("TimeoutSeconds: «6»")),
    ("given: task\nthen: { field: TimeoutSeconds, min: 5 }", state("TimeoutSeconds: «4»")),
    ("given: task\nthen: { field: TimeoutSeconds, min: 5 }", state("Resource: r")),
    ("given: task\nthen: { field: TimeoutSeconds, min: 5 }", state("TimeoutSeconds: \"4\"")),
    ("given: task\nthen: { field: TimeoutSeconds, absent: true }", state("«TimeoutSeconds»: 4")),
    ("given: task\nthen: { field: TimeoutSeconds, exists: false }", state("«TimeoutSeconds»: 4")),
    ("given: task\nthen: { field: TimeoutSeconds, oneOf: [1, 2, 3] }", state("TimeoutSeconds: «4»")),
    ("given: task\nthen: { field: TimeoutSeconds, oneOf: [1, 4] }", state("TimeoutSeconds: 4")),
    (
      "given: task\nthen: { field: Retry, length: { min: 2 } }",
      state("Retry: [ ], Resource: r").replacing("[", with: "«[»")
    ),
    ("given: task\nthen: { field: Parameters.Flag, equals: true }", state("Parameters: { Flag: «false» }")),
    ("given: task\nthen: { field: Parameters.Flag, equals: null }", state("Parameters: { Flag: «0» }")),
    (
      "given: task\nthen: { field: \"Parameters.List[*]\", matches: a }",
      state("Parameters: { List: [ a, «b», ba, «c» ] }")
    ),
    (
      "given: task\nthen: { field: [TimeoutSeconds, HeartbeatSeconds], exists: true }",
      state("HeartbeatSeconds: 3")
    ),
    (
      "given: task\nthen: { field: [TimeoutSeconds, HeartbeatSeconds], max: 2 }",
      state("HeartbeatSeconds: «3»")
    ),
    (
      "given: task\nthen: [ { field: Resource, matches: z }, { field: Comment, exists: true } ]",
      state("Resource: «r»", name: "«A»")
    ),
    ("given: \"path:$..Resource\"\nthen: { matches: z }", state("Resource: «r»")),
    (
      "given: transition\nthen: { field: target, matches: z }",
      "StartAt: A\nStates: { A: { Type: Pass, Next: «B» } }\n"
    ),
    (
      "given: workflow\nthen: { field: Comment, exists: true }",
      "«StartAt»: A\nStates: { A: { Type: Pass } }\n"
    ),
    (
      "given: workflow\nthen: { field: name, casing: PascalCase }",
      "«StartAt»: A\nStates: { A: { Type: Pass } }\n"
    ),
  ])
  func findsWhatIsMarked(_ rule: String, _ text: String) throws {
    try expectMarks(rule, text)
  }

  /// What is filled in when the workflow is deployed, or worked out when it runs, is not judged.
  @Test(arguments: [
    "TimeoutSeconds: \"${Limit}\"", "TimeoutSeconds: \"{% $limit %}\"", "TimeoutSecondsPath: $.limit",
    "TimeoutSeconds: !Ref Limit", "TimeoutSeconds: { Ref: Limit }",
    "TimeoutSeconds: { \"Fn::If\": [ a, 1, 2 ] }",
  ])
  func whatCannotBeKnownIsNotJudged(_ fields: String) throws {
    let rules = [
      "exists: true", "max: 2", "matches: z", "equals: 1", "oneOf: [1]", "casing: PascalCase", "length: 99",
      "notMatches: \".\"",
    ]
    for rule in rules {
      try expectMarks("given: task\nthen: { field: TimeoutSeconds, \(rule) }", Self.state(fields))
    }
    // Nor narrows it down.
    let rule = "given: task\nwhere: { TimeoutSeconds: { max: 9 } }\nthen: { field: Comment, exists: true }"
    try expectMarks(rule, Self.state(fields))
  }

  @Test(arguments: [
    "Parameters: { Name.$: $.x }", "Parameters: \"${P}\"", "Parameters: \"{% $p %}\"",
    "Parameters: { Ref: P }",
    "Parameters: { Name: \"a${X}\" }",
  ])
  func fieldsOfUnknownObjectsAreNotJudged(_ fields: String) throws {
    try expectMarks(
      "given: task\nthen: { field: Parameters.Name, exists: true, matches: z }", Self.state(fields))
  }

  @Test func namesThatAreFilledInAreNotJudged() throws {
    let text = "StartAt: A\nStates: { \"${Prefix} a\": { Type: Pass, End: true } }\n"
    try expectMarks("given: state\nthen: { casing: PascalCase }", text)
  }

  @Test func referencesOfPipelinesAreNotJudged() throws {
    let text = """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "A", "Type": "Training", "Arguments": { "RoleArn": { "Get": "Parameters.Role" } } },
        { "Name": "B", "Type": "Training", "Arguments": { "RoleArn": «"role"» } },
        { "Name": «"C"», "Type": "Training", "Arguments": {} } ] }
      """
    try expectMarks("given: step\nthen: { field: Arguments.RoleArn, exists: true, matches: ^arn }", text)
  }

  @Test(arguments: [
    (
      "PascalCase", ["Charge", "ChargeCard", "A1", "HTTPCall", "Ärger", "請求"],
      ["charge", "Charge Card", "Charge_Card", "1A", ""]
    ),
    ("camelCase", ["charge", "chargeCard", "a1"], ["Charge", "charge-card", "charge card"]),
    (
      "snake_case", ["charge", "charge_card", "a_1"],
      ["Charge", "charge__card", "_charge", "charge_", "charge-card"]
    ),
    ("kebab-case", ["charge", "charge-card", "a-1"], ["Charge", "charge--card", "-charge", "charge_card"]),
    ("SCREAMING_SNAKE_CASE", ["CHARGE", "CHARGE_CARD", "A_1"], ["charge", "Charge", "CHARGE-CARD"]),
  ])
  func casings(_ casing: String, right: [String], wrong: [String]) throws {
    for (names, count) in [(right, 0), (wrong, 1)] {
      for name in names {
        let text = "{ \"StartAt\": \"A\", \"States\": { \"\(name)\": { \"Type\": \"Succeed\" } } }"
        let found = try findings("given: state\nthen: { casing: \(casing) }", in: text)
        #expect(found.count == count, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("charge card", "PascalCase", "ChargeCard"), ("chargeHTTPCard 2", "snake_case", "charge_http_card_2"),
    ("Charge_Card", "kebab-case", "charge-card"), ("charge-card", "SCREAMING_SNAKE_CASE", "CHARGE_CARD"),
    ("CHARGE_CARD", "camelCase", "chargeCard"), ("ChargeCard", "camelCase", "chargeCard"),
  ])
  func anotherNameIsProposed(_ name: String, _ casing: String, _ proposal: String) throws {
    let text = "{ \"StartAt\": \"A\", \"States\": { \"\(name)\": { \"Type\": \"Succeed\" } } }"
    let found = try findings("given: state\nthen: { casing: \(casing) }", in: text)
    #expect(found.map(\.help) == ["Rename it to \"\(proposal)\"."])
  }
}
