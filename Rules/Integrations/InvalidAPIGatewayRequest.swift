import Linting

let invalidAPIGatewayRequest = Rule(
  "invalid-api-gateway-request", .fails, since: "0.1",
  summary: "A request to API Gateway has the form that the integration takes.",
  rationale: """
    In apigateway:invoke each header and each query parameter has a list of values, even if it is one; the task fails \
    with "The value of the field 'Headers' has an invalid format" if it is not. A RequestBody belongs to POST, PUT \
    and PATCH.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": {
      "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "End": true,
      "Parameters": { "ApiEndpoint": "x.execute-api.eu-west-1.amazonaws.com", "Method": "GET",
        "Headers": { "Accept": «"text/plain"» } } } } }
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
    case .string where tree.withText(value, { $0.starts(with: "{%".utf8) }): continue
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
