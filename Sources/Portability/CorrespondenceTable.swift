import Workflows

extension Correspondence {
  /// Every type of step, and what states have beside them. One line for each known ``StepType``.
  ///
  /// Sources: the Developer Guide of Step Functions, "Manage Amazon SageMaker with Step Functions" (which jobs `.sync`
  /// waits for) and "Call other AWS services"; the Developer Guide of SageMaker, "Pipelines steps"; what the SageMaker
  /// Python SDKs 2.257 and 3.27 write; botocore 1.44.5. No conversion was executed.
  public static let table: [Correspondence] = jobs + models + services + checks + control + stateOnly

  /// A Task that starts something that Step Functions cannot wait for, and the loop that polls it.
  private static func polled(_ create: String, _ describe: String) -> [String] {
    ["Task aws-sdk:\(create)", "Wait", "Task aws-sdk:\(describe)", "Choice"]
  }

  private static let pollNote = "Step Functions cannot wait for it, so a loop polls it"
  private static let nameNote = "the step names it by itself"
}

// MARK: - SageMaker

extension Correspondence {
  private static let jobs: [Correspondence] = [
    .job(
      .processing, "sagemaker:createProcessingJob.sync", reads: ["sagemaker:describeProcessingJob"],
      states: Counterpart(
        .direct, ["Task sagemaker:createProcessingJob.sync"], "needs a ProcessingJobName"),
      step: Counterpart(.direct, ["Processing step"], nameNote)),
    .job(
      .training, "sagemaker:createTrainingJob.sync", reads: ["sagemaker:describeTrainingJob"],
      states: Counterpart(.direct, ["Task sagemaker:createTrainingJob.sync"], "needs a TrainingJobName"),
      step: Counterpart(.direct, ["Training step"], nameNote)),
    .job(
      .tuning, "sagemaker:createHyperParameterTuningJob.sync",
      reads: [
        "sagemaker:describeHyperParameterTuningJob",
        "sagemaker:listTrainingJobsForHyperParameterTuningJob",
      ],
      states: Counterpart(
        .direct, ["Task sagemaker:createHyperParameterTuningJob.sync"],
        "needs a HyperParameterTuningJobName"),
      step: Counterpart(.direct, ["Tuning step"], nameNote)),
    .job(
      .autoML, "aws-sdk:sagemaker:createAutoMLJob", reads: ["sagemaker:describeAutoMLJob"],
      states: Counterpart(
        .adapted, polled("sagemaker:createAutoMLJob", "sagemaker:describeAutoMLJob"), pollNote),
      step: Counterpart(.adapted, ["AutoML step"], "in the mode ENSEMBLING only")),
    .job(
      .transform, "sagemaker:createTransformJob.sync", reads: ["sagemaker:describeTransformJob"],
      states: Counterpart(.direct, ["Task sagemaker:createTransformJob.sync"], "needs a TransformJobName"),
      step: Counterpart(.direct, ["Transform step"], nameNote)),
    .job(
      .job, "aws-sdk:sagemaker:createJob", reads: ["sagemaker:describeJob"],
      states: Counterpart(.adapted, polled("sagemaker:createJob", "sagemaker:describeJob"), pollNote),
      step: Counterpart(.direct, ["Job step"], nameNote)),
  ]

