import Linting

let invalidCacheDuration = Rule(
  "invalid-cache-duration", .refused, since: "0.1", predicts: "ValidationException",
  summary: "ExpireAfter of a CacheConfig is a duration in ISO 8601.",
  rationale: """
    A duration says how much of which unit: P30D, PT12H, P1Y2M10DT2H30M. The Developer Guide also shows \
    short forms without the P, such as 30d and T16m.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Train", "Type": "Training", "Arguments": {},
        "CacheConfig": { "Enabled": true, "ExpireAfter": «"1 hour"» } },
        { "Name": "Test", "Type": "Training", "Arguments": {},
          "CacheConfig": { "Enabled": true, "ExpireAfter": «"PT"» } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "A", "Type": "Training", "Arguments": {}, "CacheConfig": { "Enabled": true,
          "ExpireAfter": "PT1H" } },
        { "Name": "B", "Type": "Training", "Arguments": {}, "CacheConfig": { "Enabled": true,
          "ExpireAfter": "30dT5h" } } ] }
      """)
  ]
).pipelineObject { object, subject, report in
  guard object.kind == .cacheConfig, let value = subject.pipeline.value(.expireAfter, of: object),
    subject.tree.isLiteralString(value)
  else { return }
  let text = subject.tree.text(value)
  guard !isDuration(text) else { return }
  report(
    value, "\(quoted(text)) is not a duration.",
    help: "Write it in ISO 8601: \"PT1H\" for an hour, \"P30D\" for thirty days.")
}

/// Whether a text is a duration of ISO 8601, or one of the short forms: amounts with units, each unit once
/// and the larger before the smaller.
private func isDuration(_ text: String) -> Bool {
  var rest = text.uppercased()[...]
  if rest.hasPrefix("P") { rest = rest.dropFirst() }
  var units: [Character] = ["Y", "M", "W", "D"]
  var isInTime = false
  var count = 0
  while let first = rest.first {
    if first == "T", !isInTime {
      isInTime = true
      units = ["H", "M", "S"]
      rest = rest.dropFirst()
      continue
    }
    let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    rest = rest.dropFirst(number.count)
    guard Double(number) != nil, let unit = rest.popFirst(), let place = units.firstIndex(of: unit) else {
      return false
    }
    units.removeFirst(place + 1)
    count += 1
  }
  return count > 0
}
