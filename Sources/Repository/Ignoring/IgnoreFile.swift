/// The patterns of a `.gitignore` file, or of one that is written like it.
public struct IgnoreFile: Sendable {
  private let patterns: [IgnorePattern]

  /// In bytes. Longer files are refused: each pattern is held against each name below its folder.
  static let maximumSize = 1 << 20

  public init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    patterns = text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return IgnorePattern(line.prefix { $0 != 0 })
    }
  }

  /// Whether there is no pattern that could match.
  public var isEmpty: Bool { patterns.isEmpty }

  /// Whether the file ignores (true) or re-includes (false) a path; nil if it does not mention it.
  ///
  /// It is about the path alone: a file in an ignored folder is ignored whatever the patterns say of it.
  ///
  /// - Parameter path: Relative to the folder of the ignore file, without `./` and trailing slash.
  public func verdict(on path: String, isFolder: Bool) -> Bool? {
    let path = Array(path.utf8)
    let nameStart = path.lastIndex(of: slash).map { $0 + 1 } ?? 0
    return verdict(on: path[...], nameStart: nameStart, isFolder: isFolder)
  }

  /// - Parameter nameStart: The index in `path` of its last component.
  func verdict(on path: ArraySlice<UInt8>, nameStart: Int, isFolder: Bool) -> Bool? {
    let name = path[nameStart...]
    let last = patterns.last { $0.matches(path: path, name: name, isFolder: isFolder) }
    return last.map { !$0.isNegated }
  }
}
