import Diagnostics
import Expressions
import Syntax
import Workflows

/// Parameters and what refers to them.
let pipelineParameterOperators: [Operator] = [
  Operator(pipeline: "misspelt-parameter", .refused, "2") { original in
    let known = Set(original.pipeline.parameters.compactMap { $0.name.map(original.tree.text) })
    return original.referencesToParameters.flatMap { row, reference in
      misspellings(of: original.text(reference.name, of: row), unlike: known).map {
        Mutation(original.respelling(reference.name, of: row, as: $0))
      }
    }
  },
  Operator(pipeline: "drop-a-parameter-that-is-used", .refused, "2") { original in
    original.pipeline.parameters.compactMap { parameter in
      let users = original.references { $0.target == .parameter(parameter.id) }.map(\.row.text)
      guard let list = original.values(of: .parameters, in: .pipeline).first, !users.isEmpty else {
        return nil
      }
      return original.removal(of: parameter.node, from: list).map { Mutation($0, victims: users) }
    }
  },
  Operator(pipeline: "duplicate-parameter", .refused, "2") { original in
    guard let list = original.values(of: .parameters, in: .pipeline).first else { return [] }
    return original.pipeline.parameters.compactMap { parameter in
      parameter.name.map {
        original.inserting(original.spelling(parameter.node), into: list, victims: [$0])
      }
    }
  },
  Operator(pipeline: "default-of-another-type", .refused, "2") { original in
    original.pipeline.parameters.flatMap { parameter in
      otherValues(than: type(of: parameter, original)).map {
        original.setting(.defaultValue, to: $0, in: parameter)
      }
    }
  },
  Operator(pipeline: "misspelt-parameter-type", .refused, "2") { original in
    original.values(of: .type, in: .parameter).flatMap { type in
      let name = original.tree.text(type)
      return (misspellings(of: name) + [name.lowercased()]).map { original.replacing(type, with: quoted($0)) }
    }
  },
  Operator(pipeline: "parameter-type-that-nobody-knows", .refused, "2", level: .warning) { original in
    original.values(of: .type, in: .parameter).map { original.replacing($0, with: quoted("Zebra")) }
  },
  Operator(pipeline: "drop-the-name-of-a-parameter", .refused, "2") { original in
    original.pipeline.parameters.compactMap { original.removing(.name, from: $0) }
  },
  // The SDK does not check it.
  Operator(pipeline: "default-outside-the-values", .refused, "2", level: .warning) { original in
    original.pipeline.parameters.compactMap { parameter in
      guard type(of: parameter, original) == "String",
        original.pipeline.row(.enumValues, of: parameter) == nil,
        let value = original.pipeline.value(.defaultValue, of: parameter),
        original.tree.isLiteralString(value)
      else { return nil }
      return original.inserting(#""EnumValues": ["zebra", "quagga"]"#, into: parameter.node, victims: [value])
    }
  },
  Operator(pipeline: "values-of-a-number", .refused, "2", level: .warning) { original in
    original.pipeline.parameters.filter { ["Integer", "Float"].contains(type(of: $0, original)) }.map {
      original.inserting(#""EnumValues": ["1", "2"]"#, into: $0.node)
    }
  },
]

private func type(of parameter: PipelineParameter, _ original: PipelineOriginal) -> String {
  original.pipeline.value(.type, of: parameter).map(original.tree.text) ?? "String"
}

/// Values that a parameter of a type cannot have.
private func otherValues(than type: String) -> [String] {
  switch type {
  case "String": ["5", "true", #"["a"]"#, "{}"]
  case "Integer": [#""five""#, "1.5", "true", "[1]"]
  case "Float": [#""half""#, "false", "{}"]
  case "Boolean": [#""yes""#, "1", "[true]"]
  default: []
  }
}
