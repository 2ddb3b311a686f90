import Syntax

/// How a Task waits for what it calls: the suffix of its `Resource`.
public enum IntegrationPattern: UInt8, CaseIterable, Sendable {
  /// No suffix: the answer of the call is the result.
  case requestResponse
  /// `.sync`: the result is what a job came to.
  case sync
  /// `.sync:2`: as `.sync`, with the output of a nested execution as JSON.
  case sync2
  /// `.waitForTaskToken`: the result is what somebody sends back with the token.
  case waitForTaskToken

  /// As resources spell it, with its dot; empty for ``requestResponse``.
  public var suffix: StaticString {
    switch self {
    case .requestResponse: ""
    case .sync: ".sync"
    case .sync2: ".sync:2"
    case .waitForTaskToken: ".waitForTaskToken"
    }
  }

  /// Whether the task ends only when a job has ended.
  public var runsJob: Bool { self == .sync || self == .sync2 }
}

/// What Step Functions knows about a service that it calls itself, not through the AWS SDK.
public struct IntegratedService: Sendable {
  /// As resources spell it.
  public let prefix: StaticString
  /// As people write it.
  public let name: String
  /// What the names of its errors begin with, up to the dot; nil where no source tells.
  public let errorPrefix: StaticString?
  /// What the names of its errors begin with where it is called through the AWS SDK; nil where it cannot be.
  public let sdkErrorPrefix: StaticString?
  /// The same service behind `aws-sdk:`; nil where there is none.
  public let sdkName: StaticString?
  /// Whether its APIs here are surely all that there are.
  public let isClosed: Bool
  /// What AWS refuses on each of its APIs (measured against ValidateStateMachineDefinition on 2026-09-05).
  public let refusedPatterns: Set<IntegrationPattern>
  public let apis: [IntegratedAPI]
}

/// An API of an ``IntegratedService``.
public struct IntegratedAPI: Sendable {
  public let name: StaticString
  public let patterns: Set<IntegrationPattern>
  public let required: [RequiredParameter]
}

/// A parameter without which a call cannot work.
public struct RequiredParameter: Sendable {
  /// One of these has to be there; mostly there is only one.
  public let names: [StaticString]
  /// Whether Step Functions refuses a definition without it (measured against ValidateStateMachineDefinition on
  /// 2026-09-05); else the service's API demands it when it is called.
  public let isCheckedAtCreation: Bool

  static func checked(_ names: StaticString...) -> RequiredParameter {
    RequiredParameter(names: names, isCheckedAtCreation: true)
  }

  static func needed(_ names: StaticString...) -> RequiredParameter {
    RequiredParameter(names: names, isCheckedAtCreation: false)
  }
}

/// Names one API of one service in the table of integrations.
public struct Integration: Hashable, Sendable {
  let serviceIndex: UInt8
  let apiIndex: UInt8

  public var service: IntegratedService { Self.services[Int(serviceIndex)] }
  public var api: IntegratedAPI { Self.services[Int(serviceIndex)].apis[Int(apiIndex)] }

  /// Whether the service has this prefix; nothing is copied.
  public func belongs(to prefix: StaticString) -> Bool {
    Self.services[Int(serviceIndex)].prefix.equals(prefix.utf8Buffer)
  }

  /// `SERVICE:API`, as resources spell it.
  public var name: String { "\(service.prefix):\(api.name)" }
}

extension Integration {
  /// The integration that is spelt exactly so. O(services), without copies.
  init?(service: UnsafeBufferPointer<UInt8>, api: UnsafeBufferPointer<UInt8>) {
    // By index: a row that is lent to a closure is retained with all that it holds.
    let services = Self.services
    guard let serviceIndex = services.indices.first(where: { services[$0].prefix.equals(service) }) else {
      return nil
    }
    let apis = services[serviceIndex].apis
    guard let apiIndex = apis.indices.first(where: { apis[$0].name.equals(api) }) else { return nil }
    self.serviceIndex = UInt8(serviceIndex)
    self.apiIndex = UInt8(apiIndex)
  }

  /// Every integration, in the order of the table.
  public static let all: [Integration] = services.indices.flatMap { service in
    services[service].apis.indices.map { Integration(serviceIndex: UInt8(service), apiIndex: UInt8($0)) }
  }

  /// The service with this prefix.
  public static func service(_ prefix: String) -> IntegratedService? {
    services.first { "\($0.prefix)" == prefix }
  }
}

extension StaticString {
  func equals(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    utf8CodeUnitCount == text.count && haveSameBytes(utf8Buffer, text)
  }
}
