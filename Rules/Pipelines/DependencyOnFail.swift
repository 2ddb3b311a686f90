import Linting

let dependencyOnFail = Rule(
  "dependency-on-fail", .refused, since: "0.1", predicts: "ValidationException",
  summary: "No step waits for a Fail step or refers to one.",
  rationale: """
    A Fail step ends the execution, so nothing can come after it, and it yields nothing. The Developer Guide \
    forbids both.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Stop", "Type": "Fail", "Arguments": {
        "ErrorMessage": "no" } },
        { "Name": "Tell", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ «"Stop"» ],
          "Arguments": { "why": { "Get": «"Steps.Stop.ErrorMessage"» } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Stop", "Type": "Fail", "DependsOn": [ "Tell" ], "Arguments": { "ErrorMessage": "no" } },
        { "Name": "Tell", "Type": "Lambda", "FunctionArn": "f" } ] }
      """)
  ]
)
.step { step, subject, report in
  for dependency in subject.pipeline.dependencies(of: step) {
    guard let target = dependency.target.step, subject.pipeline[target].type == .fail, target != step.id,
      let name = dependency.name
    else { continue }
    report(
      name, "\(subject.pipeline.quotedName(target)) is a Fail step: nothing runs after it.",
      help: "Let this step run before it, or in another branch.")
  }
}
.reference { row, subject, report in
  guard case .step(let target) = row.target, subject.pipeline[target].type == .fail else { return }
  report(row.text, "\(subject.pipeline.quotedName(target)) is a Fail step, which yields nothing to refer to.")
}
