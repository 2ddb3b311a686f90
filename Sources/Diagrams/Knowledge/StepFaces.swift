import Workflows

/// How a picture shows a step of a SageMaker pipeline: our own drawings, as AWS's icons may not be shipped freely.
struct StepFace: Sendable {
  /// As people call it: "Register model".
  let kind: String
  let symbol: Card.Symbol
  let ink: Ink

  init(_ type: StepType) {
    switch type {
    case .processing: self.init("Processing", .processing)
    case .training: self.init("Training", .training)
    case .tuning: self.init("Tuning", .tuning)
    case .autoML: self.init("AutoML", .autoML)
    case .transform: self.init("Transform", .transform)
    case .job: self.init("Job", .task)
    case .model: self.init("Model", .model)
    case .registerModel: self.init("Register model", .register)
    case .endpointConfig: self.init("Endpoint configuration", .endpointConfig)
    case .endpoint: self.init("Endpoint", .endpoint)
    case .inferenceComponent: self.init("Inference component", .inferenceComponent)
    case .lambda: self.init("Lambda", service: "lambda")
    case .callback: self.init("Callback", service: "sqs")
    case .emr: self.init("EMR", service: "emr")
    case .emrServerless: self.init("EMR Serverless", service: "emr-serverless")
    case .athena: self.init("Athena", service: "athena")
    case .hubContent: self.init(kind: "Hub content", symbol: .monogram("HUB"), ink: .machineLearning)
    case .bedrockCustomModel: self.init("Bedrock: custom model", service: "bedrock")
    case .bedrockCustomModelDeployment: self.init("Bedrock: deployment of a model", service: "bedrock")
    case .bedrockModelImport: self.init("Bedrock: import of a model", service: "bedrock")
    case .bedrockProvisionedModelThroughput: self.init("Bedrock: provisioned throughput", service: "bedrock")
    case .clarifyCheck: self.init("Clarify check", .bias)
    case .qualityCheck: self.init("Quality check", .check)
    case .condition: self.init("Condition", .choice, .flow)
    case .fail: self.init("Fail", .fail, .failure)
    case .forEach: self.init("For each", .map, .flow)
    case .lineage: self.init("Lineage", .lineage)
    case .cleanup: self.init("Cleanup", .cleanup, .storage)
    case .unknown: self.init("No type", .unknown, .other)
    }
  }

  private init(_ kind: String, _ icon: Icon, _ ink: Ink = .machineLearning) {
    self.init(kind: kind, symbol: .icon(icon), ink: ink)
  }

  private init(_ kind: String, service: String) {
    let face = ServiceFace(service: service)
    self.init(kind: kind, symbol: .monogram(face.monogram), ink: face.ink)
  }

  private init(kind: String, symbol: Card.Symbol, ink: Ink) {
    self.kind = kind
    self.symbol = symbol
    self.ink = ink
  }
}