  private static let models: [Correspondence] = [
    .job(
      .model, "sagemaker:createModel", reads: ["sagemaker:describeModel"], isJob: false,
      states: Counterpart(
        .direct, ["Task sagemaker:createModel"], "needs a ModelName, which others refer to"),
      step: Counterpart(.direct, ["Model step"], nameNote)),
    .job(
      .registerModel, "aws-sdk:sagemaker:createModelPackage",
      own: ["sagemaker:createModelPackageGroup"],
      reads: ["sagemaker:describeModelPackage", "sagemaker:describeModelPackageGroup"], isJob: false,
      states: Counterpart(
        .adapted, ["Task aws-sdk:sagemaker:createModelPackage"],
        "the group has to exist, and nothing waits for the package"),
      step: Counterpart(.direct, ["RegisterModel step"], "makes the group if there is none")),
    .job(
      .endpointConfig, "sagemaker:createEndpointConfig", reads: ["sagemaker:describeEndpointConfig"],
      isJob: false,
      states: Counterpart(
        .direct, ["Task sagemaker:createEndpointConfig"], "needs an EndpointConfigName"),
      step: Counterpart(
        .direct, ["EndpointConfig step"], "its name gets a suffix, so others have to refer to it")),
    .job(
      .endpoint, "sagemaker:createEndpoint", "sagemaker:updateEndpoint",
      reads: ["sagemaker:describeEndpoint"], isJob: false,
      states: Counterpart(
        .adapted,
        ["Task sagemaker:createEndpoint", "Wait", "Task aws-sdk:sagemaker:describeEndpoint", "Choice"],
        "a loop waits until it is in service; to update one that exists takes a Choice before it"),
      step: Counterpart(.direct, ["Endpoint step"], "creates or updates it, and waits until it is in service")
    ),
    .job(
      .inferenceComponent, "aws-sdk:sagemaker:createInferenceComponent",
      "aws-sdk:sagemaker:updateInferenceComponent", reads: ["sagemaker:describeInferenceComponent"],
      isJob: false,
      states: Counterpart(
        .adapted,
        polled("sagemaker:createInferenceComponent", "sagemaker:describeInferenceComponent"), pollNote),
      step: Counterpart(
        .direct, ["InferenceComponent step"], "creates or updates it, and waits until it is in service")),
    .job(
      .lineage, "aws-sdk:sagemaker:createAction", "aws-sdk:sagemaker:createArtifact",
      "aws-sdk:sagemaker:createContext", "aws-sdk:sagemaker:addAssociation", reads: [], isJob: false,
      states: Counterpart(
        .adapted, ["Task aws-sdk:sagemaker:createArtifact"], "one Task for each entity and association"),
      step: Counterpart(.adapted, ["Lineage step"], "one for all entities and associations")),
    .job(
      .hubContent, "aws-sdk:sagemaker:importHubContent", reads: ["sagemaker:describeHubContent"],
      isJob: false,
      states: Counterpart(
        .adapted, ["Task aws-sdk:sagemaker:importHubContent"], "the step's arguments are not documented"),
      step: Counterpart(.adapted, ["HubContent step"], "the step's arguments are not documented")),
  ]

  private static let checks: [Correspondence] = [.clarifyCheck, .qualityCheck].map { type in
    .job(
      type, "sagemaker:createProcessingJob.sync", "lambda:invoke", reads: [],
      states: Counterpart(
        .bridged, ["Task sagemaker:createProcessingJob.sync", "Task lambda:invoke"],
        "a function has to find the baseline, compare with it and register a new one"),
      step: nil)
  }
}

// MARK: - Other services

extension Correspondence {
  private static let services: [Correspondence] = [
    .job(
      .lambda, "lambda:invoke", reads: [], isSageMaker: false, isJob: false,
      states: Counterpart(.direct, ["Task lambda:invoke"]),
      step: Counterpart(
        .adapted, ["Lambda step"], "10 minutes at most, and what it takes and yields is flat")),
    .job(
      .callback, "sqs:sendMessage.waitForTaskToken", reads: [], isSageMaker: false, isJob: false,
      states: Counterpart(
        .adapted, ["Task sqs:sendMessage.waitForTaskToken"],
        "the worker has to call SendTaskSuccess or SendTaskFailure"),
      step: Counterpart(
        .adapted, ["Callback step"],
        "the worker has to call SendPipelineExecutionStepSuccess or …Failure")),
    .job(
      .emr, "elasticmapreduce:addStep.sync",
      own: ["elasticmapreduce:createCluster", "elasticmapreduce:terminateCluster"],
      reads: ["elasticmapreduce:describeStep", "elasticmapreduce:describeCluster"], isSageMaker: false,
      states: Counterpart(.direct, ["Task elasticmapreduce:addStep.sync"]),
      step: Counterpart(.direct, ["EMR step"])),
    .job(
      .emrServerless, "emr-serverless:startJobRun.sync",
      own: [
        "emr-serverless:createApplication", "emr-serverless:startApplication",
        "emr-serverless:stopApplication", "emr-serverless:deleteApplication",
      ],
      reads: ["emr-serverless:getJobRun", "emr-serverless:getApplication"], isSageMaker: false,
      states: Counterpart(.direct, ["Task emr-serverless:startJobRun.sync"]),
      step: Counterpart(.direct, ["EMRServerless step"])),
    .job(
      .athena, "athena:startQueryExecution.sync", reads: ["athena:getQueryExecution"], isSageMaker: false,
      states: Counterpart(
        .adapted, ["Task athena:startQueryExecution.sync"], "the step's arguments are not documented"),
      step: Counterpart(.adapted, ["Athena step"], "the step's arguments are not documented")),
    bedrock(.bedrockCustomModel, "createCustomModel", "getCustomModel"),
    bedrock(.bedrockCustomModelDeployment, "createCustomModelDeployment", "getCustomModelDeployment"),
    bedrock(.bedrockModelImport, "createModelImportJob", "getModelImportJob"),
    bedrock(
      .bedrockProvisionedModelThroughput, "createProvisionedModelThroughput",
      "getProvisionedModelThroughput"),
    .job(
      .cleanup, "aws-sdk:s3:deleteObjects", "aws-sdk:s3:deleteObject", reads: [], isSageMaker: false,
      isJob: false,
      states: Counterpart(
        .adapted, ["Task aws-sdk:s3:deleteObjects"], "has to know the keys, which the step finds"),
      step: Counterpart(.adapted, ["Cleanup step"], "removes only what steps of the pipeline wrote")),
  ]

