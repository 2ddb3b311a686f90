/// The folder relative to which services name files: the root of what they have checked out.
///
/// Reports for people and our own formats name files as people did.
public struct ReportRoot: Sendable, Hashable {
  private let components: [Substring]

  /// - Parameter folder: An absolute path.
  public init(_ folder: String) {
    components = Self.resolved(folder)
  }

  /// A file as seen from the root.
  public enum Place: Hashable, Sendable {
    /// Relative to the root, without `.` and `..`.
    case inside(String)
    /// Absolute.
    case outside(String)
  }

  /// Where a path leads to by its text alone: of links nothing is known.
  ///
  /// - Parameter path: Absolute, or relative to the root.
  public func place(of path: String) -> Place {
    let parts = path.hasPrefix("/") ? Self.resolved(path) : Self.resolved(path, in: components)
    guard parts.starts(with: components) else { return .outside("/" + parts.joined(separator: "/")) }
    let rest = parts.dropFirst(components.count)
    return .inside(rest.isEmpty ? "." : rest.joined(separator: "/"))
  }

  /// The path from the root to a file, with `..` if it is outside.
  public func relative(_ path: String) -> String {
    switch place(of: path) {
    case .inside(let path): return path
    case .outside(let path):
      let parts = Self.resolved(path)
      let sharedCount = zip(parts, components).prefix { $0 == $1 }.count
      let climb = [Substring](repeating: "..", count: components.count - sharedCount)
      return (climb + parts.dropFirst(sharedCount)).joined(separator: "/")
    }
  }

  private static func resolved(_ path: String, in folder: [Substring] = []) -> [Substring] {
    path.split(separator: "/").reduce(into: folder) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
  }
}
