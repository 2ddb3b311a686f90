import Linting

let invalidPipelineReference = Rule(
  "invalid-pipeline-reference", .refused, since: "0.1", predicts: "ValidationException",
  summary: "Every Get and every path of a Std:JsonGet can be read.",
  rationale: """
    A reference begins with Parameters, Execution, Steps or, in loops, ForEach.CurrentItem and \
    IterationOutput. Behind a step stands the path of a value: members behind dots, keys in quotes and \
    brackets, indexes in brackets. The path of a Std:JsonGet leads to one value, so operators that yield \
    several are most likely refused.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
        "Arguments": {
        "a": { "Get": "«Params».Bucket" }, "b": { "Get": "Steps.Train«..»Name" },
        "c": { "Get": "Steps.Train.Tags[«x»].Value" }, "d": { "Get": "Parameters.Bucket«.Name»" } } },
        { "Name": "Train", "Type": "Training", "Arguments": {} } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
        "Arguments": {
        "x": { "Std:JsonGet": { "S3Uri": "s3://bucket/file.json", "Path": "metrics«..»mse" } } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Bucket" } ], "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "a": { "Get": "Parameters.Bucket" }, "b": { "Get": "Steps.Train.Tags[0].Value" },
          "c": { "Std:JsonGet": { "S3Uri": "s3://bucket/file.json", "Path": "$.metrics['mse'][0]" } } } },
        { "Name": "Train", "Type": "Training", "Arguments": {} } ] }
      """)
  ]
)
.reference { row, subject, report in
  if let problem = row.reference?.problem { describe(problem, in: row.text, subject, &report) }
}
.pipeline { subject, report in
  for row in subject.pipeline.jsonGets {
    guard let path = subject.pipeline.value(.path, of: row), subject.tree.isLiteralString(path),
      let problem = subject.tree.withText(path, JSONGetPath.parse).problem
    else { continue }
    describe(problem, in: path, subject, &report)
  }
}

private func describe(
  _ problem: ReferenceProblem, in node: NodeID, _ subject: PipelineSubject, _ report: inout Report
) {
  let range = subject.tree.sourceRange(node, problem.range)
  let (message, help) = wording(of: problem.kind, subject.source.text(in: range))
  // The root may have been misspelt: the names of roots are in no table of ours that could be too old.
  report(node, at: range, message, help: help, certainty: problem.isCertain ? .certain : .likely)
}

private func wording(of kind: ReferenceProblem.Kind, _ text: String) -> (message: String, help: String?) {
  let roots = ["Parameters", "Execution", "Steps", "ForEach.CurrentItem", "IterationOutput"]
  return switch kind {
  case .empty: ("There is nothing in this reference.", "It begins with \(listed(roots, "or")).")
  case .unknownRoot:
    (
      "A reference cannot begin with \(quoted(text)).",
      didYouMean(Spelling.closest(to: text, in: roots)) ?? "It begins with \(listed(roots, "or"))."
    )
  case .missingName: ("The reference names nothing.", "Write a name behind the dot.")
  case .unexpectedInName:
    ("\(quoted(text)) cannot stand in the name of a parameter or variable.", nil)
  case .unexpectedPath:
    ("\(quoted(text)) leads nowhere: a parameter or variable has no members.", "Remove it.")
  case .missingMember: ("A name is missing behind the dot.", nil)
  case .unexpectedCharacter:
    ("\(quoted(text)) cannot stand here.", "A path goes on with a dot, with ['key'] or with [0].")
  case .unexpectedInBrackets:
    ("\(quoted(text)) cannot stand in brackets.", "Write ['key'] or [0].")
  case .unclosedBracket: ("This bracket is not closed.", nil)
  case .unterminatedQuote: ("This quote is not closed.", nil)
  case .indexOutOfRange: ("The index \(text) is too large.", nil)
  case .severalValues:
    ("\(quoted(text)) may yield several values, where one is needed.", "Use names and indexes only.")
  }
}
