import Linting

let jobWithoutTimeout = Rule(
  "job-without-timeout", .advice, since: "0.1",
  summary: "A Task that waits for a job says how long at most.",
  rationale: """
    A Task with .sync ends when its job does. A job that hangs, or that never gets the capacity it waits for, keeps \
    the execution open for up to a year, and the resources of the job with it. TimeoutSeconds stops both.
    """,
  bad: [
    """
    { "StartAt": "Load", "States": { «"Load"»: {
      "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" },
      "End": true } } }
    """
  ],
  good: [
    """
    { "StartAt": "Load", "States": { "Load": {
      "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" },
      "TimeoutSeconds": 7200, "End": true } } }
    """,
    """
    { "TimeoutSeconds": 7200, "StartAt": "Load", "States": { "Load": {
      "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" },
      "End": true } } }
    """,
  ]
).workflow { subject, report in
  // In an Express workflow the wait itself is the fault.
  guard subject.machineType == .standard else { return }
  let machine = subject.machine
  let waiting = machine.states.filter { state in
    state.type == .task && subject.resource(of: state).waitsForJob && !subject.hasTimeout(state)
      && subject.flow.live.contains(state.id)
  }
  guard let first = waiting.first else { return }
  let more = waiting.count == 1 ? "" : ", nor how long \(otherStatesDo(waiting.count - 1))"
  report(
    first.name, "Nothing bounds how long state \(machine.quotedName(first.id)) waits for its job\(more).",
    help: "Give it TimeoutSeconds.",
    related: waiting.dropFirst().prefix(50).map {
      RelatedPlace("nor how long this one does", at: subject.tree.range($0.name))
    })
}
