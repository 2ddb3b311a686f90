public import ServiceCatalogue
public import Workflows

/// What a step yields: what stands behind `Steps.NAME` in a reference.
///
/// For most types it is what an API says of the job or model that the step made. From the SageMaker Python SDKs
/// 2.257.7 and 3.27.0 and, for Bedrock, 5fe426d9f of the SDK's branch master-v2. `PropertyFiles` of Processing steps are
/// not part of it: only a `Std:JsonGet` may name them.
public struct StepResponse: Sendable {
  public let service: ServiceModel
  public let root: Structure
  /// Whether all of it is the language's own, and old enough that it is known in full.
  public let isClosed: Bool

  /// Nil for steps of which no source says what they yield.
  public init?(_ type: StepType) {
    switch type {
    case .processing: self.init(of: "DescribeProcessingJob")
    case .training: self.init(of: "DescribeTrainingJob")
    case .tuning:
      self.init(of: "DescribeHyperParameterTuningJob", "ListTrainingJobsForHyperParameterTuningJob")
    case .autoML:
      self.init(of: "DescribeAutoMLJob", and: [Member("BestCandidateProperties", .document)])
    case .transform: self.init(of: "DescribeTransformJob")
    case .model: self.init(of: "DescribeModel")
    case .registerModel: self.init(of: "DescribeModelPackage")
    case .endpointConfig: self.init(of: "DescribeEndpointConfig")
    case .endpoint: self.init(of: "DescribeEndpoint")
    case .inferenceComponent: self.init(of: "DescribeInferenceComponent")
    // References lead into the JSON that this string holds.
    case .job: self.init(of: "DescribeJob", and: [Member("JobConfigDocument", .document)])
    case .emr: self.init(emr: ())
    case .emrServerless: self.init(of: "GetJobRun", service: "emr-serverless")
    case .bedrockCustomModel: self.init(bedrock: "GetCustomModel")
    case .bedrockCustomModelDeployment: self.init(bedrock: "GetCustomModelDeployment")
    case .bedrockModelImport: self.init(bedrock: "GetModelImportJob")
    case .bedrockProvisionedModelThroughput: self.init(bedrock: "GetProvisionedModelThroughput")
    case .condition, .lambda, .callback, .clarifyCheck, .qualityCheck, .fail:
      self.init(members: Self.ownMembers(of: type), isClosed: true)
    case .forEach, .lineage, .cleanup: self.init(members: Self.ownMembers(of: type), isClosed: false)
    case .athena, .hubContent, .unknown: return nil
    }
  }

  /// What types of steps yield that is no answer of an API.
  private static func ownMembers(of type: StepType) -> [Member] {
    let outputs = Shape.map(key: .string(.none), value: .document, .none)
    let texts = Shape.map(key: .string(.none), value: .string(.none), .none)
    let constraints = ["CalculatedBaselineConstraints", "BaselineUsedForDriftCheckConstraints"]
    let statistics = ["CalculatedBaselineStatistics", "BaselineUsedForDriftCheckStatistics"]
    let counts = [
      "InputItemCount", "TotalStepCount", "SucceededStepCount", "FailedStepCount", "StoppedStepCount",
    ]
    return switch type {
    case .condition: [Member("Outcome", .string(.none))]
    case .lambda, .callback: [Member("OutputParameters", outputs)]
    case .clarifyCheck: constraints.map { Member($0, .string(.none)) }
    case .qualityCheck: (constraints + statistics).map { Member($0, .string(.none)) }
    case .forEach:
      [Member("Status", .string(.none))] + counts.map { Member($0, .integer(.none)) } + [
        Member("IterationOutputs", .list(.document, .none)), Member("Selected", .document),
      ]
    case .lineage:
      ["ActionArns", "ArtifactArns", "ContextArns"].map { Member($0, texts) } + [
        Member("Associations", .document)
      ]
    default: []
    }
  }

  // MARK: Making one

  private init(_ service: ServiceModel, members: [Member], isClosed: Bool) {
    self.service = service
    self.isClosed = isClosed
    // Only steps into it are taken, so that no other structure is meant by the name.
    root = Structure(name: "", members: members)
  }

  private init?(members: [Member], isClosed: Bool) {
    guard let service = ServiceModel(named: "sagemaker") else { return nil }
    self.init(service, members: members, isClosed: isClosed)
  }

  private init?(of operations: String..., service name: String = "sagemaker", and others: [Member] = []) {
    guard let service = ServiceModel(named: name) else { return nil }
    let members = operations.flatMap { service.operation($0)?.response?.members ?? [] }
    let replaced = Set(others.map(\.name))
    self.init(service, members: members.filter { !replaced.contains($0.name) } + others, isClosed: false)
  }

  private init?(emr: Void) {
    guard let service = ServiceModel(named: "emr"), let step = service.structure("Step") else { return nil }
    self.init(service, members: step.members + [Member("ClusterId", .string(.none))], isClosed: false)
  }

  /// Pipelines capitalize the names of members, on the first level at least.
  private init?(bedrock operation: String) {
    guard let service = ServiceModel(named: "bedrock"),
      let response = service.operation(operation)?.response
    else { return nil }
    let members = response.members.map { member in
      let name = member.name.prefix(1).uppercased() + member.name.dropFirst()
      return Member(name, member.shape.isScalar ? member.shape : .document)
    }
    self.init(service, members: members, isClosed: false)
  }
}
