extension Integration {
  /// Every optimised integration that a Task can call.
  ///
  /// Services, APIs and patterns: Developer Guide, "Integrating optimized services" and the page of each service, as
  /// of September 2025. Parameters: what a ``RequiredParameter`` says, and botocore 1.43.11 for those that only the
  /// service demands; without what Step Functions fills in itself (client tokens). Error prefixes: recorded
  /// executions and AWS's samples.
  public static let services: [IntegratedService] = compute + data + messaging + jobs + machineLearning

  private static let compute = [
    // Not closed: a recording has lambda:listFunctions created, though no execution of it.
    IntegratedService(
      "lambda", "Lambda", errors: "Lambda", sdk: ("lambda", "Lambda"), never: [.sync],
      [api("invoke", [.waitForTaskToken], .checked("FunctionName"))]),
    IntegratedService(
      "states", "Step Functions", errors: "StepFunctions", sdk: ("sfn", "Sfn"), closed: true,
      [api("startExecution", [.sync, .sync2, .waitForTaskToken], .checked("StateMachineArn"))]),
    IntegratedService(
      "ecs", "ECS", errors: "ECS", sdk: ("ecs", "Ecs"), closed: true,
      [api("runTask", [.sync, .waitForTaskToken], .checked("TaskDefinition"))]),
    IntegratedService(
      "batch", "Batch", errors: "Batch", sdk: ("batch", "Batch"), closed: true, never: [.waitForTaskToken],
      [
        api(
          "submitJob", [.sync], .needed("JobName"), .needed("JobQueue"), .needed("JobDefinition"))
      ]),
    IntegratedService(
      "eks", "EKS", errors: "EKS", sdk: ("eks", "Eks"),
      [
        api("createCluster", [.sync], .needed("Name"), .needed("RoleArn"), .needed("ResourcesVpcConfig")),
        api("deleteCluster", [.sync], .needed("Name")),
        api(
          "createFargateProfile", [.sync], .needed("FargateProfileName"), .needed("ClusterName"),
          .needed("PodExecutionRoleArn")),
        api("deleteFargateProfile", [.sync], .needed("ClusterName"), .needed("FargateProfileName")),
        api(
          "createNodegroup", [.sync], .needed("ClusterName"), .needed("NodegroupName"), .needed("Subnets"),
          .needed("NodeRole")),
        api("deleteNodegroup", [.sync], .needed("ClusterName"), .needed("NodegroupName")),
        api(
          "runJob", [.sync, .waitForTaskToken], .needed("ClusterName"), .needed("CertificateAuthority"),
          .needed("Endpoint"), .needed("Job")),
        api(
          "call", [.waitForTaskToken], .needed("ClusterName"), .needed("CertificateAuthority"),
          .needed("Endpoint"), .needed("Method"), .needed("Path")),
      ]),
  ]

  private static let data = [
    IntegratedService(
      "dynamodb", "DynamoDB", errors: "DynamoDB", sdk: ("dynamodb", "DynamoDb"), closed: true,
      never: [.sync, .waitForTaskToken],
      [
        api("getItem", [], .checked("TableName"), .checked("Key")),
        api("putItem", [], .checked("TableName"), .checked("Item")),
        api("updateItem", [], .needed("TableName"), .needed("Key")),
        api("deleteItem", [], .needed("TableName"), .needed("Key")),
      ]),
    IntegratedService(
      "athena", "Athena", errors: "Athena", sdk: ("athena", "Athena"), never: [.waitForTaskToken],
      [
        api("startQueryExecution", [.sync], .needed("QueryString")),
        api("stopQueryExecution", [], .needed("QueryExecutionId")),
        api("getQueryExecution", [], .needed("QueryExecutionId")),
        api("getQueryResults", [], .needed("QueryExecutionId")),
      ]),
  ]

