public import Syntax

/// What the language of SageMaker pipelines says of one field in one kind of object.
public struct PipelineFieldSpecification: Sendable {
  public let field: PipelineField
  public let value: PipelineValueShape
  public let isRequired: Bool
  /// Whether an expression (`Get`, `Std:Join`, `Std:JsonGet`) may stand for the value.
  public let takesExpression: Bool
  /// Whether `null` may stand for the value, as the SDK writes it.
  public let isNullable: Bool
}

/// What kind of JSON value a field takes.
public enum PipelineValueShape: Sendable {
  case string, boolean, integer, number, object, array, any
  /// A string, a number or a boolean.
  case scalar
  /// An array of strings.
  case strings
  /// A string, or an array of strings.
  case stringOrStrings

  /// The kinds of nodes that fit.
  public var acceptedKinds: [NodeKind] {
    switch self {
    case .string: [.string]
    case .boolean: [.boolean]
    case .integer, .number: [.number]
    case .object: [.object]
    case .array, .strings: [.array]
    case .stringOrStrings: [.string, .array]
    case .scalar: [.string, .number, .boolean]
    case .any: [.object, .array, .string, .number, .boolean, .null, .placeholder, .missing]
    }
  }
}

/// The fields of each kind of object in a SageMaker pipeline definition: the one table that knows them.
///
/// From what the SageMaker Python SDKs 2.257.7 and 3.27.0 write, the developer guide of June 2023, the published JSON
/// schema of April 2025 where it does not contradict the SDKs, and the API model (botocore 1.44.5).
public enum PipelineFieldTable {
  /// When the table was last compared with the SDKs.
  public static let date = "2026-11"

  public static subscript(kind: PipelineObjectKind) -> [PipelineFieldSpecification] {
    specifications[kind] ?? []
  }

  /// The specification of a field in a kind of object; nil if the object never has it.
  public static func specification(
    _ field: PipelineField, in kind: PipelineObjectKind
  ) -> PipelineFieldSpecification? { self[kind].first { $0.field == field } }

  private static let specifications = [PipelineObjectKind: [PipelineFieldSpecification]](
    uniqueKeysWithValues: PipelineObjectKind.all.map { ($0, specifications(of: $0)) })
}

// MARK: - The table

extension PipelineFieldTable {
  private static func specifications(of kind: PipelineObjectKind) -> [PipelineFieldSpecification] {
    switch kind {
    case .pipeline:
      [
        .optional(.version, .string), .optional(.metadata, .object), .optional(.parameters, .array),
        .nullable(.pipelineExperimentConfig, .object), .nullable(.mlflowConfig, .object),
        .required(.steps, .array),
      ]
    case .parameter:
      [
        .required(.name, .string), .optional(.type, .string), .optional(.defaultValue, .any),
        .optional(.enumValues, .array), .optional(.description, .string),
      ]
    case .experimentConfig:
      [.optional(.experimentName, .text), .optional(.trialName, .text)]
    case .mlflowConfig:
      [.optional(.mlflowResourceArn, .text), .optional(.mlflowExperimentName, .text)]
    case .step(let type): step + fields(of: type)
    case .condition(let type): fields(of: type)
    default: partSpecifications(of: kind)
    }
  }

  private static let step: [PipelineFieldSpecification] = [
    .required(.name, .string), .required(.type, .string), .optional(.dependsOn, .array),
    .optional(.displayName, .string), .optional(.description, .string),
  ]

  private static func fields(of type: StepType) -> [PipelineFieldSpecification] {
    switch type {
    case .processing: [arguments, retry, cache, .optional(.propertyFiles, .array)]
    case .training, .tuning, .autoML, .transform, .job, .endpointConfig, .emr, .emrServerless:
      [arguments, retry, cache]
    case .model, .registerModel: [arguments, retry]
    case .endpoint: [arguments, cache]
    case .inferenceComponent, .lineage, .cleanup, .condition, .fail, .forEach: [arguments]
    case .lambda: [freeArguments, cache, .required(.functionArn, .text), outputs]
    case .callback: [freeArguments, cache, .required(.sqsQueueUrl, .text), outputs]
    // The published schema gives checks retry policies, the guide and the SDKs do not.
    case .clarifyCheck: [arguments, cache, retry] + check + [.nullable(.modelName, .text)]
    case .qualityCheck: [arguments, cache, retry] + check + [.nullable(.suppliedBaselineStatistics, .text)]
    case .bedrockCustomModel, .bedrockCustomModelDeployment, .bedrockModelImport,
      .bedrockProvisionedModelThroughput:
      [arguments]
    // No source gives the fields of these.
    case .athena, .hubContent, .unknown: everyStepField
    }
  }

  private static let arguments: PipelineFieldSpecification = .required(.arguments, .object)
  /// May be left out, as the published schema says.
  private static let freeArguments: PipelineFieldSpecification = .optional(.arguments, .object)
  private static let retry: PipelineFieldSpecification = .optional(.retryPolicies, .array)
  private static let cache: PipelineFieldSpecification = .optional(.cacheConfig, .object)
  private static let outputs: PipelineFieldSpecification = .optional(.outputParameters, .array)

