import Linting

let outerVariableInDistributedMap = Rule(
  "outer-variable-in-distributed-map", .fails, since: "0.1",
  summary: "States of a Distributed Map read no variables from around it.",
  rationale: """
    Each iteration of a Distributed Map is an execution of its own, which gets its item and nothing else: the variables \
    of the states around the Map have no value in it. ItemSelector and ItemBatcher are evaluated before, and can hand \
    them in.
    """,
  bad: [
    """
    { "StartAt": "Start", "QueryLanguage": "JSONata", "States": {
      "Start": { "Type": "Pass", "Assign": { ‹"rate"›: 2 }, "Next": "Each" },
      "Each": { "Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Price", "States": {
          "Price": { "Type": "Pass", "Output": "{% $states.input * «$rate» %}", "End": true } } } } } }
    """
  ],
  good: [
    """
    { "StartAt": "Start", "QueryLanguage": "JSONata", "States": {
      "Start": { "Type": "Pass", "Assign": { "rate": 2 }, "Next": "Each" },
      "Each": { "Type": "Map", "End": true,
        "ItemSelector": { "rate": "{% $rate %}", "price": "{% $states.context.Map.Item.Value %}" },
        "ItemProcessor": {
          "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
          "StartAt": "Price", "States": { "Price": {
            "Type": "Pass", "Output": "{% $states.input.price * $states.input.rate %}", "End": true } } } } } }
    """,
    """
    { "StartAt": "Start", "QueryLanguage": "JSONata", "States": {
      "Start": { "Type": "Pass", "Assign": { "rate": 2 }, "Next": "Each" },
      "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Price", "States": {
        "Price": { "Type": "Pass", "Output": "{% $states.input * $rate %}", "End": true } } } } } }
    """,
  ]
).workflow { subject, report in
  for doubt in subject.variables.doubtfulReads where doubt.presence == .absent {
    guard case .outsideDistributedMap(let state, let row) = VariableOrigin(of: doubt, subject) else {
      continue
    }
    let read = doubt.read
    report(
      read.site.value, at: subject.tree.sourceRange(read.site.value, read.range),
      "$\(shortened(read.name)) has no value here: \(subject.machine.quotedName(state)) assigns it outside of the"
        + " Distributed Map.",
      help: "Hand it in with the ItemSelector or BatchInput of the Map.",
      related: [RelatedPlace("assigned here", at: subject.tree.range(row.key))],
      certainty: doubt.isIndispensable ? .certain : .likely)
  }
}
