import Linting

let inlineMapConcurrency = Rule(
  "inline-map-concurrency", .advice, since: "0.1",
  summary: "An inline Map cannot run more than 40 iterations at once.",
  rationale: """
    The Step Functions Developer Guide puts the limit of an inline Map at 40 concurrent iterations, whatever \
    MaxConcurrency says. A Distributed Map runs up to 10,000.
    """,
  bad: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "MaxConcurrency": «100»,
      "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "MaxConcurrency": 40,
      "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "MaxConcurrency": 100,
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ]
).state(.map) { state, subject, report in
  guard let value = subject.machine.value(.maxConcurrency, of: state),
    let concurrency = subject.tree.integer(value), concurrency > 40,
    subject.machine.mode(of: state) == .inline
  else { return }
  report(
    value, "MaxConcurrency is \(concurrency), but an inline Map runs 40 iterations at once at most.",
    help: "Let its ProcessorConfig say \"Mode\": \"DISTRIBUTED\" if more are needed.")
}
