import Syntax
import Workflows

/// Values of the wrong kind.
let shapeOperators: [Operator] = [
  Operator("quoted-number", .refused, "1.4") { original in
    mutate(original, .number) { row, shape, object in
      // In JSONata a string could be meant as an expression.
      let isLiteral = [.literalInteger, .literalNumber].contains(shape) || object.language == .jsonPath
      guard isLiteral, !row.field.isComparison else { return nil }
      return quoted(original.tree.text(row.value))
    }
  },
  Operator("quoted-boolean", .refused, "1.2") { original in
    mutate(original, .boolean) { row, shape, _ in
      shape == .boolean && !row.field.isComparison ? quoted(original.tree.text(row.value)) : nil
    }
  },
  Operator("number-for-a-string", .refused, "1.2") { original in
    mutate(original, .string) { row, shape, _ in
      (shape == .string || shape == .stringOrNull) && !row.field.isComparison ? "5" : nil
    }
  },
  Operator("list-for-a-string", .refused, "1.2") { original in
    mutate(original, .string) { row, shape, _ in
      (shape == .string || shape == .stringOrNull) && !row.field.isComparison
        ? "[\(original.spelling(row.value))]" : nil
    }
  },
  Operator("object-for-a-list", .refused, "1.2") { original in
    mutate(original, .array) { _, shape, _ in shape == .array || shape == .strings ? "{}" : nil }
  },
  Operator("string-for-a-list", .refused, "1.10") { original in
    mutate(original, .array) { _, shape, _ in shape == .strings ? quoted("States.ALL") : nil }
  },
  Operator("list-for-an-object", .refused, "1.2") { original in
    mutate(original, .object) { row, shape, _ in
      shape == .object ? "[\(original.spelling(row.value))]" : nil
    }
  },
  Operator("state-that-is-a-string", .refused, "1.1") { original in
    original.states().map { original.replacing($0.node, with: quoted("Pass"), victims: [$0.name]) }
  },
  Operator("entry-that-is-a-string", .refused, "1.2") { original in
    let machine = original.machine
    let branches = machine.scopes.filter { if case .branch = $0.kind { true } else { false } }.map(\.node)
    let entries =
      machine.retriers.map(\.node) + machine.catchers.map(\.node) + machine.choiceRules.map(\.node)
    return (branches + entries).map { original.replacing($0, with: quoted("entry")) }
  },
]

/// Replaces the values of fields that are of one kind.
private func mutate(
  _ original: Original, _ kind: NodeKind,
  _ replace: (FieldRow, ValueShape, ObjectRow) -> String?
) -> [Mutation] {
  original.machine.objects.flatMap { object in
    original.machine.fields(of: object).compactMap { row in
      guard original.tree.kind(row.value) == kind,
        let specification = FieldTable.specification(row.field, in: object.kind),
        let text = replace(row, specification.value, object)
      else { return nil }
      return original.replacing(row.value, with: text)
    }
  }
}
