import Linting

let unsupportedIntegrationPattern = Rule(
  "unsupported-integration-pattern", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A Task waits in a way that its integration has.",
  rationale: """
    Without a suffix a Task takes the answer of the call as its result. ".sync" waits until a job has ended, which \
    only integrations with jobs have; ".sync:2" exists for nested executions alone; ".waitForTaskToken" waits until \
    somebody sends the token back. Calls through the AWS SDK wait for nothing but a token.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": «"arn:aws:states:::lambda:invoke.sync"», "Parameters": { "FunctionName": "f" },
      "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": «"arn:aws:states:::glue:startJobRun.sync:2"», "Parameters": { "JobName": "j" },
      "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": «"arn:aws:states:::aws-sdk:glue:startJobRun.sync"»,
      "Parameters": { "JobName": "j" }, "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": «"arn:aws:states:::sns:publish.waitForToken"»,
      "Parameters": { "TopicArn": "t", "Message.$": "$$.Task.Token" }, "End": true } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" },
      "End": true } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
      "Parameters": { "StateMachineArn": "${Child}" }, "End": true } } }
    """,
  ]
).state(.task) { state, subject, report in
  let arn = subject.resource(of: state)
  guard arn.pattern != .requestResponse, arn.callsService, let resource = subject.resourceNode(of: state),
    let fault = fault(of: arn)
  else { return }
  let text = subject.tree.text(resource)
  let call = arn.call(subject, resource)
  let message =
    arn.pattern.map { "\(call) has no \(quoted("\($0.suffix)"))" }
    ?? "Step Functions knows no such suffix"
  report(
    resource, "\(quoted(text)) does not exist: \(message).", help: help(arn, resource, subject),
    certainty: fault)
}

/// How certain it is that AWS refuses the pattern; nil if it takes it.
private func fault(of arn: ResourceARN) -> Certainty? {
  guard let pattern = arn.pattern else { return .certain }
  guard let integration = arn.integration else { return pattern.runsJob ? .certain : nil }
  if integration.api.patterns.contains(pattern) { return nil }
  let service = integration.service
  let isRefused = service.isClosed || service.refusedPatterns.contains(pattern)
  let isJob = pattern.runsJob && service.refusedPatterns.contains(.sync)
  return isRefused || isJob || pattern == .sync2 ? .certain : .likely
}

private func help(_ arn: ResourceARN, _ resource: NodeID, _ subject: Subject) -> String? {
  let meant = arn.pattern ?? nearestPattern(arn, resource, subject)
  guard let integration = arn.integration ?? counterpart(of: arn, meant, resource, subject) else {
    return "Calls through the AWS SDK have no suffix, or \".waitForTaskToken\"."
  }
  let patterns = integration.api.patterns
  if integration.belongs(to: "lambda"), meant?.runsJob == true {
    return "The call of a function waits for its result anyway: remove the suffix."
  }
  if let meant, let right = patterns.contains(meant) ? meant : meant.runsJob ? .sync : nil,
    patterns.contains(right)
  {
    return didYouMean(subject.resource(resource, arn, calling: "\(integration.name)\(right.suffix)"))
  }
  let others = IntegrationPattern.allCases.filter { $0 != .requestResponse && patterns.contains($0) }
  return others.isEmpty
    ? "Remove the suffix: \(integration.name) has none."
    : "\(integration.name) has no suffix, or \(listed(others.map { quoted("\($0.suffix)") }, "or"))."
}

/// The pattern whose suffix is spelt nearly like one that does not exist.
private func nearestPattern(
  _ arn: ResourceARN, _ resource: NodeID, _ subject: Subject
) -> IntegrationPattern? {
  let suffix = String(
    decoding: subject.tree.text(resource).utf8.dropFirst(Int(arn.action.upperBound)), as: UTF8.self)
  let patterns = IntegrationPattern.allCases.dropFirst()
  if let name = Spelling.closest(to: suffix, in: patterns.map { "\($0.suffix)" }) {
    return patterns.first { "\($0.suffix)" == name }
  }
  return suffix.lowercased().contains("token") ? .waitForTaskToken : nil
}

/// The integration that does what an action of the SDK does, and can wait for the job.
private func counterpart(
  of arn: ResourceARN, _ pattern: IntegrationPattern?, _ resource: NodeID, _ subject: Subject
) -> Integration? {
  guard arn.kind == .sdk, pattern?.runsJob == true else { return nil }
  let service = subject.text(arn.service, of: resource)
  let action = subject.text(arn.action, of: resource)
  return Integration.all.first {
    $0.service.sdkName.map { "\($0)" } == service && "\($0.api.name)" == action
      && $0.api.patterns.contains(.sync)
  }
}
