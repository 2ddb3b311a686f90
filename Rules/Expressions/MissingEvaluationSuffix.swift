import Linting

let missingEvaluationSuffix = Rule(
  "missing-evaluation-suffix", .risky, since: "0.1",
  summary: "A path or a call stands in a field whose name ends in .$.",
  rationale: """
    In a payload template only values of fields whose names end in .$ are evaluated. Under any other name, and in a \
    list, the text "$.order.id" itself is what is passed on.
    """,
  bad: [
    Example(
      """
      { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
        "id": «"$.order.id"», "run": «"$$.Execution.Name"», "text": «"States.Format('{}', $.id)"» } } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
          "id.$": "$.order.id", "run.$": "$$.Execution.Name", "text.$": "States.Format('{}', $.id)" } } } }
        """),
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "ids": [ «"$.first"», "second" ] } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "id.$": "$.order.id", "ids.$": "States.Array($.first, 'second')", "price": "$.50 off", "table": "$path",
      "root": "$", "note": "States.Format is a function." } } } }
    """,
    // Services that take paths themselves.
    """
    { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:eventbridge:putTargets",
      "Parameters": { "Rule": "r", "Targets": [ { "Id": "1", "Arn": "a", "InputTransformer": {
        "InputPathsMap": { "id": "$.detail.id" }, "InputTemplate": "<id>" } } ] }, "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Result": { "id": "$.order.id" } } } }"#,
  ]
).expression(.templateText) { site, subject, report in
  guard let likeness = Likeness(site, subject), !subject.machine.hasSubstitution(site.value) else { return }
  let text = quoted(subject.tree.text(site.value))
  guard site.key.index + 1 == site.value.index else {
    report(
      site.value, "\(text) stays a text: strings in a list are not evaluated.",
      help: "Make the list with States.Array in a field whose name ends in \".$\".")
    return
  }
  let name = subject.tree.text(site.key)
  report(
    site.value,
    "\(text) stays a text: it is not evaluated, since \(quoted(name)) does not end in \".$\".",
    help: "Call the field \(quoted(name + evaluationSuffix)).",
    fix: subject.tree.renaming(
      site.key, to: name + evaluationSuffix, title: "Call the field \(quoted(name + evaluationSuffix))",
      isSafe: likeness != .path))
}

/// What a text looks like that somebody wanted to have evaluated.
private enum Likeness {
  case path, contextPath, call

  init?(_ site: ExpressionSite, _ subject: Subject) {
    let text = subject.tree.text(site.value)
    let value = subject.templateValue(site)
    switch value {
    case .intrinsic(let intrinsic):
      guard intrinsic.problems.isEmpty, intrinsic.call?.function != nil else { return nil }
      self = .call
    case .path(let path) where path.root == .context:
      let field = text.dropFirst("$$.".count).prefix { $0 != "." && $0 != "[" }
      guard path.problems.isEmpty, ContextField.object.has(field) else { return nil }
      self = .contextPath
    case .path:
      guard subject.tree.withText(site.value, Path.isPlain), beginsWithName(text.dropFirst(2)),
        !takesPath(site, subject)
      else { return nil }
      self = .path
    }
  }
}

/// Whether a name follows: an amount such as `$.50` begins with a digit.
private func beginsWithName(_ text: Substring) -> Bool {
  text.first.map { $0.isLetter || $0 == "_" } ?? false
}

/// Whether a path may be what the service wants to have.
private func takesPath(_ site: ExpressionSite, _ subject: Subject) -> Bool {
  let name = subject.tree.text(site.key).lowercased()
  if pathFieldEndings.contains(where: name.hasSuffix) { return true }
  guard let state = site.state, let resource = subject.resourceNode(of: subject.machine[state]) else {
    return false
  }
  return servicesWithPaths.contains(
    subject.text(subject.resource(of: subject.machine[state]).service, of: resource))
}

/// `InputPath` of EventBridge, `OutputFilter` of SageMaker, `MetricValue` of CloudWatch Logs, and their like.
private let pathFieldEndings = [
  "path", "paths", "filter", "mapping", "pattern", "expression", "query", "metricvalue",
]

/// Services of the AWS SDK whose requests have paths in many places, under names that users choose.
private let servicesWithPaths: Set<String> = [
  "eventbridge", "scheduler", "pipes", "cloudwatchlogs", "kinesisanalytics", "kinesisanalyticsv2", "glue",
  "iot",
  "events",
]
