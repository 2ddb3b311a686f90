/// A number on which a verdict depends.
///
/// The numbers are proposals that are quiet on collected definitions: of 237 state machines in four of AWS's sample
/// repositories one has three SageMaker tasks or more, and of 61 published pipelines none is half made of Lambda and
/// Callback steps. No labelled set validates them.
public struct Threshold: Sendable {
  public let name: String
  public let value: Int
  public let unit: String
  /// Why there is such a number, and why this one.
  public let reason: String

  /// From where on a workflow is at home in SageMaker Pipelines.
  public static let sageMakerShare = Threshold(
    name: "share of SageMaker", value: 60, unit: "%",
    reason: "with less, a pipeline consists of Lambda steps that bridge to other services")
  public static let sageMakerCount = Threshold(
    name: "calls of SageMaker", value: 3, unit: "",
    reason: "for one or two jobs it does not matter which service starts them")
  /// Which other services a workflow may call that is at home there.
  public static let otherServices = Threshold(
    name: "other services (at most)", value: 1, unit: "",
    reason: "one bridge is common in pipelines; several are what Step Functions has integrations for")
  /// From where on a pipeline is made of bridges.
  public static let bridgeShare = Threshold(
    name: "share of bridges", value: 50, unit: "%",
    reason: "half of the work is then done elsewhere, without retries and over flat inputs and outputs")
  public static let bridgeCount = Threshold(
    name: "bridges", value: 3, unit: "",
    reason: "one or two Lambda or Callback steps are the usual glue")
  public static let bridgeChain = Threshold(
    name: "bridges behind each other", value: 3, unit: "",
    reason: "a chain of calls without a job between them is what Tasks are made for")
  public static let callbacks = Threshold(
    name: "callbacks", value: 2, unit: "",
    reason: "people and other systems to wait for are what task tokens, heartbeats and timeouts are made for")
  public static let conditionNesting = Threshold(
    name: "nested conditions", value: 3, unit: "",
    reason: "a Choice has any number of rules beside each other")
  /// From where on a machine is worth a second look.
  public static let eitherShare = Threshold(
    name: "share of SageMaker for either", value: 50, unit: "%",
    reason: "with less, most of the work is not what pipelines are made for")

  public static let all = [
    sageMakerShare, sageMakerCount, otherServices, bridgeShare, bridgeCount, bridgeChain, callbacks,
    conditionNesting, eitherShare,
  ]

  func isReached(by count: Int) -> Bool { count >= value }

  /// Whether a share is large enough; a share of nothing is none.
  func isReached(by count: Int, of total: Int) -> Bool { total > 0 && count * 100 >= value * total }
}
