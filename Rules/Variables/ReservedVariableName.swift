import Linting

let reservedVariableName = Rule(
  "reserved-variable-name", .refused, since: "0.1", predicts: "RESERVED_VARIABLE_NAME",
  summary: "No variable is called \"states\".",
  rationale: """
    $states holds the input, the result and the context in JSONata, and Step Functions keeps the name for itself \
    ("Cannot assign to reserved variable '$states'.").
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": { «"states"»: [ "Ohio", "Iowa" ] } } } }
    """,
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": { «"states.$"»: "$.states" } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": {
      "States": 1, "countries": { "states": [ "Ohio", "Iowa" ] } } } } }
    """
  ]
).object(when: { kind, _ in kind.canAssign ? .has([.assign]) : .never }) { object, subject, report in
  let machine = subject.machine
  guard let value = machine.value(.assign, of: object) else { return }
  subject.tree.forEachMember(value) { key, _ in
    guard !machine.hasPlainVariableName(key, object.language),
      machine.variableName(key, object.language) == VariableName.reserved
    else { return }
    report(
      key, "The name \"states\" is reserved: $states is what Step Functions tells a state.",
      help: "Give the variable another name.")
  }
}
