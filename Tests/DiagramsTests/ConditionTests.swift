import Testing
import Workflows

@testable import Diagrams

@Suite struct ConditionTests {
  private func condition(_ rule: String) -> String? {
    let machine = Samples.machine(
      #"{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [ \#(rule) ] } } }"#)
    return ConditionText.texts(of: machine.states[0], in: machine)[0]
  }

  @Test(arguments: [
    (#"{ "Variable": "$.a.b", "NumericGreaterThanEquals": 5 }"#, "a.b ≥ 5"),
    (#"{ "Variable": "$.a", "NumericLessThanPath": "$.limit" }"#, "a < limit"),
    (#"{ "Variable": "$.s", "StringEquals": "FAILED" }"#, #"s = "FAILED""#),
    (#"{ "Variable": "$.s", "StringMatches": "log-*" }"#, #"s matches "log-*""#),
    (#"{ "Variable": "$.b", "BooleanEquals": true }"#, "b = true"),
    (
      #"{ "Variable": "$.t", "TimestampLessThanEquals": "2030-01-01T00:00:00Z" }"#,
      #"t ≤ "2030-01-01T00:00:00Z""#
    ),
    (#"{ "Variable": "$.p", "IsPresent": true }"#, "p is present"),
    (#"{ "Variable": "$.p", "IsNull": false }"#, "p is not null"),
    (#"{ "Not": { "Variable": "$.p", "IsString": true } }"#, "not (p is a string)"),
    (
      #"""
      { "And": [ { "Variable": "$.a", "NumericEquals": 1 },
        { "Or": [ { "Variable": "$.b", "NumericEquals": 2 }, { "Variable": "$.c", "NumericEquals": 3 } ] } ] }
      """#, "a = 1 and (b = 2 or c = 3)"
    ),
    (#"{ "Condition": "{%  $states.input.total > 1000 %}" }"#, "$states.input.total > 1000"),
    (#"{ "Variable": "$.a" }"#, "a ?"),
    (#"{ "And": [] }"#, "?"),
    (#"{ "Variable": "$.a", "NumericEquals": ${Limit} }"#, "a = ${Limit}"),
  ])
  func readsAsPeopleWouldSay(_ rule: String, _ expected: String) {
    #expect(condition(rule) == expected)
  }

  @Test func staysShort() {
    let rules = (0..<50_000).map { #"{ "Variable": "$.x\#($0)", "IsNull": true }"# }
    let text = condition(#"{ "Or": [ \#(rules.joined(separator: ", ")) ] }"#)
    #expect((500...2_000).contains(text?.count ?? 0))
  }
}
