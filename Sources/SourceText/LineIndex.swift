/// A place as people and editors name it.
public struct Position: Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// In Unicode scalars, counted from 1.
  public let column: Int
  /// In bytes, counted from 0.
  public let offset: Int

  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// Where the lines of a file begin. Lines end with LF, CRLF or a lone CR, as editors count them.
///
/// Making one costs a pass over the bytes, so it is made when the first position is printed.
public struct LineIndex: Sendable {
  public let source: SourceFile
  /// The offset of the first byte of each line; never empty.
  private let starts: [UInt32]
  /// How many Unicode scalars begin before byte `1024 * i`: columns cost the same in a one-line file of megabytes.
  private let scalarsBefore: [UInt32]

  private static let stride = 1024

  public init(_ source: SourceFile) {
    self.source = source
    var starts: [UInt32] = [0]
    var scalarsBefore: [UInt32] = []
    scalarsBefore.reserveCapacity(source.bytes.count / Self.stride + 1)
    source.bytes.withUnsafeBytes { bytes in
      var scalars: UInt32 = 0
      var offset = 0
      while offset < bytes.count {
        if offset % Self.stride == 0 { scalarsBefore.append(scalars) }
        // Eight bytes without a line end at a time: most lines are longer, and checkpoints are multiples of eight.
        if offset % 8 == 0, offset + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          if !holdsControlCharacter(word) {
            scalars += 8 - UInt32(continuationCount(word))
            offset += 8
            continue
          }
        }
        let byte = bytes[offset]
        offset += 1
        if beginsScalar(byte) { scalars += 1 }
        let isLineFeed = byte == 0x0A
        let isLoneReturn = byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)
        if isLineFeed || isLoneReturn { starts.append(UInt32(offset)) }
      }
    }
    self.starts = starts
    self.scalarsBefore = scalarsBefore
  }

  public var lineCount: Int { starts.count }

  /// The number, from 1, of the line that holds `offset`. O(log lines).
  public func line(at offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The place of `offset`, which is clamped to the file. O(log lines).
  public func position(at offset: UInt32) -> Position {
    let offset = min(offset, UInt32(source.bytes.count))
    let line = line(at: offset)
    let start = range(ofLine: line).start
    let column = offset > start ? scalars(before: offset) - scalars(before: start) : 0
    return Position(line: line, column: column + 1, offset: Int(offset))
  }

  /// The bytes of a line, counted from 1, without its terminator or byte order mark.
  ///
  /// - Precondition: `1...lineCount` contains `line`.
  public func range(ofLine line: Int) -> ByteRange {
    let bytes = source.bytes
    let isFirst = line == 1
    let start = isFirst ? source.byteOrderMarkLength : Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : bytes.count
    if line < starts.count, bytes[end] == 0x0A, end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(UInt32(min(start, end)), UInt32(end))
  }

  private func scalars(before offset: UInt32) -> Int {
    guard !scalarsBefore.isEmpty else { return 0 }
    let checkpoint = min(Int(offset) / Self.stride, scalarsBefore.count - 1)
    var count = Int(scalarsBefore[checkpoint])
    for byte in source.bytes[(checkpoint * Self.stride)..<Int(offset)] where beginsScalar(byte) {
      count += 1
    }
    return count
  }
}

/// Every byte of UTF-8 that is not a continuation byte begins a scalar.
private func beginsScalar(_ byte: UInt8) -> Bool {
  byte & 0xC0 != 0x80
}

/// Whether one of eight bytes is below 0x20. Bytes from 0x80 on may be taken for one; the caller looks again.
private func holdsControlCharacter(_ word: UInt64) -> Bool {
  (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
}

/// How many of eight bytes are continuation bytes of UTF-8: the top bit is set and the one below it is not.
func continuationCount(_ word: UInt64) -> Int {
  let marks = word & ~(word << 1) & 0x8080_8080_8080_8080
  return marks == 0 ? 0 : marks.nonzeroBitCount
}
