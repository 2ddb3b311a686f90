/// An Amazon Resource Name that somebody wrote out, taken apart: `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`.
///
/// From "Identify AWS resources with Amazon Resource Names (ARNs)" in the AWS General Reference.
public struct AmazonResourceName: Hashable, Sendable {
  public let partition: String
  public let service: String
  /// Empty for services without Regions, such as IAM.
  public let region: String
  /// Empty for what belongs to no account; `aws` for what AWS offers to all.
  public let account: String
  /// What is behind the fifth colon.
  public let resource: String

  /// Nil for a text that has no such parts. O(length).
  public init?(_ text: String) {
    guard text.utf8.starts(with: "arn:".utf8) else { return nil }
    // Bytes are split much faster than characters.
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6 else { return nil }
    partition = String(Substring(parts[1]))
    service = String(Substring(parts[2]))
    region = String(Substring(parts[3]))
    account = String(Substring(parts[4]))
    resource = String(Substring(parts[5]))
  }

  /// What keeps an ARN from naming anything.
  public enum Problem: Sendable {
    case partition, region, account, resource
  }

  /// The first part that no ARN has. Of what services have for resources nothing is known here.
  public var problem: Problem? {
    if partition != "aws" && !partition.hasPrefix("aws-") || service.isEmpty { return .partition }
    if !region.isEmpty, !region.isRegion { return .region }
    if !account.isEmpty, account != "aws", !account.isAccount { return .account }
    return resource.isEmpty ? .resource : nil
  }

  /// Whether it names a role of IAM: `arn:aws:iam::123456789012:role/path/name`.
  public var isRole: Bool {
    service == "iam" && region.isEmpty && account.isAccount && resource.hasPrefix("role/")
      && resource.utf8.count > "role/".utf8.count
  }
}

extension StringProtocol {
  /// Whether this is the number of an account: twelve digits.
  public var isAccount: Bool { utf8.count == 12 && utf8.allSatisfy { $0 &- 0x30 < 10 } }

  /// Whether this has the form of a Region: `eu-west-1`, `us-gov-east-1`, `us-iso-west-1`.
  public var isRegion: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (3...5).contains(parts.count), let number = parts.last else { return false }
    return (1...2).contains(number.count) && number.allSatisfy { $0 &- 0x30 < 10 }
      && parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 &- 0x61 < 26 } }
  }
}
