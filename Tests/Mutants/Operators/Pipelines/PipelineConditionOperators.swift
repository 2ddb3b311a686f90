import Diagnostics
import Syntax
import Workflows

/// Condition steps.
let pipelineConditionOperators: [Operator] = [
  Operator(pipeline: "misspelt-condition-type", .refused, "5") { original in
    let known = Set(ConditionType.known.map(\.name))
    return original.pipeline.conditions.compactMap { original.pipeline.value(.type, of: $0) }.flatMap {
      type in
      let name = original.tree.text(type)
      return (misspellings(of: name, unlike: known) + [name.lowercased()]).map {
        original.replacing(type, with: quoted($0))
      }
    }
  },
  Operator(pipeline: "condition-type-that-nobody-knows", .refused, "5", level: .warning) { original in
    original.pipeline.conditions.compactMap { original.pipeline.value(.type, of: $0) }.map {
      original.replacing($0, with: quoted("Zebra"))
    }
  },
  Operator(pipeline: "comparison-without-an-operand", .refused, "5") { original in
    original.pipeline.conditions.flatMap { condition in
      [PipelineField.leftValue, .rightValue].compactMap { original.removing($0, from: condition) }
    }
  },
  Operator(pipeline: "operand-of-many-values", .refused, "5") { original in
    original.pipeline.conditions.flatMap { condition in
      [PipelineField.leftValue, .rightValue, .queryValue].compactMap {
        original.pipeline.value($0, of: condition)
      }.flatMap { value in ["[1, 2]", #"{ "Value": 1 }"#].map { original.replacing(value, with: $0) } }
    }
  },
  Operator(pipeline: "condition-that-is-no-object", .refused, "5") { original in
    original.pipeline.conditions.map { original.replacing($0.node, with: quoted("x > 1")) }
  },
  Operator(pipeline: "drop-the-conditions", .refused, "5") { original in
    conditionArguments(of: original).compactMap { original.removing(.conditions, from: $0) }
  },
  Operator(pipeline: "branch-that-is-no-list", .refused, "5") { original in
    original.pipeline.lists.filter { list in
      list.owner != nil && list.steps.isEmpty
    }.flatMap { list in
      ["{}", #""Steps""#].map { original.replacing(list.node, with: $0) }
    }
  },
]

private func conditionArguments(of original: PipelineOriginal) -> [PipelineObjectRow] {
  original.pipeline.objects.filter { $0.kind == .conditionArguments }
}
