import Linting

let invalidAPIGatewayRequest = Rule(
  "invalid-api-gateway-request", .fails, since: "0.1",
  summary: "A request to API Gateway has the form that the integration takes.",
  rationale: """
    In apigateway:invoke each header and each query parameter has a list of values, even if it is one; the task fails \
    with "The value of the field 'Headers' has an invalid format" if it is not. A RequestBody belongs to POST, PUT \
    and PATCH. Headers that Step Functions or API Gateway set themselves cannot be given: Host, Authorization, \
    X-Amz-Date and the like.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "End": true,
      "Parameters": { "ApiEndpoint": "x.execute-api.eu-west-1.amazonaws.com", "Method": "GET",
        "Headers": { "Accept": «"text/plain"», «"Host"»: [ "example.com" ] } } } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "End": true,
      "Parameters": { "ApiEndpoint": "x.execute-api.eu-west-1.amazonaws.com", "Method": ‹"GET"›,
        «"RequestBody"»: { "id": 1 } } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "End": true,
      "Parameters": { "ApiEndpoint": "x.execute-api.eu-west-1.amazonaws.com", "Method": "POST",
        "Headers": { "Accept": [ "text/plain" ], "X-Order.$": "States.Array($.id)" },
        "RequestBody": { "id": 1 } } } } }
    """,
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
      "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET",
        "InvocationConfig": { "ConnectionArn": "c" }, "Headers": { "Accept": "text/plain" } } } } }
    """,
  ]
).state(.task) { state, subject, report in
  let arn = subject.resource(of: state)
  guard arn.integration?.belongs(to: "apigateway") == true, let payload = subject.payload(of: state)
  else { return }
  let tree = subject.tree
  checkLists(tree.value(payload, "Headers"), "header", subject, &report)
  checkLists(tree.value(payload, "QueryParameters"), "query parameter", subject, &report)
  checkHeaderNames(tree.value(payload, "Headers"), subject, &report)
  guard let body = tree.member(payload, "RequestBody") ?? tree.member(payload, "RequestBody.$"),
    let method = tree.value(payload, "Method"),
    ["GET", "HEAD", "OPTIONS", "DELETE"].contains(tree.text(method))
  else { return }
  report(
    body.key, "A \(tree.text(method)) request has no RequestBody.",
    help: "Remove it, or use POST, PUT or PATCH.",
    related: [RelatedPlace("the method", at: tree.range(method))], certainty: .likely)
}

/// Reports each member whose value is surely no list.
private func checkLists(_ object: NodeID?, _ noun: String, _ subject: Subject, _ report: inout Report) {
  guard let object else { return }
  let tree = subject.tree
  for (key, value) in tree.members(object) {
    switch tree.kind(value) {
    case .string where !subject.machine.isLiteralString(value): continue
    case .string where tree.withText(value, { $0.begins(with: "{%") }): continue
    case .string, .number, .boolean: break
    default: continue
    }
    let name = tree.text(key)
    guard !name.hasSuffix(".$"), !name.contains("${") else { continue }
    report(
      value,
      "The \(noun) \(quoted(name)) has a list of values, but this is one: \(quoted(tree.text(value))).",
      help: "Put it into brackets: [ \(quoted(tree.text(value))) ].")
  }
}

/// Reports headers that cannot be given (Developer Guide, "Call API Gateway", as of August 2022).
private func checkHeaderNames(_ object: NodeID?, _ subject: Subject, _ report: inout Report) {
  guard let object else { return }
  for (key, _) in subject.tree.members(object) {
    let name = subject.tree.text(key)
    let header = (name.hasSuffix(".$") ? String(name.dropLast(2)) : name).lowercased()
    guard reservedHeaders.contains(header) || reservedPrefixes.contains(where: header.hasPrefix) else {
      continue
    }
    report(
      key, "The header \(quoted(name)) cannot be given in a request to API Gateway.",
      help: header == "authorization" ? "Choose an \"AuthType\" instead." : "Remove it.", certainty: .likely)
  }
}

private let reservedHeaders: Set<String> = [
  "authorization", "connection", "content-md5", "expect", "host", "max-forwards", "proxy-authenticate",
  "server",
  "te", "transfer-encoding", "trailer", "upgrade", "via", "www-authenticate",
]
private let reservedPrefixes = ["x-forwarded", "x-amz"]
