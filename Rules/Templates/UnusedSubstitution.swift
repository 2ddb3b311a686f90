import Linting

let unusedSubstitution = Rule(
  "unused-substitution", .advice, since: "0.1",
  summary: "Each of a template's substitutions has a place in the definition.",
  rationale: """
    A name in DefinitionSubstitutions for which the definition has no ${Name} does nothing: a leftover, or the sign \
    that the definition should use it.
    """,
  bad: [
    .file(
      "template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: orders.asl.json
            DefinitionSubstitutions:
              SaveFunctionArn: !GetAtt SaveFunction.Arn
              «QueueUrl»: !Ref Queue
      """,
      beside: [
        .init(
          "orders.asl.json",
          """
          { "StartAt": "Save", "States": {
            "Save": { "Type": "Task", "Resource": "${SaveFunctionArn}", "End": true } } }
          """)
      ])
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
            DefinitionSubstitutions:
              SaveFunctionArn: arn:aws:lambda:eu-west-1:123456789012:function:${SaveFunction}
              SaveFunction: save
      """,
      beside: [
        .init(
          "orders.asl.json",
          """
          { "StartAt": "Save", "States": {
            "Save": { "Type": "Task", "Resource": "${SaveFunctionArn}", "End": true } } }
          """)
      ])
  ]
).template { row, report in
  guard let given = row.use.substitutions, !given.isEmpty, let definition = row.definition,
    definition.workflow.tree.defects.isEmpty
  else { return }
  let substitutions = Substitutions(
    given: given, definition.placeholders(), mentioned: definition.placeholderNames())
  for substitution in substitutions.unused {
    report(
      range: substitution.range,
      "The definition of \(quoted(row.use.name)) has no place for \(quoted(substitution.name)).",
      help: "Remove it, or write \(quoted("${\(substitution.name)}")) where its value belongs.")
  }
}
