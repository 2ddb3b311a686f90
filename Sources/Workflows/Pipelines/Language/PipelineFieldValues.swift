extension PipelineFieldTable {
  /// The only texts that a field takes; nil if it takes any.
  ///
  /// From the SDKs 2.257.7 and 3.27.0, the published JSON schema of April 2025 and the API model.
  public static func options(_ field: PipelineField, in kind: PipelineObjectKind) -> [String]? {
    switch (kind, field) {
    case (.pipeline, .version): ["2020-12-01"]
    case (.parameter, .type), (.outputParameter, .outputType): ["String", "Integer", "Boolean", "Float"]
    case (.step(.clarifyCheck), .checkType): ["DATA_BIAS", "MODEL_BIAS", "MODEL_EXPLAINABILITY"]
    case (.step(.qualityCheck), .checkType): ["DATA_QUALITY", "MODEL_QUALITY"]
    case (.dependency, .trigger): StepDependency.Trigger.known.map(\.name)
    case (.selector, .pick): ["MaxBy", "MinBy"]
    case (.retryPolicy, .exceptionType):
      [
        "Step.SERVICE_FAULT", "Step.THROTTLING", "SageMaker.JOB_INTERNAL_ERROR", "SageMaker.CAPACITY_ERROR",
        "SageMaker.RESOURCE_LIMIT", "Emr.RESOURCE_LIMIT",
      ]
    default: nil
    }
  }

  /// The numbers that a field takes; nil if it takes no numbers, or any.
  ///
  /// From the developer guide ("Retry Policy for Pipeline Steps") and the SDK 3.27.0.
  public static func range(_ field: PipelineField, in kind: PipelineObjectKind) -> ClosedRange<Double>? {
    switch (kind, field) {
    case (.retryPolicy, .intervalSeconds): 0...43_200
    case (.retryPolicy, .backoffRate): 0 ... .infinity
    case (.retryPolicy, .maxAttempts): 0...20
    case (.retryPolicy, .expireAfterMin): 0...14_400
    case (.forEachArguments, .maxConcurrency): 1...50
    default: nil
    }
  }
}

/// What `{"Get": "Execution.…"}` may name.
public enum ExecutionVariable: String, CaseIterable, Sendable {
  case startDateTime = "StartDateTime"
  case currentDateTime = "CurrentDateTime"
  case pipelineName = "PipelineName"
  case pipelineArn = "PipelineArn"
  case pipelineExecutionId = "PipelineExecutionId"
  case pipelineExecutionArn = "PipelineExecutionArn"
  /// The name of the job that the step launches which uses the variable.
  case trainingJobName = "TrainingJobName"
  case processingJobName = "ProcessingJobName"
}
