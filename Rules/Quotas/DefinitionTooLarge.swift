import Linting

let definitionTooLarge = Rule(
  "definition-too-large", .refused, since: "0.1",
  summary: "A definition has at most 1,048,576 characters.",
  rationale: """
    CreateStateMachine and UpdateStateMachine take no more, nor do CreatePipeline and UpdatePipeline. What counts is \
    the text that is sent, so a tool that strips blanks may bring a definition that is slightly above the limit below \
    it.
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
)
.workflow { subject, report in
  guard let count = excessiveLength(of: subject.machine.root, in: subject.tree) else { return }
  report(
    subject.machine.root, "The definition has \(count) characters; Step Functions takes 1,048,576.",
    help: "Move parts of it into state machines of their own and call them with states:startExecution.")
}
.pipeline { subject, report in
  guard let count = excessiveLength(of: subject.pipeline.root, in: subject.tree) else { return }
  report(
    subject.pipeline.root, "The definition has \(count) characters; SageMaker takes 1,048,576.",
    help: "Move parts of it into pipelines of their own.")
}

/// How many characters a definition has, if these are too many.
private func excessiveLength(of root: NodeID, in tree: SyntaxTree) -> Int? {
  let range = tree.range(root)
  // Characters are at most as many as bytes, which are known.
  guard range.count > maximumCharacters else { return nil }
  let count = tree.source.scalarCount(in: range)
  return count > maximumCharacters ? count : nil
}

/// The length of `definition` in the API model of CreateStateMachine, and of `PipelineDefinition` in CreatePipeline's.
private let maximumCharacters = 1_048_576
