import Linting

let invalidResource = Rule(
  "invalid-resource", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "The Resource of a Task is something that Step Functions can call.",
  rationale: """
    A Task calls a Lambda function, an activity, an integration such as arn:aws:states:::sqs:sendMessage, or an \
    action of the AWS SDK such as arn:aws:states:::aws-sdk:s3:getObject. Resource is a constant, never a path or an \
    expression. The integrations have few APIs; the AWS SDK has them all, under lower-case names without hyphens.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": «"arn:aws:states:::dynamodb:query"», "Parameters": { "TableName": "t" },
      "End": true } } }
    """,
    Example(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": «"arn:aws:states:::sqs:sendmessage"», "Parameters": {}, "End": true } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": {
          "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "End": true } } }
        """),
    Example(
      """
      { "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": «"arn:aws:states:::aws-sdk:events:putEvents"», "Parameters": {}, "End": true } } }
      """,
      fixed: """
        { "StartAt": "A", "States": { "A": {
          "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:eventbridge:putEvents", "Parameters": {}, "End": true } } }
        """),
    #"{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": «"$.function"», "End": true } } }"#,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": «"arn:aws:sqs:eu-west-1:123456789012:orders"», "End": true } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "Parameters": { "TableName": "t" },
      "End": true } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${Function.Arn}", "End": true } } }"#,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:${AWS::Partition}:states:::${Integration}", "End": true } } }
    """,
  ]
).state(.task) { state, subject, report in
  let arn = subject.resource(of: state)
  switch arn.kind {
  case .unknown, .lambdaFunction, .activity, .integration: return
  case .notAnARN, .otherResource, .unrecognizedIntegration, .sdk: break
  }
  guard let resource = subject.resourceNode(of: state) else { return }
  switch arn.kind {
  case .sdk: checkSDKName(arn, resource, subject, &report)
  case .unrecognizedIntegration: reportUnrecognized(arn, resource, subject, &report)
  case .otherResource:
    report(
      resource, "A Task cannot call \(quoted(subject.tree.text(resource))).",
      help:
        "Name a Lambda function, an activity, or an integration such as \"arn:aws:states:::lambda:invoke\".")
  default: reportNoARN(resource, subject, &report)
  }
}

private func reportNoARN(_ resource: NodeID, _ subject: Subject, _ report: inout Report) {
  let text = subject.tree.text(resource)
  guard text.hasPrefix("$") || text.hasPrefix("{%") else {
    report(
      resource, "\(quoted(text)) is not an ARN, so that there is nothing to call.",
      help: "Write the whole ARN of a Lambda function or an activity, or an integration such as "
        + "\"arn:aws:states:::lambda:invoke\".")
    return
  }
  report(
    resource, "\(quoted(text)) is an expression, but Resource is a constant.",
    help: "Call \"arn:aws:states:::lambda:invoke\" and choose the function in its FunctionName.")
}

// MARK: - Integrations

private func reportUnrecognized(
  _ arn: ResourceARN, _ resource: NodeID, _ subject: Subject, _ report: inout Report
) {
  let name = subject.text(arn.service, of: resource)
  let meant = MeantIntegration(service: name, api: subject.text(arn.action, of: resource))
  let isNear = meant.map { $0.api != nil || "\($0.service.prefix)" != name || $0.service.isClosed } ?? false
  let call = meant.flatMap { $0.call(arn, resource, subject) }
  report(
    resource, "Step Functions has no integration \(quoted(subject.tree.text(resource))).",
    help: didYouMean(call) ?? meant.map { help($0.service, arn, resource, subject) }
      ?? helpForUnknownService(arn, resource, subject),
    fix: call.flatMap { .replacing(resource, with: $0, in: subject.tree) },
    certainty: isNear ? .certain : .likely)
}

/// What somebody wanted to write.
private struct MeantIntegration {
  let service: IntegratedService
  /// nil if no API of the service has a like name.
  let api: String?

  /// nil if no service has a like name.
  init?(service name: String, api: String) {
    if let service = Integration.service(name) ?? Integration.service(name.lowercased()) {
      self.init(service, closestTo: api)
      return
    }
    let names = Integration.services.map { "\($0.prefix)" }
    guard let near = Spelling.closest(to: name, in: names).flatMap(Integration.service) else { return nil }
    self.init(near, closestTo: api)
    // Short names are alike by chance, as those of EC2 and ECS.
    if self.api == nil { return nil }
  }

  private init(_ service: IntegratedService, closestTo api: String) {
    self.service = service
    let names = service.apis.map { "\($0.name)" }
    self.api = names.contains(api) ? api : Spelling.closest(to: api, in: names)
  }

