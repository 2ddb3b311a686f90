import Linting
import Portability

let bridgingPipeline = Rule(
  "bridging-pipeline", .advice, since: "0.1",
  summary: "A SageMaker pipeline does more than call other services over Lambda functions.",
  rationale: """
    A pipeline whose steps mostly call Lambda functions or wait for a callback has the limits of both: \
    functions end after ten minutes, take and yield flat values, and are not tried again after an error. \
    Step Functions calls most services without a function between, retries, waits as long as it takes, and \
    lets any step branch. Pipelines that use what only they have, such as the model registry, property files or \
    the cache, are left alone.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": «"Fetch"», "Type": "Lambda", "FunctionArn": "f", "Arguments": {} },
        { "Name": "Load", "Type": "Lambda", "FunctionArn": "g", "Arguments": {}, "DependsOn": [ "Fetch" ] },
        { "Name": "Approve", "Type": "Callback", "SqsQueueUrl": "q", "Arguments": {},
          "DependsOn": [ "Load" ] },
        { "Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": [ "Approve" ] } ] }
      """)
  ],
  good: [
    // Registering models is what pipelines are for.
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Fetch", "Type": "Lambda", "FunctionArn": "f", "Arguments": {} },
        { "Name": "Load", "Type": "Lambda", "FunctionArn": "g", "Arguments": {}, "DependsOn": [ "Fetch" ] },
        { "Name": "Approve", "Type": "Callback", "SqsQueueUrl": "q", "Arguments": {},
          "DependsOn": [ "Load" ] },
        { "Name": "Register", "Type": "RegisterModel", "Arguments": {}, "DependsOn": [ "Approve" ] } ] }
      """),
    // Two functions are the usual glue.
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Fetch", "Type": "Lambda", "FunctionArn": "f", "Arguments": {} },
        { "Name": "Load", "Type": "Lambda", "FunctionArn": "g", "Arguments": {}, "DependsOn": [ "Fetch" ] },
        { "Name": "Train", "Type": "Training", "Arguments": {}, "DependsOn": [ "Load" ] } ] }
      """),
  ]
).pipeline { subject, report in
  let pipeline = subject.pipeline
  let bridges = pipeline.steps.count { $0.type == .lambda || $0.type == .callback }
  guard Threshold.bridgeCount.value <= bridges else { return }
  let portability = Portability(of: subject.graph)
  guard portability.verdict.isOverwhelming, let place = portability.parts.first(where: { $0.role == .bridge })
  else { return }
  let counts = portability.counts
  let others = counts.bridges - 1
  report(
    place.node,
    "\(place.name.isEmpty ? "A step without a name" : quoted(place.name)) and "
      + (counts.bridges == counts.work
        ? "all \(counted(others, "other step"))" : "\(counted(others, "other step")) of \(counts.work)")
      + " only call Lambda functions or wait for a callback.",
    help: "Consider a state machine; \"stateline advise\" lists what each step would become.")
}
