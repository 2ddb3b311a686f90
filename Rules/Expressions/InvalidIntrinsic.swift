import Linting

let invalidIntrinsic = Rule(
  "invalid-intrinsic", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "The value of a .$ field is a path or a call of an intrinsic function.",
  rationale: """
    Values of fields whose name ends in .$ are evaluated. One that is neither a path nor a call of one of the 18 \
    intrinsic functions, with the arguments that it takes, is refused ("The value for the field 'a.$' must be a valid \
    JSONPath or a valid intrinsic function call").
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "name.$": "States.Format('{}', $.nam«e»",
      "size.$": "States.ArrayLength($.list, «$.more»)",
      "text.$": "«hello»" } } } }
    """,
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "CausePath": "«States.UUID5»()" } } }"#,
      fixed: #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "CausePath": "States.UUID()" } } }"#),
    #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "CausePath": «"States.ArrayLength($.errors)"» } } }"#,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "id.$": "States.UUID()",
      "name.$": "States.Format('{} and {}', $.name, States.ArrayGetItem($.friends, 0))",
      "size.$": "States.ArrayLength($.list)",
      "text": "hello" } } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "CausePath": "States.JsonToString($.errors)" } } }"#,
  ]
)
.expression(.templateValue, .textPath) { site, subject, report in
  guard !site.traits.contains(.isPlainPath),
    subject.tree.withText(site.value, { $0.first != UInt8(ascii: "$") }), !subject.isSound(site),
    case .intrinsic(let intrinsic) = subject.templateValue(site),
    // What is wrong with a path is another rule's business, and what follows from it nobody's.
    intrinsic.paths.allSatisfy(\.problems.isEmpty),
    let problem = intrinsic.problems.first(where: { !$0.kind.isOfValue }),
    !subject.machine.hasSubstitution(site.value)
  else { return }
  let range = subject.tree.sourceRange(site.value, problem.range)
  let text = subject.source.text(in: range)
  let (message, help) = wording(of: problem, text)
  let meant = problem.kind == .unknownFunction ? intrinsicFunction(meantBy: text) : nil
  report(
    site.value, at: range, message, help: help, fix: meant.flatMap { respelling(text, as: $0, at: range) },
    certainty: problem.isCertain || meant != nil ? .certain : .likely)
}
.expression(.textPath) { site, subject, report in
  guard !site.traits.contains(.isPlainPath),
    subject.tree.withText(site.value, { $0.first != UInt8(ascii: "$") }),
    case .intrinsic(let intrinsic) = subject.templateValue(site), intrinsic.problems.isEmpty,
    let function = intrinsic.call?.function, intrinsic.result.isDisjoint(with: .string),
    !subject.machine.hasSubstitution(site.value)
  else { return }
  report(
    site.value, "\(quoted(site.field.name)) needs a string, but \(function.name) never gives one.",
    help: "States.Format and States.JsonToString make strings.", certainty: .likely)
}

/// Writes the name of a function in place of another, which is safe if they are almost the same.
private func respelling(_ text: String, as name: String, at range: ByteRange) -> Fix? {
  let isSure = Spelling.suggestion(for: text, in: [name])?.isSure ?? false
  return Fix("Replace with \(quoted(name))", isSafe: isSure, TextEdit(range, name))
}
