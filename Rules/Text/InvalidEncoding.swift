import Linting

let invalidEncoding = Rule(
  "invalid-encoding", .refused, since: "0.1", predicts: "INVALID_JSON_DESCRIPTION",
  summary: "The file is text in UTF-8.",
  rationale:
    "Definitions travel as UTF-8. Bytes that are not UTF-8 are refused or turned into other characters.",
  bad: ["{ \"StartAt\": \"A«\0»\", \"States\": { \"A\0\": { \"Type\": \"Succeed\" } } }"],
  good: [#"{ "StartAt": "Prüfen ✓", "States": { "Prüfen ✓": { "Type": "Succeed" } } }"#]
).syntaxDefect(.binary, .utf16, .invalidUTF8) { defect, _, report in
  switch defect.kind {
  case .binary:
    report(range: defect.range, "The file holds a zero byte: it is not a text.")
  case .utf16:
    report(range: defect.range, "The file is in UTF-16.", help: "Save it as UTF-8.")
  default:
    report(range: defect.range, "From here the file is not UTF-8.", help: "Save it as UTF-8.")
  }
}
