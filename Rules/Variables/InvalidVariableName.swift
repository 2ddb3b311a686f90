import Linting

let invalidVariableName = Rule(
  "invalid-variable-name", .refused, since: "0.1", predicts: "INVALID_VARIABLE_NAME",
  summary: "A variable has a name of letters, digits and underscores.",
  rationale: """
    The name of a variable begins with a letter of any script, goes on with letters, digits and underscores, and has \
    80 characters at most ("… the variable name contains invalid characters."). The "$" is written where the variable \
    is read, and Assign sets whole variables, never a part of one.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": {
      «"order.id"»: 1, «"2nd.$"»: "$.second", «"first-name"»: 3, «"_private"»: 4, «""»: 5 } } } }
    """,
    Example(
      #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": { «"$count.$"»: "$.n" } } } }"#,
      fixed:
        #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": { "count.$": "$.n" } } } }"#
    ),
    Example(
      """
      { "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": { "Type": "Pass", "End": true, "Assign": {
        «"count.$"»: "{% 1 %}", «"order.$"»: "$.order" } } } }
      """,
      fixed: """
        { "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": { "Type": "Pass", "End": true, "Assign": {
          "count": "{% 1 %}", "order": "$.order" } } } }
        """),
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": {
      "count": 1, "order_id.$": "$.id", "größe2": 3, "order": { "$id": 1, "first-name": 2 } } } } }
    """,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Assign": { "${Prefix}count": 1 } } } }"#,
  ]
).object(when: { kind, _ in kind.canAssign ? .has([.assign]) : .never }) { object, subject, report in
  let machine = subject.machine
  guard let value = machine.value(.assign, of: object), !machine.isUnknown(value),
    subject.isLanguageSound(of: object.state)
  else { return }
  subject.tree.forEachMember(value) { key, value in
    guard !machine.hasPlainVariableName(key, object.language) else { return }
    let name = machine.variableName(key, object.language)
    guard let defect = VariableName.defect(of: name), !machine.hasSubstitution(key) else { return }
    let meant = meantName(name, object.language)
    // That an underscore cannot begin a name is documented, but nobody was seen to be refused for it.
    let certainty: Certainty = defect == .start("_") ? .likely : .certain
    report(
      key, wording(of: defect, name), help: meant.map { "Assign \(quoted($0))." },
      fix: meant.flatMap { meant in
        let newKey = meant + suffix(of: key, name, subject.tree)
        // A path in JSONata stays a text under any name, which somebody has to look at.
        let isPath = name.hasSuffix(evaluationSuffix) && subject.tree.withText(value) { $0.begins(with: "$") }
        return subject.tree.renaming(
          key, to: newKey, title: "Replace with \(quoted(newKey))", isSafe: !isPath)
      },
      certainty: certainty)
  }
}

extension ObjectKind {
  var canAssign: Bool {
    switch self {
    case .succeed, .fail: false
    case .choiceRule, .catcher: true
    default: isState
    }
  }
}

private func wording(of defect: VariableName.Defect, _ name: String) -> String {
  switch defect {
  case .empty: "A variable needs a name."
  case .tooLong:
    "\(quoted(name)) is \(name.unicodeScalars.count) characters long, but the name of a variable has"
      + " \(VariableName.maximumLength) at most."
  case .start(let scalar):
    "\(quoted(name)) cannot be the name of a variable, since none begins with \(quoted(String(scalar)))."
  case .character(let scalar):
    "\(quoted(name)) cannot be the name of a variable, since none holds \(quoted(String(scalar)))."
  }
}

/// The name without a `$` at its beginning, or without the `.$` that only JSONPath knows.
private func meantName(_ name: String, _ language: QueryLanguage) -> String? {
  var meant = name[...]
  if meant.hasPrefix("$") { meant = meant.dropFirst() }
  if language == .jsonata, meant.hasSuffix(evaluationSuffix) {
    meant = meant.dropLast(evaluationSuffix.count)
  }
  return meant.count < name.count && VariableName.defect(of: String(meant)) == nil ? String(meant) : nil
}

/// What a key has behind the name of its variable.
private func suffix(of key: NodeID, _ name: String, _ tree: SyntaxTree) -> String {
  String(tree.text(key).dropFirst(name.count))
}
