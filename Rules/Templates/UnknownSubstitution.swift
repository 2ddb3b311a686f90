import Linting

let unknownSubstitution = Rule(
  "unknown-substitution", .fails, since: "0.1",
  summary: "Each ${Name} in a definition is one of its template's substitutions.",
  rationale: """
    CloudFormation replaces only the names that DefinitionSubstitutions lists. Any other ${Name} stays as it is: \
    in the Resource of a Task AWS refuses it, elsewhere the workflow asks services for a table or a queue of that \
    name. Names of parameters, resources and pseudo parameters mean nothing in a definition file.
    """,
  bad: [
    .file(
      "orders.asl.json",
      """
      { "StartAt": "Save", "States": { "Save": {
        "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
        "Parameters": { "TableName": "«${TabelName}»", "Item": { "Id": { "S.$": "$.id" } } } } } }
      """,
      beside: [
        .init(
          "template.yaml",
          """
          Resources:
            Orders:
              Type: AWS::Serverless::StateMachine
              Properties:
                DefinitionUri: orders.asl.json
                DefinitionSubstitutions:
                  TableName: !Ref Table
          """)
      ],
      fixed: """
        { "StartAt": "Save", "States": { "Save": {
          "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
          "Parameters": { "TableName": "${TableName}", "Item": { "Id": { "S.$": "$.id" } } } } } }
        """),
    .file(
      "template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::123456789012:role/Orders
            Definition:
              StartAt: Save
              States:
                Save:
                  Type: Task
                  Resource: «${SaveFunctionArn}»
                  End: true
      """),
  ],
  good: [
    .file(
      "template.yaml",
      """
      Resources:
        Orders:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::123456789012:role/Orders
            DefinitionString: !Sub |
              { "Comment": "${AWS::StackName}", "StartAt": "Save", "States": {
                "Save": { "Type": "Task", "Resource": "${SaveFunction.Arn}", "Next": "Tell" },
                "Tell": { "Type": "Pass", "End": true, "Result": { "shell": "echo $${HOME} ${!Place}" } } } }
            DefinitionSubstitutions:
              Place: here
      """),
    // No template says what is filled in.
    """
    { "StartAt": "Save", "States": {
      "Save": { "Type": "Task", "Resource": "${SaveFunctionArn}", "End": true } } }
    """,
  ]
).workflow { subject, report in
  for use in subject.definition.uses {
    guard let given = use.substitutions, !subject.placeholders.isEmpty else { continue }
    let isOnly = subject.definition.uses.count == 1
    for gap in Substitutions(given: given, subject.placeholders, mentioned: subject.placeholderNames).gaps {
      guard let place = gap.place(in: subject) else { continue }
      let owner = use.source.path == subject.source.path ? "" : " in \(use.source.path)"
      report(
        place.placeholder.node, at: place.placeholder.range,
        "\(quoted("${\(gap.name)}")) stays as it is: \(quoted(use.name))\(owner) has no such substitution.",
        help: gap.suggestion.map { "Did you mean \(quoted("${\($0.name)}"))?" }
          ?? "Add \(quoted(gap.name)) to its DefinitionSubstitutions, or write the value itself.",
        related: gap.otherPlaces(than: place.placeholder),
        fix: isOnly ? gap.fix : nil, certainty: place.certainty)
    }
  }
}

extension Substitutions.Gap {
  /// Where to show it, if it surely or probably is a fault.
  fileprivate func place(in subject: Subject) -> (placeholder: Placeholder, certainty: Certainty)? {
    let machine = subject.machine
    let isResource = { (node: NodeID) in
      machine.states.contains { $0.type == .task && machine.value(.resource, of: $0) == node }
    }
    let isComment = { (node: NodeID) in
      machine.objects.contains { machine.value(.comment, of: $0) == node }
    }
    let places = places.filter { !isComment($0.node) }
    guard let first = places.first else { return nil }
    if let place = places.first(where: { isResource($0.node) || subject.tree.kind($0.node) == .placeholder })
    {
      return (place, .certain)
    }
    if suggestion != nil { return (first, .certain) }
    // What is a part of a longer text may be meant for a shell, a query or another template.
    return places.first(where: \.isWhole).map { ($0, .likely) }
  }

  fileprivate func otherPlaces(than shown: Placeholder) -> [RelatedPlace] {
    places.filter { $0.range != shown.range }.map { RelatedPlace("here as well", at: $0.range) }
  }

  /// Writes the name that was meant in all places.
  fileprivate var fix: Fix? {
    guard let suggestion else { return nil }
    return Fix(
      "Replace with \(quoted("${\(suggestion.name)}"))", isSafe: suggestion.isSure,
      edits: places.map { TextEdit($0.range, "${\(suggestion.name)}") })
  }
}
