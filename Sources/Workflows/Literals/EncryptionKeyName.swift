/// How a key of KMS may be called: by id, alias, or the ARN of either.
///
/// From "Key identifiers (KeyId)" in the Developer Guide of AWS KMS.
public enum EncryptionKeyName {
  /// O(length).
  public static func isValid(_ text: String) -> Bool {
    if text.hasPrefix("arn:") {
      guard let name = AmazonResourceName(text), name.problem == nil, name.service == "kms" else {
        return false
      }
      return name.resource.hasPrefix("key/") || name.resource.hasPrefix("alias/")
    }
    if text.hasPrefix("alias/") { return text.utf8.count > "alias/".utf8.count }
    if text.hasPrefix("mrk-") {
      return text.utf8.count == 36 && text.utf8.dropFirst(4).allSatisfy(\.isHexadecimalDigit)
    }
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.utf8.allSatisfy(\.isHexadecimalDigit) }
  }
}
