import Linting

let invalidPath = Rule(
  "invalid-path", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "Every path is one that Step Functions can follow.",
  rationale: """
    Paths are parsed when a state machine is created ("Value must be a valid JSONPath."). Fields that take one value, \
    such as ResultPath and SecondsPath, need a Reference Path: names and indexes only, no wildcards, filters or slices.
    """,
  bad: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "«o»rder.items", "End": true } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "SecondsPath": "$.delays«[*]»", "End": true } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Fail", "CausePath": "$.errors«[0:2]»" } } }"#,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Pass", "Parameters": { "id.$": "$.order«[»0", "text.$": "States.Format('{}', $.a«.»)" },
      "End": true } } }
    """,
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "$.order.items[*]", "End": true } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "SecondsPath": "$.delays[0]", "End": true } } }"#,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Pass", "Parameters": { "id.$": "$.order[0]['an id']", "now.$": "$$.State.EnteredTime" },
      "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "${Path}", "End": true } } }"#,
  ]
)
.expression(.path, .referencePath, .resultPath, .comparison) { site, subject, report in
  guard !site.traits.contains(.isPlainPath) else { return }
  let path = subject.tree.withText(site.value) { Path.parse($0) }
  guard !path.problems.isEmpty || !path.isReferencePath || path.root != .input else { return }
  reportProblems(path.problems(for: site.kind.profile), site, subject, &report)
}
.expression(.templateValue, .textPath) { site, subject, report in
  guard !site.traits.contains(.isPlainPath) else { return }
  if site.kind == .textPath, case .path(let path) = subject.templateValue(site) {
    reportProblems(path.problems(for: .referencePath), site, subject, &report)
    return
  }
  guard !subject.isSound(site) else { return }
  for path in subject.templateValue(site).paths where !path.problems.isEmpty {
    reportProblems(path.problems, site, subject, &report)
  }
}

private func reportProblems(
  _ problems: [PathProblem], _ site: ExpressionSite, _ subject: Subject, _ report: inout Report
) {
  // What stands behind the first fault of a path was not read, or follows from it.
  guard let problem = problems.first(where: { !$0.kind.isTolerated && $0.kind != .function }),
    !subject.machine.hasSubstitution(site.value)
  else { return }
  let range = subject.tree.sourceRange(site.value, problem.range)
  let (message, help) = wording(of: problem.kind, subject.source.text(in: range))
  report(site.value, at: range, message, help: help, certainty: problem.isCertain ? .certain : .likely)
}

extension ExpressionSite.Kind {
  fileprivate var profile: Path.Profile {
    switch self {
    case .referencePath: .referencePath
    case .resultPath: .resultPath
    case .comparison: .comparison
    default: .path
    }
  }
}
