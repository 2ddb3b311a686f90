import Linting

let dependencyCycle = Rule(
  "dependency-cycle", .refused, since: "0.1", predicts: "ValidationException",
  summary: "No step waits for itself, directly or over others.",
  rationale: """
    A step starts when those that it names in DependsOn, and those whose values it uses, are done. Steps \
    that wait for each other never start: the Developer Guide promises a validation exception for a cyclic \
    dependency. A step in a branch waits for its Condition, so a Condition cannot use what its own branches \
    yield.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "A", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ ‹"C"› ] },
        { "Name": "B", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ «"A"» ] },
        { "Name": "C", "Type": "Lambda", "FunctionArn": "f", "OutputParameters": [],
          "Arguments": { "x": ‹{› "Get": "Steps.B.OutputParameters" } } } ] }
      """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": {
          "CheckpointConfig": { "S3Uri": «{» "Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts" } } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "A", "Type": "Lambda", "FunctionArn": "f" },
        { "Name": "B", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ "A" ] },
        { "Name": "C", "Type": "Lambda", "FunctionArn": "f", "DependsOn": [ "A", "B" ] } ] }
      """)
  ]
).pipeline { subject, report in
  let pipeline = subject.pipeline
  for cycle in subject.graph.cycles {
    guard let first = cycle.first, let place = cycle.first(where: { !$0.kind.isMember }) else { continue }
    let names = cycle.prefix(maximumNames).map { pipeline.quotedName($0.source) }
    let left = cycle.count > maximumNames ? ["…"] : []
    let way = (names + left + [pipeline.quotedName(first.source)]).joined(separator: " → ")
    report(
      place.place,
      cycle.count == 1
        ? "Step \(pipeline.quotedName(first.source)) waits for itself."
        : "These steps wait for each other: \(way).",
      help: "Take one of the dependencies away.",
      related: cycle.filter { $0.place != place.place && !$0.kind.isMember }.prefix(maximumNames).map {
        edge in
        RelatedPlace(
          "\(pipeline.quotedName(edge.target)) waits for \(pipeline.quotedName(edge.source)) here",
          at: subject.tree.head(of: edge.place))
      })
  }
}

/// A cycle of more is shortened.
private let maximumNames = 8
