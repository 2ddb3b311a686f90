import Testing

@testable import ServiceCatalogue

struct ServiceModelTests {
  let sageMaker: ServiceModel

  init() throws {
    sageMaker = try #require(ServiceModel(named: "sagemaker"))
  }

  @Test func servicesHaveNames() {
    #expect(ServiceModel.names == ["bedrock", "emr", "emr-serverless", "lambda", "sagemaker"])
    #expect(ServiceModel(named: "sage") == nil)
    #expect(ServiceModel.version.hasPrefix("1."))
  }

  @Test func operationsHaveShapes() throws {
    let operation = try #require(sageMaker.operation("CreateTrainingJob"))
    let request = try #require(operation.request)
    #expect(request["RoleArn"] == Member("RoleArn", .string(Bounds(least: 20, most: 2048)), isRequired: true))
    #expect(request["ResourceConfig"]?.isRequired == false)
    #expect(operation.response?.members.map(\.name) == ["TrainingJobArn"])
    #expect(sageMaker.operation("CreateTrainingJo") == nil)
    #expect(sageMaker.operation("") == nil)
  }

  @Test func shapesAreRead() throws {
    let definition = try #require(sageMaker.structure("AlgorithmSpecification"))
    #expect(definition["TrainingInputMode"]?.shape == .enumeration("TrainingInputMode"))
    #expect(definition["EnableSageMakerMetricsTimeSeries"]?.shape == .boolean)
    let arguments = Bounds(least: 1, most: 100)
    let text = Bounds(least: 0, most: 256)
    #expect(definition["ContainerArguments"]?.shape == .list(.string(text), arguments))
    #expect(sageMaker.values(of: "TrainingInputMode") == ["Pipe", "File", "FastFile"])
    #expect(sageMaker.values(of: "TrainingInput") == [])
    #expect(Array("File".utf8).withUnsafeBufferPointer { sageMaker.isValue($0, of: "TrainingInputMode") })
    #expect(!Array("Fil".utf8).withUnsafeBufferPointer { sageMaker.isValue($0, of: "TrainingInputMode") })
    let request = try #require(sageMaker.structure("CreateTrainingJobRequest"))
    #expect(
      request["HyperParameters"]?.shape
        == .map(
          key: .string(text), value: .string(Bounds(least: 0, most: 2500)), Bounds(least: 0, most: 100)))
  }

  @Test func boundsMayBeFractions() throws {
    let requirement = try #require(sageMaker.structure("InferenceComponentComputeResourceRequirements"))
    #expect(requirement["NumberOfCpuCoresRequired"]?.shape == .number(Bounds(least: 0.25, most: nil)))
  }

  @Test func boundsAreIncluded() {
    let bounds = Bounds(least: 0.5, most: 1e3)
    #expect(bounds.contains(0.5) && bounds.contains(1000) && !bounds.contains(0.25) && !bounds.contains(1001))
    #expect(Bounds.none.contains(-1))
  }

  /// Every name in every text leads somewhere, and bisection finds every entry.
  @Test func catalogueIsClosed() {
    for service in ServiceModel.names.compactMap(ServiceModel.init) {
      for name in service.names(with: .dot) {
        guard let structure = service.structure(name) else {
          Issue.record("\(service.name) \(name)")
          continue
        }
        for member in structure.members {
          #expect(isKnown(member.shape, in: service), "\(service.name) \(name).\(member.name)")
        }
      }
      for name in service.names(with: .greaterThan) {
        let operation = service.operation(name)
        #expect(operation?.request != nil && operation?.response != nil, "\(service.name) \(name)")
      }
    }
  }

  private func isKnown(_ shape: Shape, in service: ServiceModel) -> Bool {
    switch shape {
    case .structure(let name): service.structure(name) != nil
    case .enumeration(let name): !service.values(of: name).isEmpty
    case .list(let element, _): isKnown(element, in: service)
    case .map(let key, let value, _): isKnown(key, in: service) && isKnown(value, in: service)
    case .document: false
    case .string, .integer, .number, .boolean, .blob, .timestamp: true
    }
  }
}

struct ShapePathTests {
  @Test(
    arguments: [
      ([.member("ModelArtifacts"), .member("S3ModelArtifacts")], "string"),
      ([.member("ModelArtifacts")], "structure"),
      ([.member("ModelArtifacts"), .member("S3ModelArtifact")], "no member 1 of ModelArtifacts"),
      ([.member("FinalMetricDataList"), .index, .member("Value")], "number"),
      ([.member("FinalMetricDataList"), .key, .member("Value")], "number"),
      ([.member("FinalMetricDataList"), .member("Value")], "misplaced 1"),
      ([.member("Environment"), .key], "string"),
      ([.member("Environment"), .index], "misplaced 1"),
      ([.member("TrainingJobName"), .member("Name")], "misplaced 1"),
      ([.key], "misplaced 0"),
      ([], "structure"),
    ] as [([ShapeStep], String)])
  func waysAreFollowed(way: [ShapeStep], end: String) throws {
    let service = try #require(ServiceModel(named: "sagemaker"))
    let root = try #require(service.operation("DescribeTrainingJob")?.response)
    #expect(shown(service.follow(way, from: root)) == end)
  }

  private func shown(_ end: ShapePathEnd) -> String {
    switch end {
    case .shape(.structure): "structure"
    case .shape(.string): "string"
    case .shape(.number): "number"
    case .shape: "another shape"
    case .missingMember(let position, let structure): "no member \(position) of \(structure.name)"
    case .misplaced(let position, _): "misplaced \(position)"
    }
  }

  @Test func membersAreFoundBelow() throws {
    let service = try #require(ServiceModel(named: "sagemaker"))
    let root = try #require(service.operation("CreateTrainingJob")?.request)
    #expect(service.way(to: "InstanceCount", below: root) == ["ResourceConfig", "InstanceCount"])
    #expect(service.way(to: "RoleArn", below: root) == nil)
    #expect(service.way(to: "Nothing", below: root) == nil)
  }
}
