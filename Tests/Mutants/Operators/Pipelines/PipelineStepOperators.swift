import Diagnostics
import Flow
import ServiceCatalogue
import Syntax
import Workflows

/// The fields of steps and of the pipeline itself.
let pipelineStepOperators: [Operator] = [
  Operator(pipeline: "misspelt-step-type", .refused, "5") { original in
    let known = Set(StepType.known.map(\.name))
    return typeNodes(of: original).flatMap { type in
      let name = original.tree.text(type)
      return (misspellings(of: name, unlike: known) + [name.lowercased(), name + "Step"]).map {
        original.replacing(type, with: quoted($0))
      }
    }
  },
  Operator(pipeline: "step-type-that-nobody-knows", .refused, "5", level: .warning) { original in
    typeNodes(of: original).map { original.replacing($0, with: quoted("Zebra")) }
  },
  // Each of the arguments may be newer than the model, so that one cannot be sure.
  Operator(pipeline: "arguments-of-another-type", .refused, "5", level: .warning) { original in
    original.steps().flatMap { step -> [Mutation] in
      guard let type = original.pipeline.value(.type, of: step),
        let arguments = original.pipeline.value(.arguments, of: step), StepRequest(step.type) != nil
      else { return [] }
      let keys = original.tree.members(arguments).map(\.key)
      return otherTypes.filter { type, request in
        type != step.type && !keys.allSatisfy { request.root[original.tree.text($0)] != nil }
      }.map { other, _ in
        original.replacing(type, with: quoted(other.name), victims: [arguments] + keys)
      }
    }
  },
  Operator(
    pipeline: "misspelt-field", .refused, "4",
    reason: "Without the field nothing tells that the definition is a pipeline."
  ) { original in
    let known = Set(PipelineField.allCases.map(\.name))
    return fixedObjects(of: original).flatMap { object in
      original.pipeline.fields(of: object).filter {
        PipelineFieldTable.specification($0.field, in: object.kind) != nil
      }.flatMap { row in
        misspellings(of: row.field.name, unlike: known).map { original.replacing(row.key, with: quoted($0)) }
      }
    }
  },
  // It may be newer than the tables, so that one cannot be sure.
  Operator(pipeline: "field-that-nobody-knows-in-a-pipeline", .refused, "4", level: .warning) { original in
    fixedObjects(of: original).map { original.inserting(#""Zebra": true"#, into: $0.node) }
  },
  Operator(pipeline: "drop-a-required-field", .refused, "4") { original in
    fixedObjects(of: original).filter { $0.kind != .pipeline }.flatMap { object in
      PipelineFieldTable[object.kind].filter(\.isRequired).compactMap {
        original.removing($0.field, from: object)
      }
    }
  },
  Operator(pipeline: "field-of-another-step-type", .refused, "4") { original in
    original.settledSteps.flatMap { step in
      sampleFields.filter { PipelineFieldTable.specification($0.field, in: .step(step.type)) == nil }.map {
        original.inserting("\"\($0.field.name)\": \($0.value)", into: step.node)
      }
    }
  },
  Operator(
    pipeline: "version-that-nobody-knows", .refused, "1", level: .warning,
    reason: "Where no step has arguments and a known type, only the version tells that it is a pipeline."
  ) { original in
    original.values(of: .version, in: .pipeline).flatMap { version in
      ["2020-12-02", "1.0", ""].map { original.replacing(version, with: quoted($0)) }
    }
  },
  Operator(pipeline: "steps-as-an-object", .refused, "1") { original in
    original.values(of: .steps, in: .pipeline).map { original.replacing($0, with: "{}") }
  },
  Operator(pipeline: "field-of-another-kind", .refused, "4") { original in
    fixedObjects(of: original).flatMap { object in
      PipelineFieldTable[object.kind].compactMap { specification in
        guard let value = original.pipeline.value(specification.field, of: object),
          let wrong = wrongValue(for: specification.value)
        else { return nil }
        return original.replacing(value, with: wrong)
      }
    }
  },
]

private let otherTypes: [(type: StepType, request: StepRequest)] =
  [StepType.processing, .training, .transform, .tuning, .model, .registerModel, .autoML, .endpointConfig]
  .compactMap { type in StepRequest(type).map { (type, $0) } }

private let sampleFields: [(field: PipelineField, value: String)] = [
  (.retryPolicies, "[]"), (.cacheConfig, #"{ "Enabled": false }"#), (.propertyFiles, "[]"),
  (.functionArn, #""arn:aws:lambda:eu-west-1:111122223333:function:f""#), (.outputParameters, "[]"),
  (.checkType, #""DATA_BIAS""#), (.skipCheck, "true"),
]

private func typeNodes(of original: PipelineOriginal) -> [NodeID] {
  original.steps().compactMap { original.pipeline.value(.type, of: $0) }
}

/// The objects whose fields the language fixes, but for expressions.
private func fixedObjects(of original: PipelineOriginal) -> [PipelineObjectRow] {
  original.pipeline.objects.filter { object in
    switch object.kind {
    case .get, .join, .jsonGet, .step(.unknown), .condition(.unknown): false
    default: true
    }
  }
}

private func wrongValue(for shape: PipelineValueShape) -> String? {
  switch shape {
  case .string, .boolean, .integer, .number, .scalar: "[1]"
  case .object: #""one""#
  case .array, .strings: #""one""#
  case .stringOrStrings: "5"
  case .any: nil
  }
}
