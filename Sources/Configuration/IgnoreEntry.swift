public import Diagnostics
public import SourceText

/// An entry of `ignore`: findings that a project chose not to see.
public struct IgnoreEntry: Sendable {
  /// The ids of the rules.
  public internal(set) var rules: [String] = []
  public internal(set) var reason: String?
  /// The last day on which it counts.
  public internal(set) var until: CalendarDate?
  /// What names the rules.
  public let range: ByteRange

  /// Nil for all files.
  var path: PathPatterns?
  /// A JSON pointer into definitions; nil for all of each.
  var pointer: String?

  init(range: ByteRange) {
    self.range = range
  }

  public func isExpired(on day: CalendarDate) -> Bool { until.map { $0 < day } ?? false }

  /// - Parameter path: Of the finding's file, from the configuration's folder; nil if it is outside.
  public func covers(_ diagnostic: Diagnostic, at path: String?) -> Bool {
    rules.contains(diagnostic.rule) && concerns(path) && isInside(diagnostic.pointer)
  }

  private func concerns(_ path: String?) -> Bool {
    guard let patterns = self.path else { return true }
    return path.map { patterns.contain($0) } ?? false
  }

  private func isInside(_ other: String?) -> Bool {
    guard let pointer else { return true }
    guard let other else { return false }
    return other.utf8.starts(with: pointer.utf8)
      && (other.utf8.count == pointer.utf8.count || pointer.isEmpty
        || other.utf8.dropFirst(pointer.utf8.count).first == UInt8(ascii: "/"))
  }
}
