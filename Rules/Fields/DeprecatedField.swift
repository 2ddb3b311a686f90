import Linting

let deprecatedField = Rule(
  "deprecated-field", .advice, since: "0.1",
  summary: "A Map state has ItemProcessor and ItemSelector, not Iterator and Parameters.",
  rationale: """
    Since distributed maps came in 2022 the Step Functions Developer Guide calls Iterator and Parameters of a Map \
    state deprecated. They still mean the same, but new features are described for the new names only, and examples \
    and Workflow Studio use those.
    """,
  bad: [
    Example(
      """
      { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
        «"Iterator"»: { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } },
        «"Parameters"»: { "order.$": "$$.Map.Item.Value" } } } }
      """,
      fixed: """
        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
          "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } },
          "ItemSelector": { "order.$": "$$.Map.Item.Value" } } } }
        """),
    .yaml(
      """
      StartAt: Each
      States:
        Each:
          Type: Map
          «Iterator»:
            StartAt: A
            States:
              A: { Type: Succeed }
          End: true
      """,
      fixed: """
        StartAt: Each
        States:
          Each:
            Type: Map
            ItemProcessor:
              StartAt: A
              States:
                A: { Type: Succeed }
            End: true
        """),
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
      "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } },
      "ItemSelector": { "order.$": "$$.Map.Item.Value" } } } }
    """,
    // Of a Task they are the request.
    """
    { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true,
      "Parameters": { "Message": "hi", "TopicArn": "arn:aws:sns:eu-west-1:123456789012:t" } } } }
    """,
  ]
).object(.map) { object, subject, report in
  let allowed = FieldTable.allowed(in: .map, object.language)
  for (old, new) in successors where object.fields.present.contains(old) && allowed.contains(old) {
    // Both at once is an error that another rule reports.
    guard !object.fields.present.contains(new), let row = subject.machine.row(old, of: object) else {
      continue
    }
    report(
      row.key, "\(quoted(old.name)) of a Map state is deprecated.",
      help: "Call it \(quoted(new.name)): it means the same.",
      fix: Fix(
        "Replace with \(quoted(new.name))", isSafe: true,
        subject.tree.replacement(of: row.key, with: new.name)))
  }
}

private let successors: [(old: Field, new: Field)] = [
  (.iterator, .itemProcessor), (.parameters, .itemSelector),
]
