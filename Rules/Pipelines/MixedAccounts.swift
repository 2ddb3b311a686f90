import Linting

let mixedAccounts = Rule(
  "mixed-accounts", .risky, since: "0.1",
  summary: "The roles of all steps belong to one account.",
  rationale: """
    A pipeline can only hand on roles of the account in which it runs ("iam:PassRole" does not reach beyond \
    it). A role of another account is most often left over from the account that the definition was written in.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Prepare", "Type": "Processing", "Arguments": {
          "RoleArn": ‹"arn:aws:iam::111122223333:role/jobs"› } },
        { "Name": "Train", "Type": "Training", "Arguments": {
          "RoleArn": «"arn:aws:iam::444455556666:role/jobs"» } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Prepare", "Type": "Processing", "Arguments": {
          "RoleArn": "arn:aws:iam::111122223333:role/jobs",
          "AppSpecification": { "ImageUri": "444455556666.dkr.ecr.eu-west-1.amazonaws.com/prepare:1" } } },
        { "Name": "Train", "Type": "Training", "Arguments": {
          "RoleArn": "arn:aws:iam::111122223333:role/training" } } ] }
      """)
  ]
).pipeline { subject, report in
  let roles = subject.namedResources.compactMap { literal, name -> (account: String, node: NodeID)? in
    guard literal.kind == .role, let name, name.isRole else { return nil }
    return (name.account, literal.node)
  }
  guard let first = roles.first, let other = roles.first(where: { $0.account != first.account }) else {
    return
  }
  report(
    other.node, "This role is of account \(other.account), but other steps have roles of \(first.account).",
    help: "A pipeline can only use roles of the account in which it runs.",
    related: [RelatedPlace("a role of \(first.account)", at: subject.tree.range(first.node))])
}
