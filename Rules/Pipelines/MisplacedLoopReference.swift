import Linting

let misplacedLoopReference = Rule(
  "misplaced-loop-reference", .refused, since: "0.1", predicts: "ValidationException",
  summary: "ForEach.CurrentItem is used in the body of a loop, IterationOutput in its Selector.",
  rationale: """
    There is a current item only inside ForEachBody. IterationOutput stands for what one iteration yields, \
    and only the loop's own Selector looks at iterations one by one; from outside \
    Steps.LOOP.IterationOutputs[0] does.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Each", "Type": "ForEach", "Arguments": {
        "IterableItems": [ 1, 2 ], "MaxConcurrency": 2, "ForEachBody": [
          { "Name": "Call", "Type": "Lambda", "FunctionArn": "f" } ] } },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ "Each" ], "Arguments": {
          "item": { "Get": «"ForEach.CurrentItem"» },
          "n": { "Get": «"IterationOutput.Call.OutputParameters['n']"» } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Each", "Type": "ForEach", "Arguments": {
        "IterableItems": [ 1, 2 ], "MaxConcurrency": 2,
        "Selector": { "Pick": "MaxBy", "Field": { "Get": "IterationOutput.Call.OutputParameters['n']" } },
        "ForEachBody": [ { "Name": "Call", "Type": "Lambda", "FunctionArn": "f",
          "OutputParameters": [ { "OutputName": "n" } ], "Arguments": { "item": {
            "Get": "ForEach.CurrentItem" } } } ] } } ] }
      """)
  ]
).reference { row, subject, report in
  guard let root = row.reference?.root else { return }
  let pipeline = subject.pipeline
  switch root {
  case .currentItem:
    let isInside =
      row.step.map { step in pipeline.lists(around: step).contains { $0.kind == .body } } ?? false
    if !isInside, !row.isInUnknownStep(pipeline) {
      report(
        row.text, "There is no current item here: this is not in the body of a ForEach.",
        help: "Refer to what the loop yields, or move the step into \"ForEachBody\".")
    }
  case .iterationOutput:
    if !row.isInUnknownStep(pipeline), row.step.map({ pipeline[$0].type }) != .forEach {
      report(
        row.text, "IterationOutput can be used in the Selector of a ForEach only.",
        help: "From outside, write Steps.LOOP.IterationOutputs[0].STEP.")
    }
  default: break
  }
}

extension ReferenceRow {
  /// Whether it is in a step of a type that cannot be known, which may be a loop.
  fileprivate func isInUnknownStep(_ pipeline: Pipeline) -> Bool {
    guard let step else { return false }
    return pipeline[step].type == .unknown
      || pipeline.lists(around: step).contains { $0.owner.map { pipeline[$0].type } == .unknown }
  }
}
