import Linting

let foreignTemplate = Rule(
  "foreign-template", .advice, since: "0.1",
  summary: "The file is a definition, not a template that another program turns into one.",
  rationale: """
    A file with Jinja, Terraform or similar syntax is no JSON or YAML until that program has run. Stateline does \
    not guess what comes out: it says so once, and analyses nothing of the file.
    """,
  bad: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": «{{» delay }}, "End": true } } }"#
  ],
  good: [
    #"{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${Delay}, "End": true } } }"#,
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": "{{ text }}", "End": true } } }"#,
  ]
).syntaxDefect(.foreignTemplate, .computedText) { defect, _, report in
  let isTerraform = defect.kind == .computedText || defect.detail == "Terraform"
  report(
    range: defect.range,
    defect.kind == .computedText
      ? "What this definition is, only Terraform knows; it is not analysed."
      : "This looks like a template of \(defect.detail ?? "another language"); it is not analysed.",
    help: isTerraform
      ? "Run Stateline on the plan: \"terraform show -json PLAN > plan.json\" writes what Terraform makes of it."
      : "Run Stateline on what the template becomes.")
}
