/// Selects files by the end of their name, in any letter case.
public struct FileExtensions: Sendable {
  /// In lower case, without the dot.
  private let extensions: [[UInt8]]

  /// - Parameter extensions: Without the dot, such as `json`.
  public init(_ extensions: some Sequence<String>) {
    self.extensions = extensions.map { $0.utf8.map(lowercased) }
  }

  /// A name that begins with its only dot has no extension.
  public func contain(_ name: [UInt8]) -> Bool {
    guard let lastDot = name.lastIndex(of: dot), lastDot > 0 else { return false }
    let suffix = name[(lastDot + 1)...]
    return extensions.contains { $0.count == suffix.count && $0.elementsEqual(suffix.lazy.map(lowercased)) }
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
