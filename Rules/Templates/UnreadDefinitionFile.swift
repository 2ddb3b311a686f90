import Linting

let unreadDefinitionFile = Rule(
  "unread-definition-file", .advice, since: "0.1",
  summary: "The files that a template names as definitions lie in its repository.",
  rationale: """
    Files outside of the repository are not read unless --allow-outside says so: a template of strangers could name any \
    file of this machine. What stands there is not checked.
    """,
  bad: [
    .file(
      "service/template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: «../shared/orders.asl.json»
      """,
      beside: [
        .init("shared/orders.asl.json", #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#),
        .init("service/.git/HEAD", "ref: refs/heads/main\n"),
      ])
  ],
  good: [
    .file(
      "service/template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: ../shared/orders.asl.json
      """,
      beside: [
        .init("shared/orders.asl.json", #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#),
        .init(".git/HEAD", "ref: refs/heads/main\n"),
      ])
  ]
).template { row, report in
  guard let link = row.link, case .failed(.isOutside(let isRepository)) = link.target else { return }
  let boundary = isRepository ? "repository" : "current folder and the template's"
  report(
    range: row.use.range,
    "The definition of \(quoted(row.use.name)) is not checked: \(quoted(link.path)) lies outside of the \(boundary).",
    help: "--allow-outside reads it.")
}