  private static let messaging = [
    IntegratedService(
      "sqs", "SQS", errors: "SQS", sdk: ("sqs", "Sqs"), closed: true, never: [.sync],
      [api("sendMessage", [.waitForTaskToken], .checked("QueueUrl"), .checked("MessageBody"))]),
    IntegratedService(
      "sns", "SNS", errors: "SNS", sdk: ("sns", "Sns"), closed: true, never: [.sync],
      [
        api(
          "publish", [.waitForTaskToken], .checked("Message"),
          .needed("TopicArn", "TargetArn", "PhoneNumber"))
      ]),
    IntegratedService(
      "events", "EventBridge", errors: "EventBridge", sdk: ("eventbridge", "EventBridge"), closed: true,
      never: [.sync], [api("putEvents", [.waitForTaskToken], .checked("Entries"))]),
    IntegratedService(
      "apigateway", "API Gateway", errors: "ApiGateway", never: [.sync],
      [api("invoke", [.waitForTaskToken], .needed("ApiEndpoint"), .needed("Method"))]),
    IntegratedService(
      "http", "HTTP endpoints", errors: nil, [api("invoke", [], .needed("ApiEndpoint"), .needed("Method"))]),
  ]

  private static func api(
    _ name: StaticString, _ patterns: Set<IntegrationPattern>, _ required: RequiredParameter...
  ) -> IntegratedAPI {
    IntegratedAPI(name: name, patterns: patterns.union([.requestResponse]), required: required)
  }
}

// MARK: - Services that run jobs

extension Integration {
  private static let jobs = [
    IntegratedService(
      "glue", "Glue", errors: "Glue", sdk: ("glue", "Glue"), closed: true, never: [.waitForTaskToken],
      [api("startJobRun", [.sync], .checked("JobName"))]),
    IntegratedService(
      "databrew", "DataBrew", errors: "DataBrew", sdk: ("databrew", "DataBrew"), never: [.waitForTaskToken],
      [api("startJobRun", [.sync], .needed("Name"))]),
    IntegratedService(
      "codebuild", "CodeBuild", errors: "CodeBuild", sdk: ("codebuild", "CodeBuild"),
      never: [.waitForTaskToken],
      [
        api("startBuild", [.sync], .needed("ProjectName")),
        api("stopBuild", [], .needed("Id")),
        api("batchDeleteBuilds", [], .needed("Ids")),
        api("batchGetReports", [], .needed("ReportArns")),
        api("startBuildBatch", [.sync], .needed("ProjectName")),
        api("stopBuildBatch", [], .needed("Id")),
        api("retryBuildBatch", [.sync]),
        api("deleteBuildBatch", [], .needed("Id")),
      ]),
    IntegratedService(
      "elasticmapreduce", "EMR", errors: "ElasticMapReduce", sdk: ("emr", "Emr"), never: [.waitForTaskToken],
      [
        api("createCluster", [.sync], .needed("Name"), .needed("Instances")),
        api("terminateCluster", [.sync], .needed("ClusterId")),
        api("addStep", [.sync], .needed("ClusterId"), .needed("Step")),
        api("cancelStep", [], .needed("ClusterId"), .needed("StepId")),
        api(
          "setClusterTerminationProtection", [], .needed("ClusterId"), .needed("TerminationProtected")),
        api(
          "modifyInstanceFleetByName", [], .needed("ClusterId"), .needed("InstanceFleetName"),
          .needed("InstanceFleet")),
        api(
          "modifyInstanceGroupByName", [], .needed("ClusterId"), .needed("InstanceGroupName"),
          .needed("InstanceGroup")),
      ]),
    IntegratedService(
      "emr-containers", "EMR on EKS", errors: nil, sdk: ("emrcontainers", "EmrContainers"),
      never: [.waitForTaskToken],
      [
        api("createVirtualCluster", [], .needed("Name"), .needed("ContainerProvider")),
        api("deleteVirtualCluster", [.sync], .needed("Id")),
        api("startJobRun", [.sync], .needed("VirtualClusterId")),
      ]),
    IntegratedService(
      "emr-serverless", "EMR Serverless", errors: nil, sdk: ("emrserverless", "EmrServerless"),
      never: [.waitForTaskToken],
      [
        api("createApplication", [.sync], .needed("ReleaseLabel"), .needed("Type")),
        api("startApplication", [.sync], .needed("ApplicationId")),
        api("stopApplication", [.sync], .needed("ApplicationId")),
        api("deleteApplication", [.sync], .needed("ApplicationId")),
        api("startJobRun", [.sync], .needed("ApplicationId"), .needed("ExecutionRoleArn")),
        api("cancelJobRun", [.sync], .needed("ApplicationId"), .needed("JobRunId")),
      ]),
    IntegratedService(
      "mediaconvert", "MediaConvert", errors: "MediaConvert", sdk: ("mediaconvert", "MediaConvert"),
      never: [.waitForTaskToken], [api("createJob", [.sync], .needed("Role"), .needed("Settings"))]),
  ]

