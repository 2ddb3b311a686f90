import Linting

/// What begins the names of the errors of the service that a Task calls.
struct ServiceErrors {
  /// As errors of this Task are spelt; nil if that is not known.
  let prefix: StaticString?
  /// As they are spelt where the service is called in the other way.
  let otherPrefix: StaticString?
  let isSDK: Bool

  /// nil for a Task that calls no service, or an unknown one.
  init?(_ state: State, _ subject: Subject) {
    let arn = subject.resource(of: state)
    if let service = arn.integration?.service {
      prefix = service.errorPrefix
      otherPrefix = service.sdkErrorPrefix
      isSDK = false
    } else if arn.kind == .sdk, let resource = subject.resourceNode(of: state) {
      let services = Integration.services
      let index = services.indices.first { index in
        services[index].sdkName.map { subject.part(arn.service, of: resource, is: $0) } ?? false
      }
      prefix = index.flatMap { services[$0].sdkErrorPrefix }
      otherPrefix = index.flatMap { services[$0].errorPrefix }
      isSDK = true
    } else {
      return nil
    }
  }
}

extension Subject {
  fileprivate func part(_ part: Range<UInt32>, of resource: NodeID, is name: StaticString) -> Bool {
    tree.withText(resource) { text in
      UnsafeBufferPointer(rebasing: text[Int(part.lowerBound)..<Int(part.upperBound)]).equals(name)
    }
  }
}

extension StaticString {
  /// Whether bytes are this text, letter case aside.
  func equalsIgnoringCase(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count == utf8CodeUnitCount else { return false }
    return zip(bytes, utf8Buffer).allSatisfy {
      $0 | 0x20 == $1 | 0x20
    }
  }

  func equals(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    UnsafeBufferPointer(rebasing: bytes).equals(self)
  }
}
