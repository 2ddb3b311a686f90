import Linting

/// Reports the `Resource` of an `ItemReader` or `ResultWriter` that is none of the S3 APIs that it takes.
func checkS3Resource(
  _ resource: NodeID, of owner: String, among apis: [String], certainty: Certainty, _ subject: Subject,
  _ report: inout Report
) {
  guard subject.tree.kind(resource) == .string, !subject.tree.isTagged(resource) else { return }
  let arn = subject.tree.withText(resource, ResourceARN.init)
  guard arn.kind != .unknown else { return }
  let service = subject.text(arn.service, of: resource)
  let api = subject.text(arn.action, of: resource)
  if arn.kind == .unrecognizedIntegration, arn.pattern == .requestResponse, service == "s3",
    apis.contains(api)
  {
    return
  }
  let meant = service.lowercased() == "s3" ? MeantAPI(api, among: apis) : nil
  let right = meant.map { subject.resource(resource, arn, calling: "s3:\($0.name)") }
  report(
    resource, "\(quoted(subject.tree.text(resource))) is not a Resource of \(owner).",
    help: didYouMean(right) ?? "It is \(listed(apis.map { "\"arn:aws:states:::s3:\($0)\"" }, "or")).",
    fix: right.flatMap {
      Fix(
        "Replace with \(quoted($0))", isSafe: meant?.isSure ?? false,
        subject.tree.replacement(of: resource, with: $0))
    },
    certainty: meant == nil ? certainty : .certain)
}

private struct MeantAPI {
  let name: String
  let isSure: Bool

  init?(_ api: String, among apis: [String]) {
    if apis.contains(api) {
      name = api
      isSure = true
    } else if let suggestion = Spelling.suggestion(for: api, in: apis) {
      name = suggestion.name
      isSure = suggestion.isSure
    } else {
      return nil
    }
  }
}
