import Linting

let retryOutlastsExecution = Rule(
  "retry-outlasts-execution", .risky, since: "0.1",
  summary: "The waits between the attempts of a retrier fit into the execution.",
  rationale: """
    With a BackoffRate of 2 each wait is twice the one before: ten attempts from 10 seconds on wait for almost three \
    hours. An execution whose TimeoutSeconds are over, or an Express workflow after five minutes, ends with \
    States.Timeout while it waits, and no Catch runs.
    """,
  bad: [
    """
    { "TimeoutSeconds": ‹900›, "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 10, "MaxAttempts": «10» } ] } } }
    """
  ],
  good: [
    """
    { "TimeoutSeconds": 900, "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 10, "MaxAttempts": 10, "MaxDelaySeconds": 60 } ]
    } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true,
      "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 10, "MaxAttempts": 10 } ] } } }
    """,
  ]
).state(.task, .parallel, .map) { state, subject, report in
  guard !state.retriers.isEmpty, let limit = ExecutionLimit(of: state.scope, subject) else { return }
  for retrier in subject.machine.retriers(of: state) {
    guard let waits = Waits(retrier, subject), waits.exceed(limit.seconds) else { continue }
    report(
      subject.machine.value(.maxAttempts, of: retrier) ?? retrier.node,
      "The waits between these \(counted(Int(waits.count), "attempt")) add up to more than the \(limit.phrase) after "
        + "which the execution ends.",
      help: "Lower \"MaxAttempts\", or bound each wait with \"MaxDelaySeconds\".",
      related: limit.places(subject))
  }
}

/// The waits of a retrier, in seconds.
private struct Waits {
  let count: Double
  private let first: Double
  private let rate: Double
  private let maximum: Double

  /// Nil if they are random or not known.
  init?(_ retrier: Retrier, _ subject: Subject) {
    let machine = subject.machine
    func number(_ field: Field, default value: Double) -> Double? {
      machine.value(field, of: retrier) == nil ? value : subject.number(field, of: retrier)
    }
    guard !retrier.fields.present.contains(.jitterStrategy), let count = number(.maxAttempts, default: 3),
      let first = number(.intervalSeconds, default: 1), let rate = number(.backoffRate, default: 2),
      let maximum = number(.maxDelaySeconds, default: .infinity), count.isFinite, count >= 1, count < 1e9,
      first >= 0,
      rate >= 1, maximum >= 0
    else { return nil }
    (self.count, self.first, self.rate, self.maximum) = (count, first, rate, maximum)
  }

  /// Whether their sum is at least `limit`. Waits that grow get there, or to their maximum, in few steps.
  func exceed(_ limit: Double) -> Bool {
    var wait = min(first, maximum)
    var sum = 0.0
    var left = count
    while left >= 1, sum < limit {
      let next = min(wait * rate, maximum)
      guard next > wait else { return sum + wait * left.rounded(.down) >= limit }
      sum += wait
      wait = next
      left -= 1
      // A rate just above 1 could take a million steps.
      if count - left > 10_000 { return false }
    }
    return sum >= limit
  }
}
