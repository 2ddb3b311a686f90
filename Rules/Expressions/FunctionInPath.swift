import Linting

let functionInPath = Rule(
  "function-in-path", .fails, since: "0.1",
  summary: "A path has names, indexes and filters, but no functions.",
  rationale: """
    Functions such as length() and max() are an extension of some engines that follow paths. Step Functions does not \
    document them, and users report that such paths fail when they run.
    """,
  bad: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "count.$": "$.orders.«length()»", "most.$": "States.Format('{}', $.amounts.«max()»)" } } } }
    """
  ],
  good: [
    """
    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Parameters": {
      "count.$": "States.ArrayLength($.orders)", "last.$": "$.orders[(@.length-1)]" } } } }
    """
  ]
)
.expression(.path, .referencePath, .resultPath, .comparison) { site, subject, report in
  guard site.traits.contains(.hasParenthesis), subject.tree.withText(site.value, mayHaveFunction) else {
    return
  }
  reportFunction(in: [subject.tree.withText(site.value) { Path.parse($0) }], site, subject, &report)
}
.expression(.templateValue, .textPath) { site, subject, report in
  guard site.traits.contains(.hasParenthesis), subject.tree.withText(site.value, mayHaveFunction),
    !subject.isSound(site)
  else { return }
  reportFunction(in: subject.templateValue(site).paths, site, subject, &report)
}

/// Whether there is a `(` behind a name other than those of intrinsic functions, which begin with `States.`.
private func mayHaveFunction(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var dot: Int?
  for (index, byte) in text.enumerated() {
    switch byte {
    case UInt8(ascii: "."): dot = index
    case UInt8(ascii: "("):
      if let dot, dot + 1 < index, !text[..<dot].suffix(6).elementsEqual("States".utf8) { return true }
      dot = nil
    default: break
    }
  }
  return false
}

private func reportFunction(
  in paths: [Path], _ site: ExpressionSite, _ subject: Subject, _ report: inout Report
) {
  for path in paths {
    guard let problem = path.problems.first(where: { $0.kind == .function }),
      !subject.machine.hasSubstitution(site.value)
    else { continue }
    let range = subject.tree.sourceRange(site.value, problem.range)
    let name = subject.source.text(in: range)
    report(
      site.value, at: range, "\(quoted(name)) is a function, which the paths of Step Functions do not have.",
      help: name.hasPrefix("length(") || name.hasPrefix("size(")
        ? "Use States.ArrayLength in a field whose name ends in \".$\"."
        : "Work it out with an intrinsic function, in a Lambda function, or in JSONata.",
      certainty: .likely)
  }
}
