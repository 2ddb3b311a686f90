import Linting

let mapItemOutsideMap = Rule(
  "map-item-outside-map", .risky, since: "0.1",
  summary: "The item of a Map is read in a Map.",
  rationale: """
    The context object has Map.Item while a Map state prepares and runs its iterations: in its ItemSelector, and in the \
    states of an inline Map. In any other state there is none, and an expression that reads it fails.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "item.$": "$$.«Map».Item.Value" } } } }
    """,
    """
    { "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": {
      "Type": "Pass", "Output": "{% $states.context.«Map».Item.Index %}", "End": true } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
      "ItemSelector": { "item.$": "$$.Map.Item.Value" },
      "ItemProcessor": { "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Parameters": { "index.$": "$$.Map.Item.Index" }, "End": true } } } } } }
    """
  ]
).workflow { subject, report in
  for read in subject.contextReads {
    guard let step = read.steps.first, step.name == "Map", !subject.machine.isInMap(read.state) else {
      continue
    }
    report(
      read.site.value, at: subject.tree.sourceRange(read.site.value, step.range),
      "There is no item of a Map here: \(subject.machine.quotedName(read.state)) is in no Map.",
      help: "Hand it to the state in its input.")
  }
}

extension StateMachine {
  /// Whether a state is a Map or inside one, or may be.
  fileprivate func isInMap(_ state: StateID) -> Bool {
    var current: StateID? = state
    while let id = current {
      let type = self[id].type
      if type == .map || type == .unknown { return true }
      current = self[self[id].scope].owner
    }
    return false
  }
}
