/// A field name of SageMaker pipeline definitions, in those objects whose fields the language fixes. What stands in the
/// arguments of a job belongs to the API that runs it.
public enum PipelineField: UInt8, CaseIterable, Sendable {
  /// A name that the language does not have.
  case unknown
  // The definition
  case version, metadata, parameters, pipelineExperimentConfig, mlflowConfig, steps
  case experimentName, trialName, mlflowResourceArn, mlflowExperimentName
  // Parameters
  case name, type, defaultValue, enumValues, description
  // Steps
  case arguments, dependsOn, displayName, retryPolicies, cacheConfig, propertyFiles
  case functionArn, sqsQueueUrl, outputParameters
  case checkType, modelPackageGroupName, skipCheck, failOnViolation, registerNewBaseline
  case suppliedBaselineConstraints, suppliedBaselineStatistics, modelName
  // Parts of steps
  case step, trigger
  case exceptionType, intervalSeconds, backoffRate, maxAttempts, expireAfterMin
  case enabled, expireAfter
  case propertyFileName, outputName, filePath, outputType
  // Arguments of Condition, Fail, ForEach and Cleanup
  case conditions, ifSteps, elseSteps, leftValue, rightValue, queryValue, values, value, `in`, condition
  case errorMessage
  case iterableItems, maxConcurrency, forEachBody, selector, pick, field
  case resources, s3, stepName, s3Uris
  // Expressions
  case get, join, jsonGet, on, propertyFile, s3Uri, path

  /// The name as definitions spell it; empty for ``unknown``.
  public var name: String { Self.names[Int(rawValue)] }

  private static let names: [String] = allCases.map { field in
    switch field {
    case .unknown: ""
    case .join: "Std:Join"
    case .jsonGet: "Std:JsonGet"
    // A name is its case with a capital first letter, so that it stands in one place only.
    default: "\(field)".prefix(1).uppercased() + "\(field)".dropFirst()
    }
  }

  private static let byName = [String: PipelineField](
    uniqueKeysWithValues: allCases.dropFirst().map { ($0.name, $0) })

  /// The field that is spelt exactly so; ``unknown`` if there is none.
  init(spelt name: String) {
    self = Self.byName[name] ?? .unknown
  }
}
