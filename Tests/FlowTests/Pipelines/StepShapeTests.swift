import Flow
import ServiceCatalogue
import SourceText
import Syntax
import Testing
import Workflows

struct StepShapeTests {
  /// The types whose arguments are a request, and of those the name that a pipeline makes itself.
  static let names: [StepType: String] = [
    .processing: "ProcessingJobName", .clarifyCheck: "ProcessingJobName", .qualityCheck: "ProcessingJobName",
    .training: "TrainingJobName", .tuning: "HyperParameterTuningJobName", .autoML: "AutoMLJobName",
    .transform: "TransformJobName", .model: "ModelName", .registerModel: "ModelPackageName",
    .endpointConfig: "EndpointConfigName", .endpoint: "EndpointName",
    .inferenceComponent: "InferenceComponentName", .job: "JobName",
  ]

  @Test(arguments: StepType.allCases)
  func requestsNeedNoName(_ type: StepType) throws {
    guard let request = StepRequest(type) else {
      #expect(Self.names[type] == nil)
      return
    }
    let name = try #require(Self.names[type] ?? (request.root.name.isEmpty ? "" : nil))
    #expect(request.root[name]?.isRequired != true)
    // Only the name: all else that the API needs is still needed.
    let model = request.service.structure(request.root.name)?.members ?? request.root.members
    #expect(
      model.filter(\.isRequired).map(\.name).filter { $0 != name }
        == request.root.members.filter(\.isRequired).map(\.name))
  }

  @Test func typesWithoutRequestAreTheLanguagesOwn() {
    let free = StepType.allCases.filter { StepRequest($0) == nil }
    #expect(
      free == [
        .lambda, .callback, .athena, .hubContent, .bedrockCustomModel, .bedrockCustomModelDeployment,
        .bedrockModelImport, .bedrockProvisionedModelThroughput, .condition, .fail, .forEach, .cleanup,
        .unknown,
      ])
    #expect(StepType.allCases.filter { StepResponse($0) == nil } == [.athena, .hubContent, .unknown])
  }

  @Test(
    arguments: [
      (.processing, ["ProcessingOutputConfig", "Outputs"]),
      (.training, ["ModelArtifacts", "S3ModelArtifacts"]),
      (.tuning, ["BestTrainingJob", "TrainingJobName"]), (.tuning, ["TrainingJobSummaries"]),
      (.autoML, ["BestCandidateProperties", "ModelInsightsJsonReportPath"]), (.autoML, ["BestCandidate"]),
      (.transform, ["TransformOutput", "S3OutputPath"]), (.model, ["ModelName"]),
      (.registerModel, ["ModelPackageArn"]), (.emr, ["Status", "State"]), (.emr, ["ClusterId"]),
      (.emrServerless, ["jobRun", "state"]), (.endpoint, ["EndpointArn"]), (.lambda, ["OutputParameters"]),
      (.job, ["JobConfigDocument", "ServiceOutput", "RunId"]), (.bedrockModelImport, ["ImportedModelArn"]),
      (.condition, ["Outcome"]), (.qualityCheck, ["CalculatedBaselineStatistics"]),
      (.forEach, ["Selected", "X"]),
    ] as [(StepType, [String])])
  func stepsYield(_ type: StepType, _ way: [String]) throws {
    let response = try #require(StepResponse(type))
    let end = response.service.follow(way.map(ShapeStep.member), from: response.root)
    guard case .shape = end else {
      Issue.record("\(end)")
      return
    }
    let wrong = response.service.follow([.member("Nothing")], from: response.root)
    #expect(wrong == .missingMember(0, response.root))
  }

  @Test(arguments: [
    (#""Nothing": 1"#, ["unknown Nothing"]), (#""ResourceConfig": []"#, ["type"]),
    (#""Tags": { "Get": "Parameters.P" }"#, ["expression"]),
    (#""Tags": { "Fn::Sub": "x" }, "ResourceConfig": null, "VpcConfig": ${Config}"#, []),
    (#""Tags": [ { "Key": "k" } ]"#, ["missing Value"]), (#""Tags": [ { "Key": "k", "${Name}": 1 } ]"#, []),
    (#""Tags": { "Std:Range": [ 1, 2 ] }"#, []),
    (#""EnableNetworkIsolation": { "Get": "Parameters.P" }"#, []),
    (#""EnableNetworkIsolation": "true""#, []), (#""EnableNetworkIsolation": "maybe""#, ["type"]),
    (#""Environment": { "A": 1, "B": true, "C": { "Get": "Parameters.P" } }"#, []),
    (#""Environment": { "A": [] }"#, ["type"]), (#""Environment": { "A": "${Any}" }"#, []),
    (#""RetryStrategy": { "MaximumRetryAttempts": 31 }"#, ["bounds 31.0"]),
    (#""RetryStrategy": { "MaximumRetryAttempts": "3" }"#, []),
    (#""InputDataConfig": []"#, ["bounds 0.0"]), (#""InputDataConfig": [ { "Ref": "Channel" } ]"#, []),
    (#""AlgorithmSpecification": { "TrainingInputMode": "file" }"#, ["value of 3"]),
    (#""AlgorithmSpecification": { "TrainingInputMode": "${Mode}" }"#, []),
  ])
  func argumentsAreCompared(_ members: String, _ expected: [String]) throws {
    let text = """
      { "Version": "2020-12-01", "Steps": [ { "Name": "T", "Type": "Training", "Arguments": {
        "RoleArn": "r", "OutputDataConfig": { "S3OutputPath": "s3://b" }, \(members) } } ] }
      """
    let tree = SyntaxTree.read(SourceFile(path: "a.json", text: text), as: .json)
    let pipeline = Pipeline(tree, root: try #require(tree.roots.first))
    #expect(pipeline.readArguments().mismatches.map { shown($0, tree) } == expected)
  }

  /// Those in maps of the author's own names are none, nor is what is filled in.
  @Test func literalsNameWhatStepsUse() throws {
    let text = """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "T", "Type": "Training", "Arguments": { "RoleArn": "r", "Environment": { "RoleArn": "e" },
          "AlgorithmSpecification": { "TrainingImage": "${Image}" },
          "OutputDataConfig": { "S3OutputPath": { "Get": "Parameters.P" }, "KmsKeyId": "k" },
          "InputDataConfig": [ { "DataSource": { "S3DataSource": { "S3Uri": "s3://<bucket>/x" } } },
            { "DataSource": { "S3DataSource": { "S3Uri": "s3://b/x" } } } ] } },
        { "Name": "L", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "RoleArn": "free" } },
        { "Name": "C", "Type": "Callback", "SqsQueueUrl": "q" } ] }
      """
    let tree = SyntaxTree.read(SourceFile(path: "a.json", text: text), as: .json)
    let pipeline = Pipeline(tree, root: try #require(tree.roots.first))
    let found = pipeline.readArguments().literals.map {
      "\($0.kind) \(tree.text($0.key)) \(tree.text($0.node))"
    }
    #expect(
      found == [
        "role RoleArn r", "encryptionKey KmsKeyId k", "s3Location S3Uri s3://b/x", "otherARN FunctionArn f",
        "queue SqsQueueUrl q",
      ])
  }

  private func shown(_ mismatch: ArgumentMismatch, _ tree: SyntaxTree) -> String {
    switch mismatch.kind {
    case .unknownMember: "unknown \(tree.text(mismatch.node))"
    case .missingMembers(let names, _): "missing \(names.joined(separator: " "))"
    case .wrongType: "type"
    case .expressionForMany: "expression"
    case .unknownValue(let known): "value of \(known.count)"
    case .outOfBounds(_, _, let actual): "bounds \(actual)"
    }
  }
}
