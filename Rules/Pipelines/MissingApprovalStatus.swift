import Linting

let missingApprovalStatus = Rule(
  "missing-approval-status", .advice, since: "0.1",
  summary: "A step that registers a version of a model says whether it is approved.",
  rationale: """
    A version in a group of models can be deployed once its ModelApprovalStatus is "Approved". Without one, \
    the version waits as if it were "PendingManualApproval", which those who read the pipeline cannot see: \
    say whether somebody has to look at it first.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": «"Register"», "Type": "RegisterModel", "Arguments": {
        "ModelPackageGroupName": "churn" } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "Status" } ], "Steps": [
        { "Name": "Register", "Type": "RegisterModel", "Arguments": {
          "ModelPackageGroupName": "churn", "ModelApprovalStatus": { "Get": "Parameters.Status" } } } ] }
      """),
    // Approval is a matter of versions, which only groups have.
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [ { "Name": "Register", "Type": "RegisterModel", "Arguments": {} } ] }
      """),
  ]
).step(.registerModel) { step, subject, report in
  let tree = subject.tree
  guard let arguments = subject.pipeline.value(.arguments, of: step), !tree.isUnsettled(arguments),
    tree.value(arguments, "ModelPackageGroupName") != nil
  else { return }
  var isSaid = false
  // A member with a name like it is misspelt, which is reported as such; one of a template may be anything.
  for (key, _) in tree.members(arguments) {
    let name = tree.text(key)
    isSaid =
      isSaid || name == "ModelApprovalStatus" || tree.hasSubstitution(key) || name.hasPrefix("Fn::")
      || Spelling.closest(to: name, in: ["ModelApprovalStatus"]) != nil
  }
  guard !isSaid else { return }
  report(
    subject.pipeline.title(of: step),
    "Nothing says whether the version that \(subject.pipeline.quotedName(step.id)) registers is approved.",
    help:
      "Add \"ModelApprovalStatus\": \"PendingManualApproval\", or \"Approved\" if nobody has to look at it.")
}
