import Syntax

/// The `Resource` of a Task, taken apart.
///
/// It holds places in the decoded text and no text, so that reading one for each Task costs little. The Region and the
/// account of an integration are not looked at: they are empty by the Developer Guide, and deployed definitions fill
/// them in all the same.
public struct ResourceARN: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// What is called is filled in later.
    case unknown
    case notAnARN
    /// An ARN of something that no Task calls, such as a queue.
    case otherResource
    case lambdaFunction
    case activity
    case integration(Integration)
    /// `SERVICE:API` with a service or an API that the table of integrations does not have.
    case unrecognizedIntegration
    /// An action of the AWS SDK.
    case sdk
  }

  public let kind: Kind
  /// nil for a suffix that is no pattern.
  public let pattern: IntegrationPattern?
  /// Byte offsets in the decoded text, as all places here. Empty if there is no such part.
  public let partition: Range<UInt32>
  /// The service that is called; behind `aws-sdk:`, if that is there.
  public let service: Range<UInt32>
  /// The API of the service, without the pattern.
  public let action: Range<UInt32>

  /// The resource of a Task that has none, or one that cannot be known.
  public static let unknown = ResourceARN(.unknown)

  /// Reads a decoded text. `${…}`, `#{…}` and `{{…}}` stand for anything, but for what says which service is called.
  /// O(length).
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    var scanner = ComponentScanner(text)
    let components = (
      scanner.next(), partition: scanner.next(), service: scanner.next(), region: scanner.next(),
      account: scanner.next(), type: scanner.next()
    )
    guard components.0.equals("arn", in: text), !components.type.isMissing else {
      let mayBeOne = scanner.sawSubstitution || scanner.looksUnfinished && !isJSONata(text)
      self.init(mayBeOne ? .unknown : .notAnARN)
      return
    }
    let partition = components.partition.range
    if components.service.hasSubstitution || components.type.hasSubstitution {
      self.init(.unknown, partition: partition)
    } else if components.service.equals("lambda", in: text) {
      let isFunction = components.type.equals("function", in: text)
      self.init(isFunction ? .lambdaFunction : .otherResource, partition: partition)
    } else if !components.service.equals("states", in: text) {
      self.init(.otherResource, partition: partition)
    } else if components.type.equals("activity", in: text) {
      self.init(.activity, partition: partition)
    } else {
      self.init(integration: components.type, &scanner, text, partition: partition)
    }
  }

  private init(
    integration first: Component, _ scanner: inout ComponentScanner, _ text: UnsafeBufferPointer<UInt8>,
    partition: Range<UInt32>
  ) {
    let isSDK = first.equals("aws-sdk", in: text)
    let service = isSDK ? scanner.next() : first
    let rest = scanner.rest()
    guard !service.hasSubstitution, !rest.hasSubstitution else {
      self.init(.unknown, partition: partition)
      return
    }
    let words = rest.isMissing ? 0..<0 : rest.range
    let dot = words.first { text[Int($0)] == UInt8(ascii: ".") } ?? words.upperBound
    let action = words.lowerBound..<dot
    let suffix = text[Int(dot)..<Int(words.upperBound)]
    let integration = Integration(
      service: UnsafeBufferPointer(rebasing: text[service.bounds]),
      api: UnsafeBufferPointer(rebasing: text[Int(action.lowerBound)..<Int(action.upperBound)]))
    let kind = isSDK ? Kind.sdk : integration.map(Kind.integration) ?? .unrecognizedIntegration
    self.init(
      kind, pattern: IntegrationPattern(suffix: suffix), partition: partition, service: service.range,
      action: action)
  }

  private init(
    _ kind: Kind, pattern: IntegrationPattern? = .requestResponse, partition: Range<UInt32> = 0..<0,
    service: Range<UInt32> = 0..<0, action: Range<UInt32> = 0..<0
  ) {
    self.kind = kind
    self.pattern = pattern
    self.partition = partition
    self.service = service
    self.action = action
  }
}

