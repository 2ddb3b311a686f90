import Linting

let invalidJSONata = Rule(
  "invalid-jsonata", .refused, since: "0.1", predicts: "INVALID_JSONATA_EXPRESSION",
  summary: "Every JSONata expression is one that can be parsed.",
  rationale: """
    Step Functions parses all expressions when a state machine is created, and refuses it for one that is not \
    JSONata 2.0.6 ("Unexpected end of expression", "Expected "]", got ","").
    """,
  bad: [
    Example(
      """
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [
        { "Condition": "{% $states.input.n =«=» 1 %}", "Next": "B" } ], "Default": "B" },
        "B": { "Type": "Succeed", "Output": "{% $states.input.a &«&» $states.input.b %}" } } }
      """,
      fixed: """
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [
          { "Condition": "{% $states.input.n = 1 %}", "Next": "B" } ], "Default": "B" },
          "B": { "Type": "Succeed", "Output": "{% $states.input.a and $states.input.b %}" } } }
        """),
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "sum": "{% $sum($states.input.prices «%}»",
      "name": "{% $states.input.name «??» 'nobody' %}",
      "text": "{% 'it\\\\«'»s' %}",
      "flag": "{% «!»$states.input.flag %}",
      "none": "{%«%}»" }, "End": true } } }
    """,
    .yaml(
      """
      QueryLanguage: JSONata
      StartAt: A
      States:
        A:
          Type: Pass
          Output: >-
            {%
              $states.input.orders[«?»(@.price < 10)]
            %}
          End: true
      """),
  ],
  good: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "sum": "{% $sum($states.input.prices) %}",
      "name": "{% $exists($states.input.name) ? $states.input.name : 'nobody' %}",
      "text": "{% \\"it's\\" %}",
      "flag": "{% $not($states.input.flag) %}",
      "none": "{%''%}" }, "End": true } } }
    """,
    // What is filled in later may be what is missing.
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Wait", "Seconds": "{% ${Delay} + 1 %}", "End": true } } }
    """,
    // Parsed as JSONata in JSONata states only.
    #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed", "Comment": "{% a == b %}" } } }"#,
  ]
).expression(.jsonata) { site, subject, report in
  guard case .invalid(let error) = subject.jsonata(site) else { return }
  let text = subject.tree.withText(site.value) { Array($0.dropFirst(2).dropLast(2)) }
  let offender = String(decoding: text[Int(error.range.start)..<Int(error.range.end)], as: UTF8.self)
  let slip = JSONataSlip(error, in: text)
  let (message, help) = wording(of: error.kind, offender, isEmpty: text.allSatisfy { $0 <= 0x20 })
  report(
    site.value, at: underline(error.range, text.count, site, subject), message, help: slip?.help ?? help,
    fix: slip.flatMap { slip in
      guard let change = slip.change else { return nil }
      return Fix(slip.title, isSafe: true, subject.replacement(of: change.range, in: site, with: change.text))
    })
}

/// What to underline: the first line of the offending text, or the closing delimiter if something is missing there.
private func underline(_ range: ByteRange, _ length: Int, _ site: ExpressionSite, _ subject: Subject)
  -> ByteRange
{
  let end = UInt32(length)
  return subject.place(of: range.start >= end ? ByteRange(end, end + 2) : range, in: site)
}
