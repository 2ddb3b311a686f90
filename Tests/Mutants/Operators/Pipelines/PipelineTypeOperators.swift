import Diagnostics
import ServiceCatalogue
import Syntax
import Workflows

/// Arguments whose values have another type.
let pipelineTypeOperators: [Operator] = [
  swapping("one-value-for-a-list", [#""one""#, "1", #"{ "Name": "one" }"#], .error) { shape in
    if case .list = shape { true } else { false }
  },
  swapping("one-value-for-an-object", [#""one""#, "1", "true"], .error) { !$0.isScalar && !$0.isList },
  swapping("list-where-an-object-belongs", ["[]", #"["one"]"#], .error) { !$0.isScalar && !$0.isList },
  swapping("expression-for-a-list", [#"{ "Get": "Execution.PipelineName" }"#], .error) { $0.isList },
  swapping("expression-for-an-object", [#"{ "Get": "Execution.PipelineName" }"#], .error) {
    !$0.isScalar && !$0.isList
  },
  // What SageMaker makes of a value of another type where one is wanted, nobody says.
  swapping("list-for-one-value", [#"["one"]"#, "[1]"], .warning) { $0.isScalar },
  swapping("object-for-one-value", [#"{ "Name": "one" }"#, "{}"], .warning) { $0.isScalar },
  swapping("text-for-a-number", [#""many""#, "true"], .warning) { shape in
    switch shape {
    case .integer, .number: true
    default: false
    }
  },
  swapping("text-for-a-boolean", [#""perhaps""#, "5"], .warning) { $0 == .boolean },
  Operator(pipeline: "arguments-as-a-list", .refused, "4") { original in
    original.values(
      of: .arguments, in: .step(.training), .step(.processing), .step(.condition), .step(.model)
    )
    .map { original.replacing($0, with: "[]") }
  },
]

private func swapping(
  _ name: String, _ values: [String], _ level: Severity, where isWanted: @escaping @Sendable (Shape) -> Bool
) -> Operator {
  Operator(pipeline: name, .refused, "3", level: level) { original in
    original.arguments.literals(where: isWanted).flatMap { value in
      values.map { original.replacing(value.node, with: $0) }
    }
  }
}

extension Shape {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
