import SourceText

/// Tells whether bytes are UTF-8, the only encoding of workflow files.
enum EncodingCheck {
  /// The first thing in `bytes` that is not UTF-8 text. O(bytes); ASCII costs next to nothing.
  static func defect(in bytes: [UInt8]) -> SyntaxDefect? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return SyntaxDefect(.utf16, ByteRange(0, 2))
    }
    if let zero = bytes.prefix(4096).firstIndex(of: 0) {
      let isUTF16 = bytes.count > 1 && bytes.count.isMultiple(of: 2) && zero < 2 && bytes[1 - zero] != 0
      return SyntaxDefect(isUTF16 ? .utf16 : .binary, ByteRange(UInt32(zero), UInt32(zero + 1)))
    }
    guard let bad = bytes.withUnsafeBufferPointer({ firstInvalidByte(in: $0) }) else { return nil }
    return SyntaxDefect(.invalidUTF8, ByteRange(UInt32(bad), UInt32(bad + 1)))
  }

  private static func firstInvalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      if index + 32 <= bytes.count, isASCII(raw, at: index) {
        index += 32
      } else if bytes[index] < 0x80 {
        index += 1
      } else if let length = scalarLength(in: bytes, at: index) {
        index += length
      } else {
        return index
      }
    }
    return nil
  }

  /// The length of the well-formed multi-byte scalar at `index`; nil if there is none (Unicode 15, table
  /// 3-7).
  static func scalarLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
