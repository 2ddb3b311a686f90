import Linting

let unevaluatedResult = Rule(
  "unevaluated-result", .risky, since: "0.1",
  summary: "The Result of a Pass state holds constants only.",
  rationale: """
    A Result is passed on as it stands: "id.$" stays a field of this name, and the path in it a text. Parameters are \
    evaluated.
    """,
  bad: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Result": { «"id.$"»: "$.order.id" } } } }"#
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": { "id.$": "$.id" } } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Result": { "price.$": "9.99" } } } }"#,
  ]
).state(.pass) { state, subject, report in
  guard let result = subject.machine.value(.result, of: state), state.language == .jsonPath else { return }
  let tree = subject.tree
  var index = result.index
  while index < tree[result].next {
    let key = NodeID(index)
    index += 1
    guard tree.kind(key) == .key, tree.withText(key, { $0.suffix(2).elementsEqual(evaluationSuffix.utf8) }),
      isExpression(NodeID(index), tree)
    else { continue }
    report(
      key, "\(quoted(tree.text(key))) is not evaluated in a Result: it is passed on as it stands.",
      help: "Write \"Parameters\" instead of \"Result\".")
    return
  }
}

/// Whether a value is a text that would be evaluated elsewhere.
private func isExpression(_ value: NodeID, _ tree: SyntaxTree) -> Bool {
  guard tree.kind(value) == .string else { return false }
  return switch tree.withText(value, TemplateValue.parse) {
  case .path(let path): path.problems.isEmpty
  case .intrinsic(let intrinsic): intrinsic.problems.isEmpty && intrinsic.call?.function != nil
  }
}
