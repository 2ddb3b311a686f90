public import ServiceCatalogue
public import Workflows

/// What the `Arguments` of a step hold: the request of an API, with what pipelines do otherwise.
///
/// From the classes of steps in the SageMaker Python SDKs 2.257.7 and 3.27.0 and the Developer Guide of June 2023.
public struct StepRequest: Sendable {
  public let service: ServiceModel
  /// The members of `Arguments` itself.
  public let root: Structure
  private let exceptions: [Exception]

  /// Where `Arguments` are not what the API model says.
  private enum Exception {
    /// A member that the API needs and a pipeline fills in.
    case filledIn(String, of: String)
    /// A member that the model lacks, or that is judged elsewhere.
    case free(String, of: String)

    var structure: String {
      switch self {
      case .filledIn(_, let structure), .free(_, let structure): structure
      }
    }

    func apply(to structure: inout Structure) {
      switch self {
      case .filledIn(let name, _):
        guard let place = structure.members.firstIndex(where: { $0.name == name }) else { return }
        structure.members[place].isRequired = false
      case .free(let name, _):
        structure.members.removeAll { $0.name == name }
        structure.members.append(Member(name, .document))
      }
    }
  }

  /// Nil for steps whose arguments are free, part of the language of pipelines, or known from no source.
  public init?(_ type: StepType) {
    switch type {
    case .processing, .clarifyCheck, .qualityCheck:
      self.init("CreateProcessingJob", name: "ProcessingJobName")
    case .training: self.init("CreateTrainingJob", name: "TrainingJobName")
    case .tuning: self.init("CreateHyperParameterTuningJob", name: "HyperParameterTuningJobName")
    case .autoML:
      // Pipelines know one mode only.
      self.init("CreateAutoMLJob", name: "AutoMLJobName", .free("Mode", of: "AutoMLJobConfig"))
    case .transform: self.init("CreateTransformJob", name: "TransformJobName")
    case .model: self.init("CreateModel", name: "ModelName")
    case .registerModel:
      // Pipelines refuse it by name.
      self.init(
        "CreateModelPackage", name: "ModelPackageName", .free("Description", of: "CreateModelPackageInput"))
    case .endpointConfig: self.init("CreateEndpointConfig", name: "EndpointConfigName")
    case .endpoint: self.init("CreateEndpoint", name: "EndpointName")
    case .inferenceComponent: self.init("CreateInferenceComponent", name: "InferenceComponentName")
    case .job:
      // In definitions that AWS publishes, not in the model.
      self.init("CreateJob", name: "JobName", .free("VpcConfig", of: "CreateJobRequest"))
    case .lineage: self.init(lineage: ())
    case .emr: self.init(emr: ())
    case .emrServerless: self.init(emrServerless: ())
    case .lambda, .callback, .condition, .fail, .forEach, .cleanup, .athena, .hubContent,
      .bedrockCustomModel, .bedrockCustomModelDeployment, .bedrockModelImport,
      .bedrockProvisionedModelThroughput, .unknown:
      return nil
    }
  }

  /// - Parameter name: what the job or model is called: the pipeline makes a name if there is none.
  private init?(_ operation: String, name: String, _ exceptions: Exception...) {
    guard let service = ServiceModel(named: "sagemaker"),
      let request = service.operation(operation)?.request
    else { return nil }
    self.init(service, request, [.filledIn(name, of: request.name)] + exceptions)
  }

  private init?(lineage: Void) {
    guard let service = ServiceModel(named: "sagemaker") else { return nil }
    self.init(
      service,
      Structure(
        name: "",
        members: [
          Member("Actions", .list(.structure("CreateActionRequest"), .none)),
          Member("Artifacts", .list(.structure("CreateArtifactRequest"), .none)),
          Member("Contexts", .list(.structure("CreateContextRequest"), .none)),
          // Their ends are named otherwise than in the API.
          Member("Associations", .list(.document, .none)),
        ]), [])
  }

  private init?(emr: Void) {
    guard let service = ServiceModel(named: "emr") else { return nil }
    self.init(
      service,
      Structure(
        name: "",
        members: [
          Member("ClusterId", .string(.none)), Member("ClusterConfig", .structure("RunJobFlowInput")),
          Member("ExecutionRoleArn", .string(.none)),
          Member("StepConfig", .structure("StepConfig"), isRequired: true),
        ]),
      [.filledIn("Name", of: "RunJobFlowInput"), .filledIn("Name", of: "StepConfig")])
  }

  private init?(emrServerless: Void) {
    guard let service = ServiceModel(named: "emr-serverless") else { return nil }
    self.init(
      service,
      Structure(
        name: "",
        members: [
          Member("ApplicationId", .string(.none)),
          Member("ApplicationConfig", .structure("CreateApplicationRequest")),
          Member("ExecutionRoleArn", .string(.none), isRequired: true),
          Member("JobConfig", .structure("StartJobRunRequest"), isRequired: true),
        ]),
      [
        .filledIn("clientToken", of: "CreateApplicationRequest"),
        .filledIn("clientToken", of: "StartJobRunRequest"),
        .filledIn("applicationId", of: "StartJobRunRequest"),
        .filledIn("executionRoleArn", of: "StartJobRunRequest"),
      ])
  }

  private init(_ service: ServiceModel, _ root: Structure, _ exceptions: [Exception]) {
    self.service = service
    self.exceptions = exceptions
    var root = root
    for exception in exceptions where exception.structure == root.name { exception.apply(to: &root) }
    self.root = root
  }

  /// A structure in the request, with what pipelines do otherwise.
  public func structure(_ name: String) -> Structure? {
    guard var structure = service.structure(name) else { return nil }
    for exception in exceptions where exception.structure == name { exception.apply(to: &structure) }
    return structure
  }
}
