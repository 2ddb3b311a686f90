#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A place as people and editors name it.
public struct Position: Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// In the unit that was asked for, Unicode scalars otherwise, counted from 1.
  public let column: Int
  /// In bytes, counted from 0.
  public let offset: Int

  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// What columns count. A tab is one of each.
public enum ColumnUnit: Sendable, CaseIterable {
  case unicodeScalars
  case utf16CodeUnits
  /// Of UTF-8.
  case bytes
}

/// Where the lines of a file begin. Lines end with LF, CRLF or a lone CR, as editors count them.
///
/// Making one costs a pass over the bytes up to the last place that is asked for, so it is made when the first
/// position is printed.
public struct LineIndex: Sendable {
  public let source: SourceFile
  /// The offset of the first byte of each line; never empty.
  private let starts: [UInt32]
  /// What stands before byte `1024 * i`: columns cost the same in a one-line file of megabytes. Empty if the file is
  /// ASCII, where columns are bytes.
  private let checkpoints: [Checkpoint]

  private struct Checkpoint {
    /// Bytes of UTF-8 that continue a character.
    var continuations: UInt32 = 0
    /// Characters that take two code units of UTF-16.
    var supplementaries: UInt32 = 0
  }

  private static let stride = 1024

  /// - Parameter last: The greatest offset that will be asked for. Lines behind the one that holds it are not counted.
  public init(_ source: SourceFile, through last: UInt32 = .max) {
    self.source = source
    starts = source.bytes.withUnsafeBufferPointer { Self.lineStarts($0, through: last) }
    let shown = ByteRange(0, min(last, source.range.end))
    checkpoints = source.scalarCount(in: shown) == shown.count ? [] : Self.checkpoints(source)
  }

  private static func lineStarts(_ bytes: UnsafeBufferPointer<UInt8>, through last: UInt32) -> [UInt32] {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(min(bytes.count, Int(last)) / 24)
    guard let base = bytes.baseAddress else { return starts }
    // The C library looks for a byte much faster than a loop; almost no file has a carriage return.
    let hasReturns = memchr(base, 0x0D, endOfLine(holding: last, in: bytes)) != nil
    var offset = 0
    while offset < bytes.count, offset <= last {
      let length = bytes.count - offset
      let lineFeed = memchr(base + offset, 0x0A, length).map { UnsafeRawPointer(base).distance(to: $0) }
      let end = lineFeed ?? bytes.count
      if hasReturns {
        for index in offset..<end where bytes[index] == 0x0D && index + 1 != lineFeed {
          starts.append(UInt32(index + 1))
        }
      }
      if lineFeed != nil { starts.append(UInt32(end + 1)) }
      offset = end + 1
    }
    return starts
  }

  /// Where the line feed stands that ends the line of an offset, or the end of the text.
  private static func endOfLine(holding offset: UInt32, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard Int(offset) < bytes.count else { return bytes.count }
    return bytes[Int(offset)...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private static func checkpoints(_ source: SourceFile) -> [Checkpoint] {
    var result: [Checkpoint] = []
    var sum = Checkpoint()
    for start in Swift.stride(from: 0, to: UInt32(source.bytes.count), by: stride) {
      result.append(sum)
      let range = ByteRange(start, min(start + UInt32(stride), UInt32(source.bytes.count)))
      sum.continuations += UInt32(range.count - source.scalarCount(in: range))
      sum.supplementaries += UInt32(source.supplementaryCount(in: range))
    }
    return result
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
  ///
  /// - Parameter unit: A byte order mark has no column, except where bytes are counted.
  public func position(at offset: UInt32, columnsIn unit: ColumnUnit = .unicodeScalars) -> Position {
    let offset = min(offset, UInt32(source.bytes.count))
    let line = line(at: offset)
    let start = unit == .bytes ? starts[line - 1] : range(ofLine: line).start
    let column = offset > start ? units(unit, before: offset) - units(unit, before: start) : 0
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

  private func units(_ unit: ColumnUnit, before offset: UInt32) -> Int {
    guard unit != .bytes, !checkpoints.isEmpty else { return Int(offset) }
    let index = min(Int(offset) / Self.stride, checkpoints.count - 1)
    let rest = ByteRange(UInt32(index * Self.stride), offset)
    let checkpoint = checkpoints[index]
    let scalars = Int(rest.start) - Int(checkpoint.continuations) + source.scalarCount(in: rest)
    guard unit == .utf16CodeUnits else { return scalars }
    return scalars + Int(checkpoint.supplementaries) + source.supplementaryCount(in: rest)
  }
}
