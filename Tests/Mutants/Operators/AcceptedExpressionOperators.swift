import Syntax
import Workflows

/// Other expressions that say the same, and new ones that are right.
let acceptedExpressionOperators: [Operator] = [
  Operator("name-in-brackets", .accepted, "2.2") { original in
    original.expressions(.path, .resultPath, .referencePath, .templateValue).compactMap { site in
      let path = original.tree.text(site.value)
      let name = path.dropFirst(2)
      guard path.hasPrefix("$."), !name.isEmpty, name.allSatisfy({ $0.isLetter }) else { return nil }
      return original.replacing(site.value, with: quoted("$['\(name)']"))
    }
  },
  Operator("paths-of-every-form", .accepted, "2.2") { original in
    [
      "$.a[*].b", "$..a", "$.a[1:3]", "$.a[-1]", "$.a[?(@.b == 1)]", "$.a[0,1]", "$['a b'][0]",
      "$.error-info", "$$.Execution.Id",
    ]
    .flatMap { path in
      original.states(lacking: .inputPath).map {
        original.inserting("\"InputPath\": \(quoted(path))", into: $0.node)
      }
    }
  },
  Operator("template-in-a-template", .accepted, "2.1") { original in
    original.states(lacking: .parameters, in: .jsonPath).filter { $0.type == .pass }.map {
      original.inserting(
        #""Parameters": { "a": [ { "b.$": "$.c" } ], "d.$": "$$.State.Name", "e": "text", "g": null }"#,
        into: $0.node)
    }
  },
  Operator("intrinsic-calls", .accepted, "3") { original in
    [
      "States.Format('{} \\'{}\\'', $.a, 1)", "States.UUID()", "States.Array()",
      "States.Array(1, 'a', null, true, $.b)",
      "States.MathAdd($.a, -1)", "States.ArrayContains(States.Array(1, 2), 1)", "States.StringToJson($.a)",
      "States.JsonMerge($.a, $.b, false)", "States.Hash($.a, 'SHA-256')", "States.ArrayRange(1, 9, 2)",
    ].flatMap { templateMutations(original, $0) }
  },
  Operator("blanks-in-an-intrinsic", .accepted, "3") { original in
    original.expressions(.templateValue).filter { original.tree.text($0.value).hasPrefix("States.") }.map {
      original.replacing($0.value, with: quoted(original.tree.text($0.value) + " "))
    }
  },
  Operator("blanks-in-an-expression", .accepted, "4") { original in
    expressions(in: original).flatMap { node, text in
      [text, "\n\t\(text)\n", " /* why */ \(text) "].map {
        original.replacing(node, with: quoted("{%\($0)%}"))
      }
    }
  },
  Operator("expression-in-parentheses", .accepted, "4") { original in
    expressions(in: original).map { node, text in original.replacing(node, with: quoted("{% (\(text)) %}")) }
  },
  Operator("jsonata-calls", .accepted, "4") { original in
    [
      "{% $states.input %}", "{% $states.context.Execution.Id %}", "{% $uuid() %}", "{% $parse('{}') %}",
      "{% $partition([1, 2, 3], 2) %}", "{% $range(1, 9, 2) %}", "{% $hash('a', 'SHA-256') %}",
      "{% $random(7) %}",
      "{% ($x := 1; $x + 1) %}", "{% $map([1, 2], function($v) { $v * 2 }) %}", "{% [1, 2][$ > 1] %}",
      "{% $states.input.items[price > 5].name %}", "{% $states.input ~> |$|{'a': 1}| %}",
    ].flatMap { text in
      original.states(lacking: .output, in: .jsonata).map {
        original.inserting("\"Output\": { \"made\": \(quoted(text)) }", into: $0.node)
      }
    }
  },
  Operator("result-and-error-where-they-are", .accepted, "4") { original in
    original.states(lacking: .output, in: .jsonata).filter { [.task, .parallel, .map].contains($0.type) }.map
    {
      original.inserting(#""Output": "{% $states.result %}""#, into: $0.node)
    }
      + original.objects(.catcher).filter { $0.language == .jsonata }.map {
        original.setting(.output, to: quoted("{% $states.errorOutput.Cause %}"), in: $0)
      }
  },
  Operator("jsonata-numbers", .accepted, "1.4") { original in
    original.states(.task, in: .jsonata).map {
      original.setting(.timeoutSeconds, to: quoted("{% 30 + 30 %}"), in: $0)
    }
      + original.states(.map, in: .jsonata).map {
        original.setting(.maxConcurrency, to: quoted("{% $states.input.n %}"), in: $0)
      }
  },
  Operator("text-like-an-expression", .accepted, "4", remarks: ["missing-jsonata-delimiters"]) { original in
    original.states(lacking: .output, in: .jsonata).flatMap { state in
      ["$.a", "$states.input", "{ % a % }", "100%", "{}"].map {
        original.inserting("\"Output\": { \"made\": \(quoted($0)) }", into: state.node)
      }
    }
  },
  Operator("new-variable", .accepted, "4.1") { original in
    original.states(lacking: .assign).flatMap { state in
      ["fresh", "été", "a_1", "日本", String(repeating: "v", count: 80)].map {
        original.inserting("\"Assign\": { \(quoted($0)): 1 }", into: state.node)
      }
    }
  },
  Operator("nested-choice-rule", .accepted, "1.7") { original in
    nestedEquivalents(in: original)
  },
]

/// The expressions, without their delimiters.
private func expressions(in original: Original) -> [(node: NodeID, text: String)] {
  original.expressions(.jsonata).compactMap { site in
    let text = original.tree.text(site.value)
    guard text.hasPrefix("{%"), text.hasSuffix("%}") else { return nil }
    return (site.value, String(text.dropFirst(2).dropLast(2)))
  }
}

/// The same test inside other rules.
private func nestedEquivalents(in original: Original) -> [Mutation] {
  variableRules(in: original).filter { $0.depth == 0 }.flatMap { rule -> [Mutation] in
    guard let next = original.machine.row(.next, of: rule) else { return [] }
    let test = original.machine.fields(of: rule).filter { $0.field == .variable || $0.field.isComparison }
      .map { member($0, original) }.joined(separator: ", ")
    return [
      "\"And\": [ { \(test) } ]", "\"Or\": [ { \(test) }, { \(test) } ]", "\"Not\": { \"Not\": { \(test) } }",
    ].map { original.replacing(rule.node, with: "{ \($0), \(member(next, original)) }") }
  }
}
