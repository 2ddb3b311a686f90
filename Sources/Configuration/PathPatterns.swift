import Repository

/// Which files are meant, in the notation of `.gitignore`, as seen from the folder of the configuration.
public struct PathPatterns: Sendable {
  private let patterns: IgnoreFile

  init(_ patterns: [String]) {
    self.patterns = IgnoreFile(Array(patterns.joined(separator: "\n").utf8))
  }

  /// Whether a file is meant, or a folder that it is in.
  ///
  /// - Parameter path: From the folder of the configuration, without `.` and `..`.
  public func contain(_ path: String) -> Bool {
    guard !patterns.isEmpty else { return false }
    for end in path.indices where path[end] == "/" {
      if match(String(path[..<end]), isFolder: true) { return true }
    }
    return match(path, isFolder: false)
  }

  /// Whether a file or folder itself is meant, whatever it is in.
  public func match(_ path: String, isFolder: Bool) -> Bool {
    patterns.verdict(on: path, isFolder: isFolder) == true
  }

  /// Why a pattern can match no file, in a clause; nil if it can.
  static func fault(in pattern: String) -> String? {
    if pattern.allSatisfy(\.isWhitespace) { return "it is empty" }
    if pattern.contains(where: \.isNewline) { return "it has several lines" }
    if pattern.hasPrefix("#") { return "it is a comment: write \"\\#\" for a name that begins with #" }
    if IgnoreFile(Array(pattern.utf8)).isEmpty { return "it is malformed, as by a \"[\" that nothing closes" }
    let parts = pattern.split(separator: "/")
    if parts.contains("..") {
      return "patterns start from the folder of the configuration and cannot leave it"
    }
    if parts.contains(".") { return "no path holds a \".\"" }
    return nil
  }
}
