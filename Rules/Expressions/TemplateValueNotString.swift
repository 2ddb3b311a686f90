import Linting

let templateValueNotString = Rule(
  "template-value-not-string", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "The value of a .$ field is a string.",
  rationale: """
    A name that ends in .$ says that the value is evaluated, so it has to be a string with a path or a call of an \
    intrinsic function ("The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call"). \
    A constant has a name without the suffix.
    """,
  bad: [
    Example(
      """
      { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
        "count.$": «5», "order": { "items.$": «[» "$.item" ] } } } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
          "count": 5, "order": { "items": [ "$.item" ] } } } } }
        """),
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": { "x.$": «null» } } } }"#,
      fixed:
        #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": { "x": null } } } }"#),
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "count": 5, "order": { "items.$": "States.Array($.item)" }, "later.$": ${Later} } } } }
    """,
    // A Result is not evaluated, so that its names mean nothing.
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Result": { "count.$": 5 } } } }"#,
  ]
).expression(.unevaluable) { site, subject, report in
  guard !subject.machine.isUnknown(site.value) else { return }
  let name = subject.tree.text(site.key)
  let plainName = String(name.dropLast(evaluationSuffix.count))
  let kind = subject.tree.kind(site.value)
  let isConstant = kind != .array && kind != .object
  let value = isConstant ? subject.tree.text(site.value) : kind.phrase
  report(
    site.value, "\(quoted(name)) takes a path or a call in a string, but this is \(value).",
    help: "Call it \(quoted(plainName)) if the value is meant as it stands"
      + (kind == .array ? ", or make the list with States.Array." : "."),
    fix: subject.tree.renaming(
      site.key, to: plainName, title: "Call it \(quoted(plainName))", isSafe: isConstant && kind != .null))
}
