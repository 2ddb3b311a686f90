/// The address of a container image that somebody wrote out: `REGISTRY/REPOSITORY:TAG@DIGEST`.
///
/// The grammar is that of the Distribution project, which registries share; the host of a registry of ECR holds the
/// account and the Region.
public struct ImageReference: Hashable, Sendable {
  /// Of a registry of ECR; nil for other registries.
  public let account: String?
  public let region: String?
  public let problem: Problem?

  /// What keeps an address from naming an image.
  public enum Problem: Sendable {
    /// It begins with `https://` or the like.
    case scheme
    case blank
    /// The account of a registry of ECR is no account.
    case account
    case noRepository
    /// Repositories have no upper-case letters.
    case upperCase
    case tag
    case digest
  }

  /// O(length).
  public init(_ text: String) {
    var path = text[...]
    var host: Substring = ""
    // A first part with a dot or a port is a registry.
    if let slash = text.firstIndex(of: "/"), text[..<slash].contains(where: { $0 == "." || $0 == ":" }) {
      host = text[..<slash]
      path = text[text.index(after: slash)...]
    }
    let registry = ECRHost(host)
    account = registry?.account
    region = registry?.region
    problem = Self.problem(text, path, registry)
  }

  private static func problem(_ text: String, _ path: Substring, _ registry: ECRHost?) -> Problem? {
    if text.contains("://") { return .scheme }
    if text.utf8.contains(where: { $0 <= 0x20 }) { return .blank }
    if let registry, !registry.account.isAccount { return .account }
    let parts = path.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !isDigest(parts[1]) { return .digest }
    let colon = parts[0].lastIndex(of: ":")
    let repository = colon.map { parts[0][..<$0] } ?? parts[0]
    if repository.isEmpty || repository.hasSuffix("/") { return .noRepository }
    if repository.utf8.contains(where: { $0 &- 0x41 < 26 }) { return .upperCase }
    if let colon, !isTag(parts[0][parts[0].index(after: colon)...]) { return .tag }
    return nil
  }

  private static func isTag(_ tag: Substring) -> Bool {
    (1...128).contains(tag.utf8.count) && !tag.hasPrefix(".") && !tag.hasPrefix("-")
      && tag.utf8.allSatisfy { $0.isWordByte || $0 == 0x2E || $0 == 0x2D }
  }

  /// `sha256:` and 64 digits; other algorithms are let be.
  private static func isDigest(_ digest: Substring) -> Bool {
    guard digest.hasPrefix("sha256:") else { return digest.contains(":") }
    let digits = digest.dropFirst("sha256:".count)
    return digits.utf8.count == 64 && digits.utf8.allSatisfy(\.isHexadecimalDigit)
  }
}

/// `ACCOUNT.dkr.ecr.REGION.amazonaws.com`, also with `-fips` and in other partitions.
private struct ECRHost {
  let account: String
  let region: String

  init?(_ host: Substring) {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 6, parts[1] == "dkr", parts[2] == "ecr" || parts[2] == "ecr-fips" else { return nil }
    account = String(parts[0])
    region = String(parts[3])
  }
}

extension UInt8 {
  var isWordByte: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x5F }
  var isHexadecimalDigit: Bool { (self | 0x20) &- 0x61 < 6 || self &- 0x30 < 10 }
}
