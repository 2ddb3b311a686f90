import Diagnostics
import Syntax
import Workflows

/// Expressions in JSONata.
let jsonataOperators: [Operator] = [
  jsonata(
    "syntax-error", .refused, ["{% 1 + %}", "{% (1 %}", "{% $sum([1, 2) %}", "{% 'open %}", "{% {1} %}"]),
  jsonata("empty-expression", .refused, ["{% %}", "{%%}"]),
  jsonata("without-end", .refused, ["{% 1 + 1", "{% 1 + 1 }", "{% 1 + 1 % }"]),
  // A text may end so: which half AWS was asked about is not recorded.
  jsonata("without-beginning", .refused, level: .warning, ["1 + 1 %}", "% 1 + 1 %}"]),
  jsonata("double-equals", .refused, ["{% $states.input.a == 1 %}"]),
  jsonata(
    "operators-of-later-versions", .refused, ["{% $states.input.a ?: 1 %}", "{% $states.input.a ?? 1 %}"]),
  jsonata(
    "bare-name-at-the-top", .refused,
    ["{% phone %}", "{% order.id %}", "{% $sum(prices) %}", "{% 1 + total %}"]),
  jsonata("context-at-the-top", .refused, ["{% $ %}", "{% $$ %}", "{% $.a %}", "{% $$.a %}"]),
  jsonata("bare-name-in-a-lambda", .refused, ["{% $map([1, 2], function($v) { b }) %}"]),
  jsonata("unknown-function", .fails, ["{% $fetch('x') %}", "{% $lowerCase('A') %}"]),
  jsonata("eval", .fails, ["{% $eval('1') %}"]),
  jsonata("too-many-arguments", .fails, ["{% $length('a', 'b', 'c') %}", "{% $sum([1], 2) %}"]),
  // AWS publishes no signatures of the functions that it added.
  jsonata("too-many-arguments-of-a-new-function", .fails, level: .warning, ["{% $uuid(1) %}"]),
  jsonata("misspelt-part-of-states", .fails, ["{% $states.inputs.a %}", "{% $states.Context.State %}"]),
  // A part may be newer than the list of them.
  jsonata("unknown-part-of-states", .fails, level: .warning, ["{% $states.output %}"]),

  Operator("jsonata-result-where-there-is-none", .refused, "4") { original in
    original.expressions(.jsonata).filter { site in
      site.field != .output && site.field != .assign && site.object != .catcher
    }.map { original.replacing($0.value, with: quoted("{% $states.result %}")) }
      + original.states(lacking: .output, in: .jsonata)
      .filter { ![.task, .parallel, .map].contains($0.type) }
      .map { original.inserting(#""Output": "{% $states.result %}""#, into: $0.node) }
  },
  Operator("jsonata-result-in-a-catcher", .refused, "4") { original in
    original.objects(.catcher).filter { $0.language == .jsonata }.map {
      original.setting(.output, to: quoted("{% $states.result.a %}"), in: $0)
    }
  },
  Operator("jsonata-error-outside-a-catcher", .refused, "4") { original in
    original.expressions(.jsonata).filter { $0.object != .catcher }.map {
      original.replacing($0.value, with: quoted("{% $states.errorOutput %}"))
    }
      + original.states(lacking: .output, in: .jsonata).map {
        original.inserting(#""Output": { "why": "{% $states.errorOutput.Cause %}" }"#, into: $0.node)
      }
  },
  Operator("jsonata-resource", .refused, "1.6") { original in
    original.states(.task, in: .jsonata).compactMap { state in
      original.machine.value(.resource, of: state).map {
        original.replacing($0, with: quoted("{% $states.input.arn %}"))
      }
    }
  },
]

/// Expressions in the places where one stands, and in a new `Output`.
private func jsonata(
  _ name: String, _ treatment: Treatment, level: Severity = .error, _ expressions: [String]
) -> Operator {
  Operator("jsonata-\(name)", treatment, "4", level: level) { original in
    expressions.flatMap { jsonataMutations(original, $0) }
  }
}

func jsonataMutations(_ original: Original, _ expression: String) -> [Mutation] {
  original.expressions(.jsonata).map { original.replacing($0.value, with: quoted(expression)) }
    + original.states(lacking: .output, in: .jsonata).map {
      original.inserting("\"Output\": { \"made\": \(quoted(expression)) }", into: $0.node)
    }
}
