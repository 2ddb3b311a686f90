import Linting

let conflictingTemplateKeys = Rule(
  "conflicting-template-keys", .risky, since: "0.1",
  summary: "A payload template has a field once, with .$ or without.",
  rationale: """
    The field "a.$" becomes "a" when the template is evaluated. The States Language forbids an "a" beside it, and \
    what Step Functions makes of both is not documented.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "order": { ‹"id"›: "none", «"id.$"»: "$.id" } } } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "id": "none", "order": { "id.$": "$.id" } } } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Result": { "a": 1, "a.$": 2 } } } }"#,
  ]
).object(when: { _, language in language == .jsonPath ? .has(templates) : .never }) {
  object, subject, report in
  // Looked at as one array: asking the tree about each node would retain it each time.
  let nodes = subject.tree.nodes
  for row in subject.machine.fields(of: object) where templates.contains(row.field) {
    let end = nodes[Int(row.value.index)].next
    var index = row.value.index
    while index < end {
      if nodes[Int(index)].kind == .object { check(NodeID(index), subject, &report) }
      index += 1
    }
  }
}

private let templates: FieldSet = [
  .parameters, .resultSelector, .itemSelector, .batchInput, .assign, .credentials,
]

private func check(_ object: NodeID, _ subject: Subject, _ report: inout Report) {
  let tree = subject.tree
  guard tree.count(object) > 1, mayConflict(object, tree) else { return }
  var names: PlainNames?
  tree.forEachMemberName(object) { key, _, name in
    guard name.namesEvaluatedValue else { return }
    let plainNames = names ?? PlainNames(object, tree)
    names = plainNames
    guard let other = plainNames.key(evaluatedAs: key), !subject.machine.hasSubstitution(key) else { return }
    report(
      key, "\(quoted(tree.text(key))) becomes \(quoted(tree.text(other))), which is there already.",
      help: "Keep one of them.", related: [RelatedPlace("the same field", at: tree.range(other))])
  }
}

/// Whether a name without suffix is as long as one with: of few objects, and quick to see.
private func mayConflict(_ object: NodeID, _ tree: SyntaxTree) -> Bool {
  var plainLengths: UInt64 = 0
  var evaluatedLengths: UInt64 = 0
  tree.forEachMemberName(object) { _, _, name in
    if name.namesEvaluatedValue {
      evaluatedLengths |= 1 << UInt64(min(name.count - 2, 63))
    } else {
      plainLengths |= 1 << UInt64(min(name.count, 63))
    }
  }
  return plainLengths & evaluatedLengths != 0
}

/// The keys of an object, to be found by the names of evaluated fields.
private struct PlainNames {
  private let object: NodeID
  private let tree: SyntaxTree
  /// Nil for a small object, whose members are compared one by one.
  private var keys: [String: NodeID]?

  private static let smallCount = 24

  init(_ object: NodeID, _ tree: SyntaxTree) {
    self.object = object
    self.tree = tree
    guard tree.count(object) > Self.smallCount else { return }
    keys = Dictionary(tree.members(object).map { (tree.text($0.key), $0.key) }) { first, _ in first }
  }

  /// The key that is the name of an evaluated field without its suffix.
  func key(evaluatedAs key: NodeID) -> NodeID? {
    if let keys { return keys[String(tree.text(key).dropLast(evaluationSuffix.count))] }
    return tree.withText(key) { name in
      let plain = UnsafeBufferPointer(rebasing: name.dropLast(evaluationSuffix.count))
      var found: NodeID?
      tree.forEachMemberName(object) { other, _, name in
        if name.count == plain.count, haveSameBytes(name, plain) { found = other }
      }
      return found
    }
  }
}
