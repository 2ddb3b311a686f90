import Linting

let expressUnsupported = Rule(
  "express-unsupported", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "An Express workflow does not wait for jobs, tokens or workers.",
  rationale: """
    Express workflows run for at most five minutes. Step Functions refuses .sync, .waitForTaskToken, activities and \
    Distributed Maps in them. The children of a Distributed Map with "ExecutionType": "EXPRESS" are Express \
    workflows too.
    """,
  bad: [
    .express(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": «"arn:aws:states:::glue:startJobRun.sync"», "Parameters": { "JobName": "j" },
        "End": true } } }
      """),
    """
    { "StartAt": "All", "States": { "All": { "Type": "Map", "End": true, "ItemProcessor": {
      "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": ‹"EXPRESS"› },
      "StartAt": "Pack", "States": { "Pack": {
        "Type": "Task", "Resource": «"arn:aws:states:eu-west-1:123456789012:activity:pack"», "End": true } } } } } }
    """,
    .express(
      """
      { "StartAt": "All", "States": { "All": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": «"DISTRIBUTED"», "ExecutionType": "STANDARD" },
        "StartAt": "A", "States": { "A": {
          "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync",
          "Parameters": { "JobName": "j" }, "End": true } } } } } }
      """),
  ],
  good: [
    .express(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "JobName": "j" },
        "End": true } } }
      """),
    """
    { "StartAt": "All", "States": { "All": { "Type": "Map", "End": true, "ItemProcessor": {
      "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
      "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" },
        "End": true } } } } } }
    """,
  ]
)
.state(.task) { state, subject, report in
  let arn = subject.resource(of: state)
  guard arn.kind == .activity || arn.waitsForToken || arn.waitsForJob,
    let resource = subject.resourceNode(of: state), let express = subject.expressWorkflow(around: state.scope)
  else { return }
  let wait = arn.kind == .activity ? "a worker" : arn.waitsForToken ? "a token" : "a job"
  report(
    resource,
    "\(quoted(subject.tree.text(resource))) waits for \(wait), which \(express.phrase) cannot.",
    help: arn.kind == .activity
      ? express.help
      : "Remove the suffix, or \(express.help.prefix(1).lowercased())"
        + express.help.dropFirst(),
    related: express.places(subject), certainty: express.certainty)
}
.scope { scope, subject, report in
  guard let config = subject.machine.distributedConfig(of: scope), let parent = scope.parent,
    let mode = subject.tree.value(config, "Mode"), let express = subject.expressWorkflow(around: parent)
  else { return }
  report(
    mode, "\"DISTRIBUTED\" starts child workflows, which \(express.phrase) cannot.",
    help: "Use \"INLINE\", or \(express.help.prefix(1).lowercased())\(express.help.dropFirst())",
    related: express.places(subject), certainty: express.certainty)
}

/// An Express workflow that a state belongs to.
private enum ExpressWorkflow {
  case machine
  /// A child of a Distributed Map; the node says so.
  case child(NodeID)

  var phrase: String {
    switch self {
    case .machine: "an Express workflow"
    case .child: "an Express child workflow"
    }
  }

  var help: String {
    switch self {
    case .machine: "Make the state machine a Standard workflow."
    case .child: "Make the children Standard workflows with \"ExecutionType\": \"STANDARD\"."
    }
  }

  /// That AWS refuses it was recorded for machines only.
  var certainty: Certainty {
    switch self {
    case .machine: .certain
    case .child: .likely
    }
  }

  func places(_ subject: Subject) -> [RelatedPlace] {
    switch self {
    case .machine: []
    case .child(let type): [RelatedPlace("the children are Express workflows", at: subject.tree.range(type))]
    }
  }
}

extension Subject {
  /// The Express workflow whose states those of a scope are; nil for those of a Standard one. O(nesting).
  fileprivate func expressWorkflow(around scope: ScopeID) -> ExpressWorkflow? {
    var current = machine[scope]
    while true {
      if machine.distributedConfig(of: current) != nil {
        return machine.expressType(of: current).map(ExpressWorkflow.child)
      }
      guard let parent = current.parent else { return machineType == .express ? .machine : nil }
      current = machine[parent]
    }
  }
}
