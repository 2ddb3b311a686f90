import Syntax
import Workflows

/// Paths that AWS does not read.
let pathOperators: [Operator] = [
  broken("path-without-dollar", ["order.id", "input", ".a"], .path, .resultPath, .referencePath),
  broken("unclosed-bracket", ["$.a[0", "$['a'", "$.a['b"], .path, .resultPath, .referencePath, .comparison),
  broken("path-that-ends-with-a-dot", ["$.a.", "$."], .path, .resultPath, .referencePath, .comparison),
  broken("empty-brackets", ["$.a[]"], .path, .resultPath, .referencePath, .comparison),
  broken("empty-path", [""], .path, .resultPath, .referencePath, .comparison),
  broken("variable-without-dollar", ["a", "input.a"], .comparison),
  broken("wildcard-in-a-reference-path", ["$.a[*]", "$.*"], .resultPath, .referencePath),
  broken("filter-in-a-reference-path", ["$.a[?(@.b == 1)]"], .resultPath, .referencePath),
  broken("slice-in-a-reference-path", ["$.a[1:3]", "$.a[0,1]"], .resultPath, .referencePath),
  broken("negative-index-in-a-reference-path", ["$.a[-1]"], .resultPath, .referencePath),
  broken("result-into-the-context", ["$$.Execution.Input", "$$"], .resultPath),
  broken("result-into-a-variable", ["$order", "$order.id"], .resultPath),
  broken(
    "intrinsic-where-a-path-belongs", ["States.UUID()"], .path, .resultPath, .referencePath, .comparison),

  Operator("new-input-path-without-dollar", .refused, "1.3") { original in
    original.states(lacking: .inputPath).map { original.inserting(#""InputPath": "order""#, into: $0.node) }
  },
  Operator("new-result-path-with-wildcard", .refused, "2.1") { original in
    original.states(lacking: .resultPath).map {
      original.inserting(#""ResultPath": "$.items[*].done""#, into: $0.node)
    }
  },
  Operator("template-value-that-is-no-path", .refused, "1.3") { original in
    ["just a text", "$.a[0", "States"].flatMap { templateMutations(original, $0) }
  },
  Operator("template-value-that-is-no-string", .refused, "1.3") { original in
    original.expressions(.templateValue).flatMap { site in
      ["5", "true", "{}", "[]", "null"].map { original.replacing(site.value, with: $0) }
    } + passStates(of: original).map { original.inserting(#""Parameters": { "made.$": 5 }"#, into: $0.node) }
  },
]

/// Another path in the places of these kinds.
private func broken(_ name: String, _ paths: [String], _ kinds: ExpressionSite.Kind...) -> Operator {
  Operator(name, .refused, kinds == [.path] ? "2.2" : "2.1") { original in
    original.machine.expressionSites().filter { kinds.contains($0.kind) }.flatMap { site in
      paths.map { original.replacing(site.value, with: quoted($0)) }
    }
  }
}

/// Writes something as the value of the `.$` fields that are there, and of a new one in Pass states.
func templateMutations(_ original: Original, _ text: String) -> [Mutation] {
  // A callback that sends no token has another fault.
  original.expressions(.templateValue).filter { !original.spelling($0.value).contains("$$.Task.Token") }
    .map { original.replacing($0.value, with: quoted(text)) }
    + passStates(of: original).map {
      original.inserting("\"Parameters\": { \"made.$\": \(quoted(text)) }", into: $0.node)
    }
}

/// The Pass states that can have `Parameters` that count.
private func passStates(of original: Original) -> [State] {
  original.states(lacking: .parameters, in: .jsonPath).filter {
    $0.type == .pass && !$0.fields.present.contains(.result)
  }
}
