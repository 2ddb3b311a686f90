import Linting

let invalidJSONataCall = Rule(
  "invalid-jsonata-call", .fails, since: "0.1",
  summary: "A JSONata expression calls functions that there are, with as many arguments as they take.",
  rationale: """
    Which function a name stands for is only looked up when the expression is evaluated. If there is none \
    ("T1006: Attempted to invoke a non-function"), or it takes other arguments (T0410), the state fails with \
    States.QueryEvaluationError.
    """,
  bad: [
    Example(
      """
      { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
        "name": "{% «$uppercas»($states.input.name) %}", "time": "{% $states.input.items[«contains»(name, 'x')] %}" },
        "End": true } } }
      """,
      fixed: """
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
          "name": "{% $uppercase($states.input.name) %}", "time": "{% $states.input.items[$contains(name, 'x')] %}" },
          "End": true } } }
        """),
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "sum": "{% «$sum»(1, 2) %}", "all": "{% «$append»($states.input.a) %}", "value": "{% «$eval»('1 + 1') %}",
      "number": "{% «$randomSeeded»(7) %}" }, "End": true } } }
    """,
  ],
  good: [
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": {
      "name": "{% $uppercase($states.input.name) %}", "long": "{% $states.input.names[$length() > 9] %}",
      "sum": "{% $sum([1, 2]) %}", "all": "{% $states.input.a ~> $append([1]) %}",
      "number": "{% $random(7) %}",
      "own": "{% ($double := function($x) { 2 * $x }; $double(4)) %}",
      "first": "{% $map($states.input.words, $substring(?, 0, 1)) %}" }, "End": true } } }
    """
  ]
).expression(.jsonata) { site, subject, report in
  guard case .expression(let parsed) = subject.jsonata(site), !parsed.uses.calls.isEmpty else { return }
  for call in parsed.uses.calls where !call.isLocal {
    guard let fault = CallFault(call, parsed, subject) else { continue }
    let range = parsed.expression[call.callee].tokenRange
    report(
      site.value, at: subject.place(of: range, in: site), fault.message, help: fault.help,
      fix: fault.replacement.flatMap { text in
        Fix("Write \(text)", isSafe: true, subject.replacement(of: range, in: site, with: text))
      },
      certainty: fault.isCertain ? .certain : .likely)
  }
}

/// What is wrong with a call, in words.
private struct CallFault {
  let message: String
  let help: String?
  var replacement: String?
  var isCertain = true

  init?(_ call: JSONataUses.Call, _ parsed: ParsedJSONata, _ subject: Subject) {
    guard parsed.expression.kind(call.callee) == .variable else {
      // An expression that reads the missing document is refused before anything is called.
      guard parsed.uses.contextReads.isEmpty else { return nil }
      self.init(bareName: parsed.expression.name(call.callee))
      return
    }
    guard let function = parsed.expression.function(call.callee) else {
      let name = parsed.expression.name(call.callee)
      guard !subject.assignments.mayAssign(name), name != "states" else { return nil }
      self.init(unknown: name)
      return
    }
    self.init(call, of: function)
  }

  private init?(_ call: JSONataUses.Call, of function: JSONataFunction) {
    if function.origin == .disabled {
      message = "Step Functions has no \(quoted("$" + function.name))."
      help = "$parse turns JSON text into a value."
      return
    }
    // Placeholders of a partial call are filled in by whoever calls what it makes.
    guard !call.isPartial, let defect = function.defect(ofArgumentCount: call.argumentCount) else {
      return nil
    }
    let few = defect == .tooFew ? "only " : ""
    message =
      "\(quoted("$" + function.name)) takes \(function.argumentPhrase), not \(few)\(call.argumentCount)."
    help = Self.helpWithArguments(function, defect)
    isCertain = function.origin == .jsonata
  }

  private init(bareName name: String) {
    if JSONataFunction.named(name) != nil {
      message = "\(quoted(name)) is not a function: functions begin with \"$\"."
      help = "Write $\(name)(…)."
      replacement = "$\(name)"
    } else {
      message = "\(quoted(name)) is not a function: it is a field, and no value of a field can be called."
      help = JSONataFunction.closest(to: name).map { "Did you mean $\($0)(…)?" }
      isCertain = false
    }
  }

  private init(unknown name: String) {
    let suggestion = JSONataFunction.suggestion(for: name)
    message =
      "\(quoted("$" + name)) is not a function of JSONata or Step Functions, as of \(JSONataFunction.date)."
    help = replacements[name] ?? suggestion.map { "Did you mean $\($0.name)?" }
    if let suggestion, suggestion.isSure { replacement = "$\(suggestion.name)" }
    isCertain = suggestion != nil
  }

  private static func helpWithArguments(
    _ function: JSONataFunction, _ defect: JSONataFunction.ArgumentCountDefect
  ) -> String? {
    let takesList = ["sum", "max", "min", "average", "count", "join"].contains(function.name)
    return takesList && defect == .tooMany ? "Put the values into a list: $\(function.name)([a, b])." : nil
  }
}

/// What does in Step Functions what functions of other places do.
private let replacements: [String: String] = [
  "randomSeeded": "$random takes a seed: $random(7).",
  "toUpper": "Write $uppercase(…).", "toUpperCase": "Write $uppercase(…).", "upper": "Write $uppercase(…).",
  "toLower": "Write $lowercase(…).", "toLowerCase": "Write $lowercase(…).", "lower": "Write $lowercase(…).",
  "concat": "Texts are joined with &, lists with $append.", "format": "Texts are joined with &.",
  "jsonParse": "Write $parse(…).", "parseJson": "Write $parse(…).", "stringToJson": "Write $parse(…).",
  "toString": "Write $string(…).", "stringify": "Write $string(…).", "jsonToString": "Write $string(…).",
  "toNumber": "Write $number(…).", "if": "Write condition ? value : other.",
  "len": "Write $length(…) for a text, $count(…) for a list.",
  "size": "Write $length(…) for a text, $count(…) for a list.",
  "flatten": "JSONata flattens lists that stand in a path: $states.input.lists.items.",
  "first": "The first item of a list is list[0].", "last": "The last item of a list is list[-1].",
]

extension JSONataFunction {
  /// When Step Functions was last asked which functions it has.
  fileprivate static let date = "2026-09"

  fileprivate static func suggestion(for name: String) -> Spelling.Suggestion? {
    Spelling.suggestion(for: name, in: callable)
  }

  /// The function that somebody probably meant who wrote this name.
  static func closest(to name: String) -> String? { suggestion(for: name)?.name }

  private static let callable = all.filter { $0.origin != .disabled }.map(\.name)

  /// How many arguments it takes, in words.
  fileprivate var argumentPhrase: String {
    let (fewest, most) = (argumentCounts.lowerBound, argumentCounts.upperBound)
    if most == .max { return "at least \(counted(fewest, "argument"))" }
    if fewest == most { return most == 0 ? "no arguments" : counted(most, "argument") }
    return fewest + 1 == most ? "\(fewest) or \(most) arguments" : "\(fewest) to \(most) arguments"
  }
}
