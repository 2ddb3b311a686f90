import Syntax
import Workflows

/// Rules of Choice states.
let choiceOperators: [Operator] = [
  Operator("two-comparisons", .refused, "1.7") { original in
    comparisons(in: original).map { row in
      let other = row.field == .isPresent ? #""StringEquals": "x""# : #""IsPresent": true"#
      return Mutation(original.exchange(row, for: "\(member(row, original)), \(other)"))
    }
  },
  Operator("no-comparison", .refused, "1.7") { original in
    variableRules(in: original).compactMap { rule in
      comparison(of: rule, original).map { Mutation(original.removal($0, from: rule.node)) }
    }
  },
  Operator("comparison-without-variable", .refused, "1.7") { original in
    variableRules(in: original).compactMap { original.removing(.variable, from: $0) }
  },
  Operator("rule-without-test", .refused, "1.7") { original in
    original.machine.choiceRules.filter { $0.depth == 0 }.compactMap { rule in
      guard let next = original.machine.row(.next, of: rule) else { return nil }
      return original.replacing(rule.node, with: "{ \(member(next, original)) }")
    }
  },
  Operator("variable-and-combination", .refused, "1.7") { original in
    variableRules(in: original).flatMap { rule in
      [
        #""And": [ { "Variable": "$.a", "IsPresent": true } ]"#,
        #""Not": { "Variable": "$.a", "IsNull": true }"#,
      ].map { original.inserting($0, into: rule.node) }
    }
  },

  operand(
    "number-as-string-operand", ["\"StringEquals\": 5", "\"StringMatches\": 5", "\"StringLessThan\": true"]),
  operand("string-as-number-operand", ["\"NumericEquals\": \"5\"", "\"NumericGreaterThan\": \"many\""]),
  operand("string-as-boolean-operand", ["\"BooleanEquals\": \"true\"", "\"BooleanEquals\": 1"]),
  operand(
    "test-of-kind-with-a-string", ["\"IsPresent\": \"true\"", "\"IsNull\": \"false\"", "\"IsString\": 1"]),
  operand("number-as-timestamp-operand", ["\"TimestampEquals\": 1700000000"]),
  operand(
    "path-operand-that-is-no-path", ["\"StringEqualsPath\": \"other\"", "\"NumericLessThanPath\": \"5\""]),
  operand("path-operand-that-is-a-number", ["\"NumericEqualsPath\": 5"]),
  operand(
    "misspelt-comparison", ["\"StringEqual\": \"x\"", "\"NumericGreaterThen\": 5", "\"Ispresent\": true"]),
  operand("comparison-that-is-not-there", ["\"StringMatchesPath\": \"$.b\"", "\"IsPresentPath\": \"$.b\""]),
  operand("null-as-operand", ["\"StringEquals\": null", "\"NumericEquals\": null"]),

  Operator("next-in-a-nested-rule", .refused, "1.7") { original in
    nestedRules(in: original).compactMap { rule in
      original.inserting("\"Next\": \(startName(of: original))", into: rule)
    } + nesting(original) { "\($0), \"Next\": \(startName(of: original))" }
  },
  Operator("assign-in-a-nested-rule", .refused, "1.7") { original in
    nesting(original) { "\($0), \"Assign\": { \"fresh\": 1 }" }
  },
  Operator("empty-combination", .refused, "1.7") { original in
    variableRules(in: original).filter { $0.depth == 0 }.flatMap { rule in
      ["\"And\": []", "\"Or\": []"].compactMap { combination in
        original.machine.row(.next, of: rule).map {
          original.replacing(rule.node, with: "{ \(combination), \(member($0, original)) }")
        }
      }
    }
  },
  Operator("list-under-not", .refused, "1.7") { original in
    variableRules(in: original).filter { $0.depth == 0 }.compactMap { rule in
      original.machine.row(.next, of: rule).map {
        let inner = #"{ "Variable": "$.a", "IsPresent": true }"#
        return original.replacing(rule.node, with: "{ \"Not\": [ \(inner) ], \(member($0, original)) }")
      }
    }
  },
  Operator("condition-in-json-path", .refused, "1.7") { original in
    variableRules(in: original).filter { $0.depth == 0 }.compactMap { rule in
      original.machine.row(.next, of: rule).map {
        original.replacing(rule.node, with: "{ \"Condition\": \"{% true %}\", \(member($0, original)) }")
      }
    }
  },
  Operator("variable-in-jsonata", .refused, "1.7") { original in
    original.objects(.choiceRule).filter { $0.language == .jsonata }.compactMap { rule in
      original.machine.row(.condition, of: rule).map {
        Mutation(original.exchange($0, for: #""Variable": "$.a", "IsPresent": true"#))
      }
    }
  },
  Operator("choice-that-leads-on-itself", .refused, "1.2") { original in
    original.states(.choice).flatMap { state in
      [#""End": true"#, "\"Next\": \(startName(of: original))"].map {
        original.inserting($0, into: state.node)
      }
    }
  },
]

/// Another comparison in place of the one that a rule makes.
private func operand(_ name: String, _ members: [String]) -> Operator {
  Operator(name, .refused, "1.7") { original in
    comparisons(in: original).flatMap { row in members.map { Mutation(original.exchange(row, for: $0)) } }
  }
}

/// The comparisons of rules with a variable.
func comparisons(in original: Original) -> [FieldRow] {
  variableRules(in: original).compactMap { comparison(of: $0, original) }
}

func variableRules(in original: Original) -> [ChoiceRule] {
  original.machine.choiceRules.filter { $0.fields.present.contains(.variable) }
}

private func comparison(of rule: ChoiceRule, _ original: Original) -> FieldRow? {
  original.machine.fields(of: rule).first(where: \.field.isComparison)
}

private func nestedRules(in original: Original) -> [NodeID] {
  original.machine.choiceRules.filter { $0.depth > 0 }.map(\.node)
}

func member(_ row: FieldRow, _ original: Original) -> String {
  "\(original.spelling(row.key)): \(original.spelling(row.value))"
}

/// Puts the test of a rule into an `And` of its own, with something added to it.
private func nesting(_ original: Original, _ change: (String) -> String) -> [Mutation] {
  variableRules(in: original).filter { $0.depth == 0 }.compactMap { rule in
    guard let next = original.machine.row(.next, of: rule),
      let variable = original.machine.row(.variable, of: rule), let test = comparison(of: rule, original)
    else { return nil }
    let inner = change("\(member(variable, original)), \(member(test, original))")
    return original.replacing(rule.node, with: "{ \"And\": [ { \(inner) } ], \(member(next, original)) }")
  }
}
