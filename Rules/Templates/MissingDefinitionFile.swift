import Linting

let missingDefinitionFile = Rule(
  "missing-definition-file", .refused, since: "0.1",
  summary: "The file that a template names as a definition exists.",
  rationale: """
    The path is relative to the folder of the template (of the service, in the Serverless Framework). Without the file \
    there is nothing to deploy. It may be made by a build step that has not run yet; unless another file there is called \
    nearly the same, this is a warning.
    """,
  bad: [
    .file(
      "template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: «order.asl.json»
      """,
      beside: [
        .init("orders.asl.json", #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#)
      ],
      fixed: """
        Resources:
          Orders:
            Type: AWS::Serverless::StateMachine
            Properties:
              DefinitionUri: orders.asl.json
        """)
  ],
  good: [
    .file(
      "template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: orders.asl.json
        Payments:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: s3://definitions/payments.asl.json
      """,
      beside: [
        .init("orders.asl.json", #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#)
      ])
  ]
).template { row, report in
  guard let link = row.link, case .failed(.missing(let neighbours)) = link.target else { return }
  let path = link.path
  let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
  let suggestion = Spelling.suggestion(for: String(path[start...]), in: neighbours).map {
    Spelling.Suggestion(name: path[..<start] + $0.name, isSure: $0.isSure)
  }
  report(
    range: row.use.range,
    "There is no file \(quoted(path)), which should hold the definition of \(quoted(row.use.name)).",
    help: didYouMean(suggestion?.name)
      ?? "The path starts from the template's folder. If a build step makes the file, lint after it.",
    fix: suggestion.flatMap { row.respelling($0) }, certainty: suggestion == nil ? .likely : .certain)
}

extension TemplateRow {
  /// Writes another path, in the quotes that are there. The author has not said that it is the right one.
  fileprivate func respelling(_ suggestion: Spelling.Suggestion) -> Fix? {
    let spelling = use.source.text(in: use.range)
    guard let link, let place = spelling.utf8.firstRange(of: link.path.utf8) else { return nil }
    let start =
      use.range.start + UInt32(spelling.utf8.distance(from: spelling.startIndex, to: place.lowerBound))
    let range = ByteRange(start, start + UInt32(link.path.utf8.count))
    return Fix("Replace with \(quoted(suggestion.name))", isSafe: false, TextEdit(range, suggestion.name))
  }
}
