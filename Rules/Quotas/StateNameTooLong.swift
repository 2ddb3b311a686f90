import Linting

let stateNameTooLong = Rule(
  "state-name-too-long", .refused, since: "0.1", predicts: "INVALID_STATE_NAME",
  summary: "A state's name has at most 80 characters.",
  rationale: "The service limits names to 80 Unicode characters, of any kind.",
  bad: [
    Example(
      #"{ "StartAt": "\#(longName(81))", "States": { «"\#(longName(81))"»: { "Type": "Succeed" } } }"#)
  ],
  good: [
    Example(#"{ "StartAt": "\#(longName(80))", "States": { "\#(longName(80))": { "Type": "Succeed" } } }"#)
  ]
).state { state, subject, report in
  // A byte count within the limit settles it without counting characters.
  guard subject.tree.range(state.name).count > 80 else { return }
  let length = subject.tree.text(state.name).unicodeScalars.count
  guard length > 80 else { return }
  report(state.name, "This name has \(length) characters; Step Functions allows 80.")
}

private func longName(_ length: Int) -> String {
  String(repeating: "é", count: length)
}