  private static let check: [PipelineFieldSpecification] = [
    .required(.checkType, .string), .nullable(.modelPackageGroupName, .text), .nullable(.skipCheck, .flag),
    .nullable(.failOnViolation, .flag), .nullable(.registerNewBaseline, .flag),
    .nullable(.suppliedBaselineConstraints, .text),
  ]

  private static let everyStepField: [PipelineFieldSpecification] = {
    let own: [PipelineField] = [
      .arguments, .retryPolicies, .cacheConfig, .propertyFiles, .functionArn, .sqsQueueUrl, .outputParameters,
      .checkType, .modelPackageGroupName, .skipCheck, .failOnViolation, .registerNewBaseline,
      .suppliedBaselineConstraints, .suppliedBaselineStatistics, .modelName,
    ]
    return own.map { .optional($0, .any) }
  }()

  private static func fields(of type: ConditionType) -> [PipelineFieldSpecification] {
    let name: PipelineFieldSpecification = .required(.type, .string)
    switch type {
    case _ where type.isComparison:
      return [name, .required(.leftValue, .operand), .required(.rightValue, .operand)]
    // The SDKs write the first pair, the published schema has the second: neither is required.
    case .in, .notIn:
      return [
        name, .optional(.queryValue, .operand), .optional(.values, .array), .optional(.value, .operand),
        .optional(.in, .array),
      ]
    case .not: return [name, .required(.condition, .object)]
    case .or: return [name, .required(.conditions, .array)]
    default:
      let operands: [PipelineField] = [
        .leftValue, .rightValue, .queryValue, .values, .value, .in, .condition, .conditions,
      ]
      return [name] + operands.map { .optional($0, .any) }
    }
  }

  private static func partSpecifications(of kind: PipelineObjectKind) -> [PipelineFieldSpecification] {
    switch kind {
    case .dependency: [.required(.step, .string), .optional(.trigger, .string)]
    case .retryPolicy:
      [
        .required(.exceptionType, .stringOrStrings), .optional(.intervalSeconds, .integer),
        .optional(.backoffRate, .number), .optional(.maxAttempts, .integer),
        .optional(.expireAfterMin, .integer),
      ]
    case .cacheConfig: [.required(.enabled, .boolean), .nullable(.expireAfter, .string)]
    case .propertyFile:
      [.required(.propertyFileName, .string), .required(.outputName, .string), .required(.filePath, .string)]
    case .outputParameter: [.required(.outputName, .string), .optional(.outputType, .string)]
    case .conditionArguments:
      [.required(.conditions, .array), .optional(.ifSteps, .array), .optional(.elseSteps, .array)]
    case .failArguments: [.optional(.errorMessage, .text)]
    case .forEachArguments:
      [
        .required(.iterableItems, .items), .required(.maxConcurrency, .integer),
        .required(.forEachBody, .array), .optional(.selector, .object),
      ]
    case .selector: [.required(.pick, .string), .required(.field, .operand)]
    case .cleanupArguments: [.required(.resources, .object)]
    case .cleanupResources: [.required(.s3, .array)]
    case .cleanupSource: [.required(.stepName, .string), .optional(.s3Uris, .array)]
    case .get: [.required(.get, .string)]
    case .join: [.optional(.on, .string), .required(.values, .array)]
    case .jsonGet: [.optional(.propertyFile, .object), .optional(.s3Uri, .text), .required(.path, .string)]
    default: []
    }
  }
}

extension PipelineFieldSpecification {
  /// A shape, and whether an expression may stand for it.
  fileprivate struct Taken {
    let shape: PipelineValueShape
    let isExpression: Bool

    static let string = Taken(shape: .string, isExpression: false)
    static let boolean = Taken(shape: .boolean, isExpression: false)
    static let integer = Taken(shape: .integer, isExpression: false)
    static let number = Taken(shape: .number, isExpression: false)
    static let object = Taken(shape: .object, isExpression: false)
    static let array = Taken(shape: .array, isExpression: false)
    static let stringOrStrings = Taken(shape: .stringOrStrings, isExpression: false)
    static let any = Taken(shape: .any, isExpression: true)
    static let text = Taken(shape: .string, isExpression: true)
    static let flag = Taken(shape: .boolean, isExpression: true)
    static let operand = Taken(shape: .scalar, isExpression: true)
    static let items = Taken(shape: .array, isExpression: true)
  }

  fileprivate static func required(_ field: PipelineField, _ taken: Taken) -> Self {
    Self(
      field: field, value: taken.shape, isRequired: true, takesExpression: taken.isExpression,
      isNullable: false)
  }

  fileprivate static func optional(_ field: PipelineField, _ taken: Taken) -> Self {
    Self(
      field: field, value: taken.shape, isRequired: false, takesExpression: taken.isExpression,
      isNullable: false)
  }

  fileprivate static func nullable(_ field: PipelineField, _ taken: Taken) -> Self {
    Self(
      field: field, value: taken.shape, isRequired: false, takesExpression: taken.isExpression,
      isNullable: true)
  }
}
