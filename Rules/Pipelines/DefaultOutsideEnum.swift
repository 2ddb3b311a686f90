import Linting

let defaultOutsideEnum = Rule(
  "default-outside-enum", .refused, since: "0.1",
  summary: "A parameter's default value is one of its EnumValues.",
  rationale: """
    A value that the parameter does not allow cannot be its default. No answer of AWS is recorded, so this \
    is a warning: either the pipeline is refused, or every start without a value of its own.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Status", "Type": "String",
        "DefaultValue": «"Pending"»,
        "EnumValues": [ "PendingManualApproval", "Approved" ] } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "s": {
          "Get": "Parameters.Status" } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Status", "Type": "String",
        "DefaultValue": "Approved",
        "EnumValues": [ "PendingManualApproval", "Approved" ] } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "s": {
          "Get": "Parameters.Status" } } } ] }
      """)
  ]
).parameter { parameter, subject, report in
  let tree = subject.tree
  guard let value = subject.pipeline.value(.defaultValue, of: parameter), tree.isLiteralString(value),
    let list = subject.pipeline.value(.enumValues, of: parameter)
  else { return }
  let options = tree.elements(list)
  guard !options.isEmpty, options.allSatisfy(tree.isLiteralString),
    !options.contains(where: { tree.haveSameText($0, value) })
  else { return }
  let text = tree.text(value)
  let names = options.map(tree.text)
  report(
    value, "The default \(quoted(text)) is not one of the parameter's EnumValues.",
    help: didYouMean(Spelling.closest(to: text, in: names))
      ?? "They are \(listed(names.prefix(20).map(quoted))).",
    certainty: .likely)
}
