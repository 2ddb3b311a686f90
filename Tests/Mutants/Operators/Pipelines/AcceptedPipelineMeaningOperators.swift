import Flow
import ServiceCatalogue
import Syntax
import Workflows

/// Changes that a pipeline survives.
let acceptedPipelineMeaningOperators: [Operator] = [
  Operator(pipeline: "rename-a-step", .accepted, "4") { original in
    // Outside a loop such a name is seen in more places than references.
    original.steps().filter { original.pipeline[$0.list].kind != .body }.flatMap { step in
      ["Renamed", "0-renamed_", String(repeating: "n", count: 64)].map { original.renaming(step, to: $0) }
    }
  },
  Operator(pipeline: "rename-a-parameter", .accepted, "2") { original in
    original.pipeline.parameters.flatMap { parameter in
      ["Renamed", "renamed_-0"].map { original.renaming(parameter, to: $0) }
    }
  },
  Operator(pipeline: "new-display-name", .accepted, "4") { original in
    original.steps(lacking: .displayName).map {
      original.inserting(#""DisplayName": "Schön: {Get} 日本 \"q\"""#, into: $0.node)
    }
  },
  Operator(pipeline: "new-description", .accepted, "4") { original in
    original.steps(lacking: .description).map {
      original.inserting(#""Description": "Steps.Nowhere.Nothing""#, into: $0.node)
    }
  },
  Operator(pipeline: "new-description-of-a-parameter", .accepted, "2") { original in
    original.pipeline.parameters.filter { original.pipeline.row(.description, of: $0) == nil }.map {
      original.inserting(#""Description": "Parameters.Nowhere""#, into: $0.node)
    }
  },
  Operator(pipeline: "depends-on-what-it-reads", .accepted, "6") { original in
    let pipeline = original.pipeline
    return PipelineGraph(pipeline).edges.filter { edge in
      [.data, .jsonGet].contains(edge.kind)
        && !pipeline.dependencies(of: pipeline[edge.target]).contains { $0.target == .step(edge.source) }
    }.compactMap { edge in
      pipeline.name(edge.source).map { original.addingDependency(of: pipeline[edge.target], on: $0) }
    }
  },
  Operator(pipeline: "new-unused-step", .accepted, "4", remarks: ["bridging-pipeline"]) { original in
    original.values(of: .steps, in: .pipeline).map {
      original.inserting(
        #"{ "Name": "Fresh", "Type": "Lambda", "FunctionArn": "f" }"#,
        into: $0)
    }
  },
  Operator(pipeline: "parameter-for-a-literal", .accepted, "3") { original in
    guard let list = original.values(of: .parameters, in: .pipeline).first else { return [] }
    let parameter = original.insertion(#"{ "Name": "Fresh", "Type": "String" }"#, into: list)
    return original.arguments.literals { $0.isScalar }.map {
      Mutation(parameter, original.replacement($0.node, #"{ "Get": "Parameters.Fresh" }"#))
    }
  },
  Operator(pipeline: "join-of-one-value", .accepted, "3") { original in
    original.arguments.literals { $0.isScalar }.map {
      original.replacing(
        $0.node, with: "{ \"Std:Join\": { \"On\": \"\", \"Values\": [\(original.spelling($0.node))] } }")
    }
  },
  Operator(pipeline: "not-of-not", .accepted, "5") { original in
    original.pipeline.conditions.map { condition in
      let inner = "{ \"Type\": \"Not\", \"Condition\": \(original.spelling(condition.node)) }"
      return original.replacing(condition.node, with: "{ \"Type\": \"Not\", \"Condition\": \(inner) }")
    }
  },
  Operator(pipeline: "or-of-one-condition", .accepted, "5") { original in
    original.pipeline.conditions.map { condition in
      original.replacing(
        condition.node, with: "{ \"Type\": \"Or\", \"Conditions\": [\(original.spelling(condition.node))] }")
    }
  },
]
