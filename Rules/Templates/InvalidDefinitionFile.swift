import Linting

let invalidDefinitionFile = Rule(
  "invalid-definition-file", .refused, since: "0.1",
  summary: "What a template names as a definition is a file that holds a workflow.",
  rationale: """
    What stands there goes to Step Functions as it is. A folder, the template itself, or an object without StartAt and \
    States is no state machine.
    """,
  bad: [
    .file(
      "template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: «./template.yaml»
      """),
    .file(
      "template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: «definitions/orders.json»
        Payments:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: «definitions»
      """,
      beside: [.init("definitions/orders.json", #"{ "Definition": { "StartAt": "A" } }"#)]),
  ],
  good: [
    .file(
      "template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: definitions/orders.json
      """,
      beside: [
        .init("definitions/orders.json", #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#)
      ])
  ]
).template { row, report in
  guard let link = row.link, case .failed(let failure) = link.target, let wording = failure.wording(link)
  else {
    return
  }
  report(
    range: row.use.range,
    "\(quoted(link.path)) cannot be \(link.role): \(wording.reason).",
    help: wording.help, certainty: wording.certainty)
}

extension DefinitionLink {
  /// What the other file should hold.
  fileprivate var role: String {
    switch content {
    case .definition, .uploadedDefinition, .serviceDefinition: "the definition of \(quoted(use.name))"
    case .stateMachine: "the state machine \(quoted(use.name))"
    case .stateMachines, .stepFunctions: "\(quoted(use.name)) of the service"
    }
  }
}

extension LinkFailure {
  /// What it means; nil of failures that are another rule's business.
  fileprivate func wording(
    _ link: DefinitionLink
  ) -> (reason: String, help: String?, certainty: Certainty)? {
    switch self {
    case .missing, .isOutside: nil
    case .isFolder: ("it is a folder", "Name the file in it.", .certain)
    case .isNoFile: ("it is a pipe, a device or a socket, not a file", nil, .certain)
    case .isTooLarge(let reason): (reason, "A definition has at most 1,048,576 characters.", .certain)
    case .isBinary: ("it is not a text", nil, .certain)
    case .isUnreadable(let reason): ("it cannot be read here (\(reason))", nil, .likely)
    case .isNoWorkflow:
      ("it holds no workflow", "A state machine is an object with \"StartAt\" and \"States\".", .certain)
    case .isSelf:
      (
        "it is the template itself",
        "Move the definition to a file of its own, or write it as \"Definition\" in the template.", .certain
      )
    case .missingKey(let key, let neighbours):
      (
        "it has no member \(quoted(key))", didYouMean(Spelling.closest(to: key, in: neighbours)), .certain
      )
    case .isCircular: ("the files refer to each other without end, or too many in a row", nil, .certain)
    }
  }
}
