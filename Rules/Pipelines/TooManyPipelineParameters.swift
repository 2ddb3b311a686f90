import Linting

let tooManyPipelineParameters = Rule(
  "too-many-pipeline-parameters", .risky, since: "0.1",
  summary: "A pipeline has 200 parameters at most.",
  rationale: """
    StartPipelineExecution takes 200 values, so that nobody can give more than so many parameters a value of \
    their own.
    """,
  bad: [.pipeline(pipelineWith(201))],
  good: [.pipeline(pipelineWith(200))]
).pipeline { subject, report in
  let count = subject.pipeline.parameters.count
  guard count > maximumCount,
    let row = subject.pipeline.objects.first.flatMap({ subject.pipeline.row(.parameters, of: $0) })
  else { return }
  report(row.key, "The pipeline has \(count) parameters; an execution takes values for \(maximumCount).")
}

private let maximumCount = 200

@Sendable private func pipelineWith(_ count: Int) -> String {
  let parameters = (1...count).map { #"{ "Name": "P\#($0)" }"# }.joined(separator: ", ")
  let key = count > maximumCount ? "«\"Parameters\"»" : "\"Parameters\""
  return #"{ "Version": "2020-12-01", \#(key): [ \#(parameters) ], "Steps": [] }"#
}
