import Linting

let failingIntrinsic = Rule(
  "failing-intrinsic", .fails, since: "0.1",
  summary: "Intrinsic functions get constants that they can work with.",
  rationale: """
    A well-formed call is accepted whatever its constants say, and fails when it runs: with an unknown hash \
    algorithm, a step of zero, a range of more than 1,000 numbers, or a template that does not have a {} for each value.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "hash.$": "States.Hash($.data, «'SHA-3'»)",
      "numbers.$": "States.ArrayRange(0, 9, «0»)",
      "parts.$": "States.ArrayPartition($.list, «0»)",
      "text.$": "States.Format(«'{} and {}'», $.name)" } } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "hash.$": "States.Hash($.data, 'SHA-256')",
      "numbers.$": "States.ArrayRange(0, 9, 1)",
      "parts.$": "States.ArrayPartition($.list, 10)",
      "text.$": "States.Format('{} and {}', $.name, $.friend)" } } } }
    """
  ]
).expression(.templateValue, .textPath) { site, subject, report in
  guard !site.traits.contains(.isPlainPath),
    subject.tree.withText(site.value, { $0.first != UInt8(ascii: "$") }), !subject.isSound(site),
    case .intrinsic(let intrinsic) = subject.templateValue(site),
    let problem = intrinsic.problems.first, intrinsic.problems.allSatisfy(\.kind.isOfValue),
    !subject.machine.hasSubstitution(site.value)
  else { return }
  let range = subject.tree.sourceRange(site.value, problem.range)
  let (message, help) = wording(of: problem, subject.source.text(in: range))
  report(site.value, at: range, message, help: help, certainty: problem.isCertain ? .certain : .likely)
}
