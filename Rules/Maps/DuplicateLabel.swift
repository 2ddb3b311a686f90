import Linting

let duplicateLabel = Rule(
  "duplicate-label", .refused, since: "0.1", predicts: "DUPLICATE_LABEL_NAME",
  summary: "Every Distributed Map has a label of its own.",
  rationale: """
    The ARNs of a Map's runs are made of its Label, so that no two Maps of a definition can have the same \
    ("Duplicate Label name: …"). Without a Label Step Functions makes one up.
    """,
  bad: [
    """
    { "StartAt": "Read", "States": {
      "Read": { "Type": "Map", "Next": "Write", "Label": ‹"Orders"›, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } },
      "Write": { "Type": "Map", "End": true, "Label": «"Orders"», "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } } } }
    """
  ],
  good: [
    """
    { "StartAt": "Read", "States": {
      "Read": { "Type": "Map", "Next": "Write", "Label": "Orders", "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } },
      "Write": { "Type": "Map", "End": true, "Label": "orders", "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } } } }
    """
  ]
).workflow { subject, report in
  let machine = subject.machine
  var first: [String: NodeID] = [:]
  for state in machine.states where state.type == .map && state.fields.present.contains(.label) {
    guard let label = machine.value(.label, of: state), machine.isLiteralString(label),
      !state.isOverridden, subject.machine.mode(of: state) == .distributed
    else { continue }
    let text = subject.tree.text(label)
    guard let other = first[text] else {
      first[text] = label
      continue
    }
    report(
      label, "Another Map has the label \(quoted(text)) as well.",
      help: "Give this one another label, or none.",
      related: [RelatedPlace("first used here", at: subject.tree.range(other))])
  }
}
