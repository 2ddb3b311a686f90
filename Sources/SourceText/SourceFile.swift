#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
  /// How many Unicode scalars begin in `range`, which is clamped to the file. O(bytes); ASCII costs next to nothing.
  public func scalarCount(in range: ByteRange) -> Int {
    bytes.withUnsafeBytes { bytes in
      let start = min(Int(range.start), bytes.count)
      let end = min(Int(range.end), bytes.count)
      var index = start
      var continuations = 0
      while index < end {
        if index + 32 <= end, isASCII(bytes, at: index) {
          index += 32
        } else {
          if bytes[index] & 0xC0 == 0x80 { continuations += 1 }
          index += 1
        }
      }
      return end - start - continuations
    }
  }

  /// How many characters begin in `range` that take four bytes of UTF-8, and so two code units of UTF-16. O(bytes).
  func supplementaryCount(in range: ByteRange) -> Int {
    bytes[Int(range.start)..<Int(range.end)].count { (0xF0...0xF4).contains($0) }
  }

  /// Whether the bytes of `text` stand anywhere in the file. O(bytes) for texts without repetition.
  public func contains(_ text: StaticString) -> Bool {
    bytes.withUnsafeBufferPointer { $0.firstIndex(of: text) != nil }
  }

  /// Whether these bytes stand anywhere in the file, one after the other.
  public func contains(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in bytes.withUnsafeBufferPointer { $0.firstIndex(of: text) != nil } }
  }
}

/// Whether the 32 bytes from `index` on, which must be there, are ASCII.
package func isASCII(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
  var bits: UInt64 = 0
  for word in 0..<4 { bits |= bytes.loadUnaligned(fromByteOffset: index + word * 8, as: UInt64.self) }
  return bits & 0x8080_8080_8080_8080 == 0
}
