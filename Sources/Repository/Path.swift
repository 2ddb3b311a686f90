/// The path of a file or folder: bytes, since a name on disk need not be UTF-8, with `/` between components.
///
/// Nothing is made absolute, resolved or normalised unless an operation says so.
public struct Path: Hashable, Sendable {
  public let bytes: [UInt8]

  public init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  public init(_ text: String) {
    self.init(bytes: text.utf8)
  }

  /// The folder that the process runs in.
  public static let currentFolder: Path = "."

  /// What ``ReadFailure`` says it is about when standard input could not be read.
  public static let standardInput: Path = "-"

  /// The last component; empty for `/` and for the empty path.
  public var name: ArraySlice<UInt8> {
    let end = endWithoutTrailingSlashes
    let start = bytes[..<end].lastIndex(of: slash).map { $0 + 1 } ?? 0
    return bytes[start..<end]
  }

  /// The path without its last component (`.` for a lone name), or nil where text alone does not tell it:
  /// after `.`, `..`, `/` and nothing.
  public var parent: Path? {
    guard !name.isEmpty, name != [dot], name != [dot, dot] else { return nil }
    let start = name.startIndex
    guard start > 0 else { return .currentFolder }
    let end = bytes[..<start].lastIndex { $0 != slash }.map { $0 + 1 } ?? 1
    return Path(bytes: bytes[..<end])
  }

  /// Whether it begins at the root.
  public var isAbsolute: Bool { bytes.first == slash }

  /// This folder's `component`, which may itself be several components. What lies below `.` is named without it.
  public func appending(_ component: some Collection<UInt8>) -> Path {
    if bytes == [dot] { return Path(bytes: component) }
    var joined = bytes
    joined.reserveCapacity(bytes.count + 1 + component.count)
    if let last = joined.last, last != slash { joined.append(slash) }
    joined.append(contentsOf: component)
    return Path(bytes: joined)
  }

  public func appending(_ component: String) -> Path {
    appending(component.utf8)
  }

  /// The path as a start for a walk: without leading `./` and trailing slashes, so that no name below it begins
  /// with what says nothing or doubles a slash.
  var asPrefix: Path {
    var rest = bytes[..<endWithoutTrailingSlashes]
    while rest.count > 1, rest.starts(with: [dot, slash]) {
      rest = rest.dropFirst(2).drop { $0 == slash }
    }
    if rest.isEmpty { return bytes.first == slash ? "/" : .currentFolder }
    return Path(bytes: rest)
  }

  private var endWithoutTrailingSlashes: Int {
    bytes.lastIndex { $0 != slash }.map { $0 + 1 } ?? 0
  }
}

extension Path: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Path: CustomStringConvertible {
  /// The path as text; bytes that are not UTF-8 read as U+FFFD.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

let slash = UInt8(ascii: "/")
let dot = UInt8(ascii: ".")
