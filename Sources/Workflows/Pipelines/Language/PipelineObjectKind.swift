/// The kinds of objects whose fields the language of SageMaker pipelines fixes.
public enum PipelineObjectKind: Hashable, Sendable {
  case pipeline, parameter, experimentConfig, mlflowConfig
  case step(StepType)
  case dependency, retryPolicy, cacheConfig, propertyFile, outputParameter
  case conditionArguments, failArguments, forEachArguments, selector
  case cleanupArguments, cleanupResources, cleanupSource
  case condition(ConditionType)
  /// `{"Get": …}`
  case get
  /// What stands in `{"Std:Join": …}`.
  case join
  /// What stands in `{"Std:JsonGet": …}`.
  case jsonGet

  public static let all: [PipelineObjectKind] =
    [
      .pipeline, .parameter, .experimentConfig, .mlflowConfig, .dependency, .retryPolicy, .cacheConfig,
      .propertyFile, .outputParameter, .conditionArguments, .failArguments, .forEachArguments, .selector,
      .cleanupArguments, .cleanupResources, .cleanupSource, .get, .join, .jsonGet,
    ] + StepType.allCases.map { .step($0) } + ConditionType.allCases.map { .condition($0) }

  /// How messages call such an object, with its article.
  public var phrase: String {
    switch self {
    case .pipeline: "a pipeline"
    case .parameter: "a parameter"
    case .experimentConfig: "a PipelineExperimentConfig"
    case .mlflowConfig: "an MlflowConfig"
    case .step(let type): type.phrase
    case .dependency: "an entry of DependsOn"
    case .retryPolicy: "a retry policy"
    case .cacheConfig: "a CacheConfig"
    case .propertyFile: "a property file"
    case .outputParameter: "an output parameter"
    case .conditionArguments: "the Arguments of a Condition step"
    case .failArguments: "the Arguments of a Fail step"
    case .forEachArguments: "the Arguments of a ForEach step"
    case .selector: "the Selector of a ForEach step"
    case .cleanupArguments: "the Arguments of a Cleanup step"
    case .cleanupResources: "the Resources of a Cleanup step"
    case .cleanupSource: "an S3 entry of a Cleanup step"
    case .condition(let type): type.phrase
    case .get: "a Get"
    case .join: "a Std:Join"
    case .jsonGet: "a Std:JsonGet"
    }
  }
}

/// The `Type` of a condition in a Condition step.
public enum ConditionType: UInt8, CaseIterable, Sendable {
  case equals, greaterThan, greaterThanOrEqualTo, lessThan, lessThanOrEqualTo
  case `in`, not, or
  /// In the published JSON schema only: no SDK writes them.
  case notEquals, notIn
  /// Missing, not a string, or none of these.
  case unknown

  /// As definitions spell it; empty for ``unknown``.
  public var name: String {
    self == .unknown ? "" : "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
  }

  /// Every type but ``unknown``.
  public static let known: [ConditionType] = allCases.dropLast()

  /// The type that is spelt exactly so.
  init?(spelt name: String) {
    guard let type = Self.known.first(where: { $0.name == name }) else { return nil }
    self = type
  }

  /// Whether it compares `LeftValue` with `RightValue`.
  public var isComparison: Bool {
    switch self {
    case .equals, .greaterThan, .greaterThanOrEqualTo, .lessThan, .lessThanOrEqualTo, .notEquals: true
    case .in, .not, .or, .notIn, .unknown: false
    }
  }

  fileprivate var phrase: String {
    switch self {
    case .unknown: "a condition"
    case .equals, .in, .or: "an \(name) condition"
    default: "a \(name) condition"
    }
  }
}