extension ResourceARN {
  public var integration: Integration? {
    if case .integration(let integration) = kind { integration } else { nil }
  }

  /// Whether the task waits until somebody sends back its token, which what it calls allows.
  public var waitsForToken: Bool { pattern == .waitForTaskToken && isPatternSupported }

  /// Whether the task waits until a job has ended, which what it calls allows.
  public var waitsForJob: Bool { pattern?.runsJob == true && isPatternSupported }

  private var isPatternSupported: Bool {
    guard let pattern else { return false }
    return integration.map { $0.api.patterns.contains(pattern) } ?? (kind == .sdk && !pattern.runsJob)
  }

  /// Whether it is known that the task calls a service, and which.
  public var callsService: Bool { kind == .sdk || integration != nil }
}

extension IntegrationPattern {
  fileprivate init?(suffix: Slice<UnsafeBufferPointer<UInt8>>) {
    if suffix.isEmpty {
      self = .requestResponse
      return
    }
    let text = UnsafeBufferPointer(rebasing: suffix)
    guard let pattern = Self.allCases.first(where: { $0.suffix.equals(text) }) else { return nil }
    self = pattern
  }
}

/// Whether a text is one expression between `{%` and `%}`, and not a text between two directives of a template.
private func isJSONata(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard text.begins(with: "{%"), text.ends(with: "%}") else { return false }
  return !text.dropFirst(2).dropLast(2).contains { $0 == UInt8(ascii: "%") }
}

// MARK: - Components

/// What stands between two colons.
private struct Component {
  var start = 0
  var end = 0
  var hasSubstitution = false
  /// The text ended before it.
  var isMissing = false

  var bounds: Range<Int> { start..<end }
  var range: Range<UInt32> { UInt32(start)..<UInt32(end) }

  func equals(_ expected: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    !isMissing && expected.equals(UnsafeBufferPointer(rebasing: text[bounds]))
  }
}

private struct ComponentScanner {
  private let text: UnsafeBufferPointer<UInt8>
  /// Where the next component begins; beyond the end once the last was read.
  private var position = 0
  private(set) var sawSubstitution = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The text up to the next colon that is not part of a substitution.
  mutating func next() -> Component { scan(to: UInt8(ascii: ":")) }

  /// The text that is left.
  mutating func rest() -> Component { scan(to: nil) }

  /// Whether the text has marks that a template puts around a name, such as `%Name%` or `<Name>`, or is a name
  /// between underscores.
  var looksUnfinished: Bool {
    text.first == UInt8(ascii: "_") || text.contains { Self.templateMarks.contains($0) }
  }

  private static let templateMarks = "%<>{}".utf8

  private mutating func scan(to separator: UInt8?) -> Component {
    guard position <= text.count else {
      return Component(start: text.count, end: text.count, isMissing: true)
    }
    var component = Component(start: position, end: position)
    while component.end < text.count {
      let byte = text[component.end]
      if byte == separator { break }
      let mayOpen = byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "{")
      if mayOpen, let end = endOfSubstitution(at: component.end) {
        component.hasSubstitution = true
        component.end = end
      } else {
        component.end += 1
      }
    }
    position = component.end + 1
    sawSubstitution = sawSubstitution || component.hasSubstitution
    return component
  }

  /// The place behind `${…}`, `#{…}` or `{{…}}`, if one begins with the `$`, `#` or `{` here; one that is not closed goes on to the end.
  private func endOfSubstitution(at start: Int) -> Int? {
    guard start + 1 < text.count, text[start + 1] == UInt8(ascii: "{") else { return nil }
    let closing = text[start...].firstIndex(of: UInt8(ascii: "}")) ?? text.count - 1
    let isDoubled = text[start] == UInt8(ascii: "{") && closing + 1 < text.count
    return closing + (isDoubled && text[closing + 1] == UInt8(ascii: "}") ? 2 : 1)
  }
}