  private static let machineLearning = [
    IntegratedService(
      "sagemaker", "SageMaker", errors: "SageMaker", sdk: ("sagemaker", "SageMaker"),
      never: [.waitForTaskToken],
      [
        api(
          "createTrainingJob", [.sync], .needed("TrainingJobName"), .needed("RoleArn"),
          .needed("OutputDataConfig")),
        api(
          "createTransformJob", [.sync], .needed("TransformJobName"), .needed("ModelName"),
          .needed("TransformInput"), .needed("TransformOutput"), .needed("TransformResources")),
        api(
          "createHyperParameterTuningJob", [.sync], .needed("HyperParameterTuningJobName"),
          .needed("HyperParameterTuningJobConfig")),
        api(
          "createLabelingJob", [.sync], .needed("LabelingJobName"), .needed("LabelAttributeName"),
          .needed("InputConfig"), .needed("OutputConfig"), .needed("RoleArn"), .needed("HumanTaskConfig")),
        api(
          "createProcessingJob", [.sync], .needed("ProcessingJobName"), .needed("ProcessingResources"),
          .needed("AppSpecification"), .needed("RoleArn")),
        api("createModel", [], .needed("ModelName")),
        api("createEndpointConfig", [], .needed("EndpointConfigName"), .needed("ProductionVariants")),
        api("createEndpoint", [], .needed("EndpointName"), .needed("EndpointConfigName")),
        api("updateEndpoint", [], .needed("EndpointName"), .needed("EndpointConfigName")),
      ]),
    IntegratedService(
      "bedrock", "Bedrock", errors: "Bedrock", sdk: ("bedrock", "Bedrock"),
      [
        api("invokeModel", [.waitForTaskToken], .needed("ModelId")),
        api(
          "createModelCustomizationJob", [.sync], .needed("JobName"), .needed("CustomModelName"),
          .needed("RoleArn"), .needed("BaseModelIdentifier"), .needed("TrainingDataConfig"),
          .needed("OutputDataConfig")),
      ]),
    // Seen in AWS's samples of 2026 only, which spell it both ways.
    IntegratedService("bedrockagentcore", "Bedrock AgentCore", errors: nil, [api("invokeHarness", [])]),
    IntegratedService(
      "bedrock-agentcore", "Bedrock AgentCore", errors: nil, never: [.sync, .waitForTaskToken],
      [api("invokeHarness", [])]),
  ]
}

extension IntegratedService {
  fileprivate init(
    _ prefix: StaticString, _ name: String, errors: StaticString?,
    sdk: (name: StaticString, errors: StaticString)? = nil, closed: Bool = false,
    never: Set<IntegrationPattern> = [],
    _ apis: [IntegratedAPI]
  ) {
    self.init(
      prefix: prefix, name: name, errorPrefix: errors, sdkErrorPrefix: sdk?.errors, sdkName: sdk?.name,
      isClosed: closed, refusedPatterns: never, apis: apis)
  }
}
