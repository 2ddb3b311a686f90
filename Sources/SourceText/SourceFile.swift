/// The immutable bytes of one file (or of standard input), and the name under which people know it.
///
/// Everything that Stateline says about a file is a ``ByteRange`` into these bytes; lines and columns are
/// computed last, when printing (see ``LineIndex``).
public final class SourceFile: Sendable {
  /// The path as it was given or found, with `/` between components; never made absolute.
  public let path: String
  public let bytes: [UInt8]

  /// - Precondition: `bytes` is shorter than 4 GiB, so that an offset fits `UInt32`. Readers of files refuse
  ///   far smaller ones (`Limits.maximumFileSize`).
  public init(path: String, bytes: [UInt8]) {
    precondition(bytes.count < Int(UInt32.max))
    self.path = path
    self.bytes = bytes
  }

  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The whole file.
  public var range: ByteRange { ByteRange(0, UInt32(bytes.count)) }

  /// The text that `range` covers; ill-formed UTF-8 reads as U+FFFD. Clamped to the file.
  public func text(in range: ByteRange) -> String {
    let end = min(Int(range.end), bytes.count)
    return String(decoding: bytes[min(Int(range.start), end)..<end], as: UTF8.self)
  }

  /// Length in bytes of a leading UTF-8 byte order mark: 3 or 0.
  public var byteOrderMarkLength: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

extension SourceFile {
  /// How many Unicode scalars begin in `range`. O(bytes).
  public func scalarCount(in range: ByteRange) -> Int {
    bytes.withUnsafeBytes { bytes in
      var index = Int(range.start)
      let end = min(Int(range.end), bytes.count)
      var continuations = 0
      while index + 8 <= end {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        continuations += continuationCount(word)
        index += 8
      }
      while index < end {
        if bytes[index] & 0xC0 == 0x80 { continuations += 1 }
        index += 1
      }
      return end - Int(range.start) - continuations
    }
  }

  /// Whether the bytes of `text` stand anywhere in the file. O(bytes) for texts without repetition.
  public func contains(_ text: StaticString) -> Bool {
    let pattern = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let first = pattern.first else { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + pattern.count <= bytes.count {
        if bytes[index] == first, bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
          return true
        }
        index += 1
      }
      return false
    }
  }
}
