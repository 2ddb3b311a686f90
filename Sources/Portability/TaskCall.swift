import Syntax
import Workflows

/// What a Task calls, by name.
struct TaskCall: Sendable {
  /// As optimised integrations spell it, also behind `aws-sdk:` if there is one: `elasticmapreduce`, not `emr`.
  let service: String
  let action: String
  /// Nil for a suffix that is no pattern.
  let pattern: IntegrationPattern?
  let isSDK: Bool

  static let activity = TaskCall(service: "activity", action: "", pattern: nil, isSDK: false)

  /// `SERVICE:ACTION`
  var key: String { "\(service):\(action)" }

  var isSageMaker: Bool { service == "sagemaker" }
  var waitsForJob: Bool { pattern?.runsJob == true }
  var waitsForToken: Bool { pattern == .waitForTaskToken }

  /// As a resource spells it, without what every ARN begins with.
  var text: String {
    if service == "activity" { return "activity" }
    return (isSDK ? "aws-sdk:" : "") + key + (pattern.map { "\($0.suffix)" } ?? "")
  }

  /// The service as people write it.
  var serviceName: String {
    service == "activity" ? "an activity" : Integration.service(service)?.name ?? service
  }

  /// The key of a call as ``Correspondence`` spells it.
  static func key(of call: String) -> String {
    let name = call.hasPrefix("aws-sdk:") ? call.dropFirst("aws-sdk:".count) : call[...]
    let service = name.prefix { $0 != ":" }
    let action = name.dropFirst(service.count + 1).prefix { $0 != "." }
    return "\(service):\(action)"
  }
}

extension StateMachine {
  /// What a Task calls; nil of another state, and where it cannot be known.
  func call(of state: State) -> TaskCall? {
    guard state.type == .task, let value = value(.resource, of: state), tree.kind(value) == .string,
      !tree.isTagged(value)
    else { return nil }
    return tree.withText(value) { text in
      let resource = ResourceARN(text)
      func part(_ range: Range<UInt32>) -> String {
        String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
      }
      switch resource.kind {
      case .unknown, .notAnARN, .otherResource: return nil
      case .activity: return .activity
      case .lambdaFunction:
        return TaskCall(service: "lambda", action: "invoke", pattern: .requestResponse, isSDK: false)
      case .integration, .unrecognizedIntegration:
        return TaskCall(
          service: part(resource.service), action: part(resource.action), pattern: resource.pattern,
          isSDK: false)
      case .sdk:
        return TaskCall(
          service: TaskCall.optimizedName(of: part(resource.service)), action: part(resource.action),
          pattern: resource.pattern, isSDK: true)
      }
    }
  }
}

extension TaskCall {
  private static let optimizedNames = [String: String](
    Integration.services.compactMap { service in service.sdkName.map { ("\($0)", "\(service.prefix)") } },
    uniquingKeysWith: { first, _ in first })

  fileprivate static func optimizedName(of sdkName: String) -> String { optimizedNames[sdkName] ?? sdkName }
}
