/// The address of an object or a folder in S3 that somebody wrote out: `s3://BUCKET/KEY`.
public struct S3Location: Hashable, Sendable {
  /// What keeps an address from naming anything.
  public enum Problem: Sendable {
    /// It begins with neither `s3://` nor `https://`, which the API takes as well.
    case scheme
    case noBucket
    case blankInBucket
  }

  public let problem: Problem?

  /// Of the names of buckets only what no bucket ever had is a fault: their rules have changed over time. O(length).
  public init(_ text: String) {
    let isS3 = text.hasPrefix("s3://")
    guard isS3 || text.hasPrefix("https://") else {
      problem = .scheme
      return
    }
    let bucket = text.dropFirst(isS3 ? 5 : 8).prefix { $0 != "/" }
    problem = bucket.isEmpty ? .noBucket : bucket.utf8.contains { $0 <= 0x20 } ? .blankInBucket : nil
  }

  /// Whether one address is the other, or that of something in the folder that the other one is.
  public static func contains(_ folder: String, _ address: String) -> Bool {
    let folder = folder.hasSuffix("/") ? folder.dropLast() : folder[...]
    guard address.hasPrefix(folder) else { return false }
    let rest = address.dropFirst(folder.count)
    return rest.isEmpty || rest.first == "/"
  }
}
