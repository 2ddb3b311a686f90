/// The services that run the two kinds of workflows.
public enum WorkflowService: String, Sendable, CaseIterable {
  case stepFunctions = "step-functions"
  case pipelines = "sagemaker-pipelines"

  public var other: WorkflowService { self == .stepFunctions ? .pipelines : .stepFunctions }

  /// As people write it.
  public var name: String { self == .stepFunctions ? "Step Functions" : "SageMaker Pipelines" }

  /// What a workflow of the service is called.
  public var bareWorkflow: String { self == .stepFunctions ? "state machine" : "SageMaker pipeline" }

  /// The same with its article.
  public var workflow: String { "a \(bareWorkflow)" }

  /// What a workflow of the service consists of.
  public var part: String { self == .stepFunctions ? "state" : "step" }
}
