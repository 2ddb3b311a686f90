import Linting

let invalidEnumValues = Rule(
  "invalid-enum-values", .refused, since: "0.1",
  summary: "EnumValues belong to a String parameter, and are 16 at most.",
  rationale: """
    The SageMaker Python SDK gives them to parameters of type String only, and users report that more than \
    16 are refused.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [
        { "Name": "N", "Type": "Integer", "DefaultValue": 1, «"EnumValues"»: [ 1, 2 ] } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "n": {
          "Get": "Parameters.N" } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [
        { "Name": "N", "Type": "String", "DefaultValue": "1", "EnumValues": [ "1", "2" ] } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "n": {
          "Get": "Parameters.N" } } } ] }
      """)
  ]
).parameter { parameter, subject, report in
  guard let row = subject.pipeline.row(.enumValues, of: parameter) else { return }
  let count = subject.tree.count(row.value)
  if let type = subject.type(of: parameter), type != .string {
    report(
      row.key, "EnumValues do not go with a parameter of type \(type.rawValue).",
      help: "Make the type String, or remove them.", certainty: .likely)
  } else if subject.tree.kind(row.value) == .array, count > maximumCount {
    report(
      row.key, "There are \(count) EnumValues; a parameter has \(maximumCount) at most.", certainty: .likely)
  }
}

private let maximumCount = 16
