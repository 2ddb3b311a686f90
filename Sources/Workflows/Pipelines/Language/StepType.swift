import Syntax

/// The `Type` of a step in a SageMaker pipeline.
///
/// What the SageMaker Python SDKs 2.257 and 3.27 write, and what execution metadata in the API model (botocore 1.44.5)
/// names.
public enum StepType: UInt8, CaseIterable, Sendable {
  // Jobs
  case processing, training, tuning, autoML, transform, job
  // Models and where they run
  case model, registerModel, endpointConfig, endpoint, inferenceComponent
  // Calls of other services
  case lambda, callback, emr, emrServerless, athena, hubContent
  case bedrockCustomModel, bedrockCustomModelDeployment, bedrockModelImport, bedrockProvisionedModelThroughput
  // Checks
  case clarifyCheck, qualityCheck
  // Control
  case condition, fail, forEach
  // Bookkeeping
  case lineage, cleanup
  /// Missing, not a string, or none of these.
  case unknown

  /// When the list was last compared with the SDKs.
  public static let date = "2026-11"

  /// Every type but ``unknown``.
  public static let known: [StepType] = allCases.dropLast()

  /// As definitions spell it; empty for ``unknown``.
  public var name: String { Self.names[Int(rawValue)] }

  /// By raw value: to spell a case takes reflection, which is slow.
  private static let names: [String] = allCases.map { type in
    switch type {
    case .unknown: ""
    case .emr: "EMR"
    case .emrServerless: "EMRServerless"
    default: "\(type)".prefix(1).uppercased() + "\(type)".dropFirst()
    }
  }

  private static let byName = [String: StepType](uniqueKeysWithValues: known.map { ($0.name, $0) })

  /// The type that is spelt exactly so.
  public init?(spelt name: String) {
    guard let type = Self.byName[name] else { return nil }
    self = type
  }

  /// How messages call such a step, with its article.
  public var phrase: String {
    switch self {
    case .unknown: "a step"
    case .autoML, .endpoint, .endpointConfig, .inferenceComponent, .emr, .emrServerless, .athena:
      "an \(name) step"
    default: "a \(name) step"
    }
  }
}