  /// The whole resource; nil if the API is not known.
  func call(_ arn: ResourceARN, _ resource: NodeID, _ subject: Subject) -> String? {
    guard let api else { return nil }
    let suffix = arn.pattern.map { "\($0.suffix)" } ?? ""
    return subject.resource(resource, arn, calling: "\(service.prefix):\(api)\(suffix)")
  }
}

/// What to do where a service has no such API.
private func help(
  _ service: IntegratedService, _ arn: ResourceARN, _ resource: NodeID, _ subject: Subject
) -> String {
  let names = service.apis.map { quoted("\($0.name)") }
  let start = "The integration with \(service.name) has \(listed(names)) only."
  let api = subject.text(arn.action, of: resource)
  guard let sdkName = service.sdkName, !api.isEmpty else { return start }
  let call = subject.resource(resource, arn, calling: "aws-sdk:\(sdkName):\(api)")
  return "\(start) The AWS SDK has others: \(quoted(call))."
}

private func helpForUnknownService(_ arn: ResourceARN, _ resource: NodeID, _ subject: Subject) -> String {
  let name = subject.text(arn.service, of: resource)
  let api = subject.text(arn.action, of: resource)
  guard !api.isEmpty else { return "Name a service and its API, such as \"arn:aws:states:::lambda:invoke\"." }
  let call = quoted(subject.resource(resource, arn, calling: "aws-sdk:\(sdkName(for: name)):\(api)"))
  if name == "s3" { return "\"s3\" stands in an ItemReader or a ResultWriter only. Call \(call) here." }
  return "If AWS has such an API, call it through the AWS SDK: \(call)."
}

// MARK: - AWS SDK

/// The names of the AWS SDK for Java: service names are lower-case letters and digits, actions begin in lower case.
private func checkSDKName(_ arn: ResourceARN, _ resource: NodeID, _ subject: Subject, _ report: inout Report)
{
  let isWellFormed = subject.tree.withText(resource) { text in
    let service = text[Int(arn.service.lowerBound)..<Int(arn.service.upperBound)]
    let action = text[Int(arn.action.lowerBound)..<Int(arn.action.upperBound)]
    return !service.isEmpty && service.allSatisfy(isLowerCaseLetterOrDigit)
      && action.first.map(isLowerCaseLetterOrDigit) == true
      && !misnamedServices.contains {
        $0.wrong.utf8CodeUnitCount == service.count && service.elementsEqual($0.wrong.utf8Buffer)
      }
  }
  guard !isWellFormed else { return }
  let service = subject.text(arn.service, of: resource)
  let action = subject.text(arn.action, of: resource)
  let rightAction = action.prefix(1).lowercased() + action.dropFirst()
  let suffix = arn.pattern.map { "\($0.suffix)" } ?? ""
  let call = "aws-sdk:\(sdkName(for: service)):\(rightAction)\(suffix)"
  let right = service.isEmpty || action.isEmpty ? nil : subject.resource(resource, arn, calling: call)
  report(
    resource, "The AWS SDK has no action \(quoted(subject.tree.text(resource))).",
    help: didYouMean(right) ?? "Name a service and an action: \"arn:aws:states:::aws-sdk:s3:getObject\".",
    fix: right.flatMap { .replacing(resource, with: $0, in: subject.tree) })
}

/// The name by which the SDK probably goes for a service with this name.
private func sdkName(for service: String) -> String {
  let name = service.lowercased()
  let right = misnamedServices.first { "\($0.wrong)" == name }.map { "\($0.right)" }
  return right ?? name.filter { $0.isLetter || $0.isNumber }
}

private func isLowerCaseLetterOrDigit(_ byte: UInt8) -> Bool {
  byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
}

/// Names that other parts of AWS have for a service, none of which the SDK for Java has for any.
private let misnamedServices: [(wrong: StaticString, right: StaticString)] = [
  ("logs", "cloudwatchlogs"), ("stepfunctions", "sfn"), ("states", "sfn"), ("events", "eventbridge"),
  ("ce", "costexplorer"), ("ds", "directory"), ("dms", "databasemigration"),
  ("elbv2", "elasticloadbalancingv2"),
  ("cognito-idp", "cognitoidentityprovider"), ("es", "elasticsearch"), ("discovery", "applicationdiscovery"),
  ("serverlessrepo", "serverlessapplicationrepository"), ("cur", "costandusagereport"),
  ("mgh", "migrationhub"),
]
