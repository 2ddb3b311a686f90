import Linting

let definitionTooLarge = Rule(
  "definition-too-large", .refused, since: "0.1",
  summary: "A definition has at most 1,048,576 characters.",
  rationale: """
    CreateStateMachine and UpdateStateMachine take no more. What counts is the text that is sent, so a tool that \
    strips blanks may bring a definition that is slightly above the limit below it.
    """,
  bad: [
    Example(
      #"«{» "Comment": "\#(String(repeating: "x", count: maximumCharacters))", "StartAt": "A", "#
        + #""States": { "A": { "Type": "Succeed" } } }"#)
  ],
  good: [
    Example(
      #"{ "Comment": "\#(String(repeating: "x", count: 1_000))", "StartAt": "A", "#
        + #""States": { "A": { "Type": "Succeed" } } }"#)
  ]
).workflow { subject, report in
  let range = subject.tree.range(subject.machine.root)
  // Characters are at most as many as bytes, which are known.
  guard range.count > maximumCharacters else { return }
  let characters = subject.source.scalarCount(in: range)
  guard characters > maximumCharacters else { return }
  report(
    subject.machine.root, "The definition has \(characters) characters; Step Functions takes 1,048,576.",
    help: "Move parts of it into state machines of their own and call them with states:startExecution.")
}

/// The length of `definition` in the API model of CreateStateMachine.
private let maximumCharacters = 1_048_576