  private static func bedrock(_ step: StepType, _ create: String, _ get: String) -> Correspondence {
    .job(
      step, "aws-sdk:bedrock:\(create)", reads: ["bedrock:\(get)"], isSageMaker: false, isJob: false,
      states: Counterpart(.adapted, polled("bedrock:\(create)", "bedrock:\(get)"), pollNote),
      step: Counterpart(.direct, ["\(step.name) step"], "waits until it is there"))
  }
}

// MARK: - Control flow

extension Correspondence {
  private static let control: [Correspondence] = [
    .control(
      .condition, .choice, states: Counterpart(.direct, ["Choice"]),
      step: Counterpart(.direct, ["Condition step"])),
    .control(
      .fail, .fail,
      states: Counterpart(.direct, ["Fail"], "stops what runs beside it, which a pipeline lets finish"),
      step: Counterpart(.direct, ["Fail step"], "lets finish what runs beside it")),
    .control(
      .forEach, .map, states: Counterpart(.direct, ["Map"]),
      step: Counterpart(
        .adapted, ["ForEach step"], "50 iterations at once and 100 literal items at most")),
  ]

  private static let stateOnly: [Correspondence] = [
    .control(
      nil, .parallel, states: nil,
      step: Counterpart(.implicit, [], "steps run side by side unless one depends on the other")),
    .control(
      nil, .pass, states: nil,
      step: Counterpart(.implicit, [], "references and Std:Join stand where its values are used")),
    .control(
      nil, .wait, states: nil,
      step: Counterpart(
        .bridged, ["Lambda step"],
        "a function that sleeps, 10 minutes at most; beyond that a Callback step")),
    .control(
      nil, .succeed, states: nil,
      step: Counterpart(.implicit, [], "a pipeline ends when no step is left to run")),
    .other(
      "sagemaker:createLabelingJob.sync",
      step: Counterpart(
        .bridged, ["Callback step"],
        "no step starts a labeling job; a worker does, and answers when it is done")),
    .other(
      "activity",
      step: Counterpart(.bridged, ["Callback step"], "the worker reads a queue instead of the activity")),
    .other(
      "aws-sdk:s3:getObject",
      step: Counterpart(.implicit, ["Std:JsonGet"], "if it is JSON that a step wrote")),
    .other(
      "any other call",
      step: Counterpart(.bridged, ["Lambda step"], "no step makes this call; a function does")),
    .other(
      "any other call that waits",
      step: Counterpart(
        .bridged, ["Callback step"],
        "a Lambda step ends after 10 minutes; a worker makes the call and answers when it is done")),
  ]

  /// The line of what is done beside steps, by the call.
  static func stateOnly(_ call: String) -> Correspondence? {
    stateOnly.first { $0.calls.first == call }
  }

  /// The line of a type of state that is not a Task.
  static func line(of state: StateType) -> Correspondence? {
    (control + stateOnly).first { $0.state == state && state != .task }
  }
}
